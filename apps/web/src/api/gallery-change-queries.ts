import { getDeletion, getGalleryOptions } from '@portal/portal-api'
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { estateKey } from './estate-queries.ts'
import { call } from './portal-client.ts'
import { galleriesQuery, galleryQuery, imageDefinitionsQuery, inventoryQuery } from './queries.ts'
import { recycleBinKey } from './recycle-bin-queries.ts'

/** What there is to choose from for a new gallery. */
export function galleryOptionsQuery(accountKey: string, subscriptionId: string) {
  return queryOptions({
    queryKey: [accountKey, 'gallery-options', subscriptionId.toLowerCase()],
    queryFn: ({ signal }) => call(getGalleryOptions, { subscriptionId }, { signal }),
  })
}

/** What decides whether a version, a definition or a gallery can be deleted, as of when it is asked. */
export function deletionQuery(accountKey: string, id: string) {
  return queryOptions({
    queryKey: [accountKey, 'gallery-deletion', id.toLowerCase()],
    queryFn: ({ signal }) => call(getDeletion, { id }, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
}

/** Has all that shows galleries and what is in them read again, after a change. */
export async function refreshGalleries(queryClient: QueryClient, accountKey: string): Promise<void> {
  const [galleries, definitions] = [galleriesQuery(accountKey, ''), imageDefinitionsQuery(accountKey, '')]
  const [gallery, inventory] = [galleryQuery(accountKey, ''), inventoryQuery(accountKey, '')]
  const lists = [galleries, definitions, gallery, inventory].map(({ queryKey }) => queryKey.slice(0, 2))
  const keys = [estateKey(accountKey), recycleBinKey(accountKey), ...lists]
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}
