import { getDeletion, getGalleryOptions, getStoredDefinition } from '@portal/portal-api'
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { estateKey } from './estate-queries.ts'
import { call } from './portal-client.ts'
import { galleriesKey } from './queries.ts'
import type { QueryAccount } from './query-user.ts'
import { recycleBinKey } from './recycle-bin-queries.ts'

/** What there is to choose from for a new gallery. */
export function galleryOptionsQuery({ account }: QueryAccount, subscriptionId: string) {
  return queryOptions({
    queryKey: [account.key, 'gallery-options', subscriptionId.toLowerCase()],
    queryFn: ({ signal }) => call(getGalleryOptions, { subscriptionId }, { signal }),
  })
}

/** An image definition as Azure has it, as of the request. */
export function storedDefinitionQuery({ account }: QueryAccount, id: string) {
  return queryOptions({
    queryKey: [account.key, 'stored-image-definition', id.toLowerCase()],
    queryFn: ({ signal }) => call(getStoredDefinition, { id }, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
}

/** What decides whether a version, a definition or a gallery can be deleted, as of the request. */
export function deletionQuery({ account }: QueryAccount, id: string) {
  return queryOptions({
    queryKey: [account.key, 'gallery-deletion', id.toLowerCase()],
    queryFn: ({ signal }) => call(getDeletion, { id }, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
}

/** Refreshes everything that shows galleries and their content, after a change. */
export async function refreshGalleries(queryClient: QueryClient, user: QueryAccount): Promise<void> {
  const kinds = ['galleries', 'gallery', 'image-definitions', 'inventory'] as const
  const keys = [estateKey(user), recycleBinKey(user), ...kinds.map((kind) => galleriesKey(user, kind))]
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}
