import { tryParseResourceId } from '@portal/portal-api'
import type { FetchQueryOptions, QueryClient } from '@tanstack/react-query'
import { fromNothing, paths } from '../paths.ts'
import { diskEncryptionSetRowsQuery } from './disk-encryption-set-reads.ts'
import {
  galleryQuery,
  galleryRowsQuery,
  imageDefinitionRowsQuery,
  imageDefinitionsQuery,
  inventoryQuery,
} from './gallery-reads.ts'
import { baseVersionQuery, imageVersionRowsQuery } from './image-version-reads.ts'
import { hasFewReadsLeft } from './poll-interval.ts'
import type { QueryUser } from './read.ts'
import { sourceResourcesQuery } from './subscription-reads.ts'
import { virtualMachineRowsQuery } from './virtual-machine-reads.ts'

const firstByName = { search: '', page: 0, sort: 'name', direction: 'asc' } as const

/** Resolves to the answer, also to one that is still fresh; to undefined if there is none. */
type Ask = <Data>(query: FetchQueryOptions<Data>) => Promise<Data | undefined>

/** Who opens a page, the resource that its address names, and the rest of the address. */
interface Visit {
  user: QueryUser
  id: string
  search: URLSearchParams
}

/**
 * What each page asks for first, of the resource that its address names, as long as the answer stays fresh: what a page
 * always reads anew would be asked for twice. Those that need many calls of Azure wait for the visit.
 */
const firstReads: Record<string, (ask: Ask, visit: Visit) => unknown> = {
  [paths.galleries]: (ask, { user }) => ask(galleryRowsQuery(user, firstByName)),
  [paths.gallery]: (ask, { user, id }) => [
    ask(galleryQuery(user, { id })),
    ask(imageDefinitionRowsQuery(user, { galleryId: id, ...firstByName })),
  ],
  [paths.imageDefinition]: (ask, { user, id }) => [
    ask(imageDefinitionsQuery(user, { galleryId: id.split('/').slice(0, -2).join('/') })),
    ask(imageVersionRowsQuery(user, { imageDefinitionId: id, ...firstByName, direction: 'desc' })),
  ],
  [paths.imageVersions]: (ask, { user }) =>
    ask(imageVersionRowsQuery(user, { ...firstByName, sort: 'publishedDate', direction: 'desc' })),
  [paths.diskEncryptionSets]: (ask, { user }) => ask(diskEncryptionSetRowsQuery(user, firstByName)),
  [paths.virtualMachines]: (ask, { user }) => ask(virtualMachineRowsQuery(user, firstByName)),
  [paths.createImageVersion]: async (ask, { user, id, search }) => {
    void ask(sourceResourcesQuery(user, { subscriptionId: tryParseResourceId(id)?.subscriptionId ?? '' }))
    const inventory = await ask(inventoryQuery(user, { imageDefinitionId: id }))
    const like = search.get('from') ?? inventory?.latestVersionName
    if (like !== undefined && like !== fromNothing && !search.has('start'))
      void ask(baseVersionQuery(user, { id: `${id}/versions/${like}` }))
  },
}

const nameOfId: Record<string, string> = {
  [paths.gallery]: 'id',
  [paths.imageDefinition]: 'id',
  [paths.createImageVersion]: 'definition',
}

/**
 * Starts to read what the page at an address asks for first, so that it opens with its content; not what is fresh, and
 * nothing while the user has few reads left.
 */
export function prefetch(
  answers: QueryClient,
  user: QueryUser,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
): void {
  const name = nameOfId[pathname]
  const parameters = new URLSearchParams(search)
  const id = name === undefined ? '' : (parameters.get(name) ?? '')
  // An address with a search or a filter asks for other rows.
  const isKnown = name === undefined ? search === '' : tryParseResourceId(id) !== undefined
  if (!isKnown || hasFewReadsLeft()) return
  const ask: Ask = async <Data>(query: FetchQueryOptions<Data>) => {
    await answers.prefetchQuery({ ...query, meta: { isAhead: true } })
    return answers.getQueryData<Data>(query.queryKey)
  }
  firstReads[pathname]?.(ask, { user, id, search: parameters })
}
