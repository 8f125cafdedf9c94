import { tryParseResourceId } from '@portal/portal-api'
import type { FetchQueryOptions, QueryClient } from '@tanstack/react-query'
import { paths } from '../paths.ts'
import { diskEncryptionSetRowsQuery } from './disk-encryption-set-reads.ts'
import {
  galleryQuery,
  galleryRowsQuery,
  imageDefinitionRowsQuery,
  imageDefinitionsQuery,
  inventoryQuery,
} from './gallery-reads.ts'
import { imageVersionRowsQuery } from './image-version-reads.ts'
import { hasFewReadsLeft } from './poll-interval.ts'
import type { QueryUser } from './read.ts'
import { sourceResourcesQuery } from './subscription-reads.ts'
import { virtualMachineRowsQuery } from './virtual-machine-reads.ts'

const firstByName = { search: '', page: 0, sort: 'name', direction: 'asc' } as const

type Ask = <Data>(query: FetchQueryOptions<Data>) => void

/**
 * What each page asks for first, of the resource that its address names, as long as the answer stays fresh: what a page
 * always reads anew would be asked for twice. Those that need many calls of Azure wait for the visit.
 */
const firstReads: Record<string, (ask: Ask, user: QueryUser, id: string) => void> = {
  [paths.galleries]: (ask, user) => ask(galleryRowsQuery(user, firstByName)),
  [paths.gallery]: (ask, user, id) => {
    ask(galleryQuery(user, { id }))
    ask(imageDefinitionRowsQuery(user, { galleryId: id, ...firstByName }))
  },
  [paths.imageDefinition]: (ask, user, id) => {
    ask(imageDefinitionsQuery(user, { galleryId: id.split('/').slice(0, -2).join('/') }))
    ask(imageVersionRowsQuery(user, { imageDefinitionId: id, ...firstByName, direction: 'desc' }))
  },
  [paths.imageVersions]: (ask, user) =>
    ask(imageVersionRowsQuery(user, { ...firstByName, sort: 'publishedDate', direction: 'desc' })),
  [paths.diskEncryptionSets]: (ask, user) => ask(diskEncryptionSetRowsQuery(user, firstByName)),
  [paths.virtualMachines]: (ask, user) => ask(virtualMachineRowsQuery(user, firstByName)),
  [paths.createImageVersion]: (ask, user, imageDefinitionId) => {
    const subscriptionId = tryParseResourceId(imageDefinitionId)?.subscriptionId ?? ''
    ask(inventoryQuery(user, { imageDefinitionId }))
    ask(sourceResourcesQuery(user, { subscriptionId }))
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
  const id = name === undefined ? '' : (new URLSearchParams(search).get(name) ?? '')
  // An address with a search or a filter asks for other rows.
  const isKnown = name === undefined ? search === '' : tryParseResourceId(id) !== undefined
  if (!isKnown || hasFewReadsLeft()) return
  firstReads[pathname]?.((query) => void answers.prefetchQuery({ ...query, meta: { isAhead: true } }), user, id)
}
