import { listImageVersionPermissions } from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { call } from './portal-client.ts'

/** What the account may do with an image version. */
export function imageVersionPermissionsQuery(accountKey: string, id: string) {
  return queryOptions({
    queryKey: [accountKey, 'image-version-permissions', id.toLowerCase()],
    queryFn: ({ signal }) => call(listImageVersionPermissions, { id }, { signal }),
    staleTime: 60_000,
  })
}
