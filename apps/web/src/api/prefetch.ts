import { formatResourceId, parentResourceId, postureSubject, tryParseResourceId } from '@portal/portal-api'
import type { FetchQueryOptions, QueryClient } from '@tanstack/react-query'
import { fromNothing, paths } from '../paths.ts'
import { underWayQuery } from './account-reads.ts'
import { diskEncryptionSetQuery, diskEncryptionSetRowsQuery } from './disk-encryption-set-reads.ts'
import {
  estateOverviewQuery,
  failedResourcesQuery,
  galleryQuotasQuery,
  postureQuery,
  recentDefinitionsQuery,
} from './estate-reads.ts'
import {
  galleryQuery,
  galleryRowsQuery,
  imageDefinitionRowsQuery,
  imageDefinitionsQuery,
  inventoryQuery,
  latestVersionsQuery,
} from './gallery-reads.ts'
import { baseVersionQuery, imageVersionQuery, imageVersionRowsQuery, versionWorksQuery } from './image-version-reads.ts'
import { keyCheckQuery, keySurveyQuery, surveyedAtOnce } from './key-health-reads.ts'
import { hasFewReadsLeft } from './poll-interval.ts'
import type { QueryUser } from './read.ts'
import { sourceResourcesQuery, subscriptionsQuery } from './subscription-reads.ts'
import { virtualMachineQuery, virtualMachineRowsQuery } from './virtual-machine-reads.ts'

const firstByName = { search: '', page: 0, sort: 'name', direction: 'asc' } as const

/** Resolves to the answer, also to one that is still fresh; to undefined if there is none. */
type Ask = <Data>(query: FetchQueryOptions<Data>) => Promise<Data | undefined>

/** Who opens a page, the resource that its address names, and the rest of the address. */
interface Visit {
  user: QueryUser
  id: string
  search: URLSearchParams
}

/** The ID of what a resource is in, '' if it is in none. */
function parentOf(id: string): string {
  const resource = tryParseResourceId(id)
  const parent = resource && parentResourceId(resource)
  return parent ? formatResourceId(parent) : ''
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
    ask(imageDefinitionsQuery(user, { galleryId: parentOf(id) })),
    ask(imageVersionRowsQuery(user, { imageDefinitionId: id, ...firstByName, direction: 'desc' })),
  ],
  [paths.imageVersions]: (ask, { user }) =>
    ask(imageVersionRowsQuery(user, { ...firstByName, sort: 'publishedDate', direction: 'desc' })),
  [paths.diskEncryptionSets]: (ask, { user }) => ask(diskEncryptionSetRowsQuery(user, firstByName)),
  [paths.virtualMachines]: (ask, { user }) => ask(virtualMachineRowsQuery(user, firstByName)),
}

/** Only ahead of the visit: with a kept draft, the wizard is there before the answers, and needs none of them. */
const readsAhead: typeof firstReads = {
  [paths.createImageVersion]: async (ask, { user, id, search }) => {
    void ask(sourceResourcesQuery(user, { subscriptionId: tryParseResourceId(id)?.subscriptionId ?? '' }))
    const inventory = await ask(inventoryQuery(user, { imageDefinitionId: id }))
    const like = search.get('from') ?? inventory?.latestVersionName
    if (like !== undefined && like !== fromNothing && !search.has('start'))
      void ask(baseVersionQuery(user, { id: `${id}/versions/${like}` }))
  },
}

/** What they ask for besides, which waits for the visit: many calls of Azure, or answers that are always read anew. */
const readsOfVisit: typeof firstReads = {
  [paths.home]: (ask, { user }) => [
    ask(estateOverviewQuery(user)),
    ask(failedResourcesQuery(user)),
    ask(recentDefinitionsQuery(user)),
    ask(underWayQuery(user)),
    ask(keyCheckQuery(user, {})),
  ],
  [paths.galleries]: (ask, { user }) => ask(subscriptionsQuery(user)),
  [paths.imageDefinition]: (ask, { user, id }) => ask(latestVersionsQuery(user, { imageDefinitionId: id })),
  [paths.imageVersions]: (ask, { user }) => ask(subscriptionsQuery(user)),
  [paths.imageVersion]: (ask, { user, id }) => [
    ask(imageVersionQuery(user, { id })),
    ask(versionWorksQuery(user, { imageVersionId: id })),
  ],
  // Not the version: its form finds out first which tab owns the draft, and reads it anew then.
  [paths.updateImageVersion]: (ask, { user, id }) => ask(inventoryQuery(user, { imageDefinitionId: parentOf(id) })),
  [paths.diskEncryptionSets]: (ask, { user }) => ask(subscriptionsQuery(user)),
  [paths.diskEncryptionSet]: (ask, { user, id }) => ask(diskEncryptionSetQuery(user, { id })),
  [paths.keyHealth]: (ask, { user }) => ask(keySurveyQuery(user, { page: 0, size: surveyedAtOnce })),
  [paths.virtualMachines]: (ask, { user }) => ask(subscriptionsQuery(user)),
  [paths.virtualMachine]: (ask, { user, id }) => ask(virtualMachineQuery(user, { id })),
  [paths.estate]: (ask, { user }) => [
    ...postureSubject.options.map((of) => ask(postureQuery(user, { of }))),
    ask(subscriptionsQuery(user)),
    ask(galleryQuotasQuery(user, {})),
  ],
}

/** The parameter of a page's address that names its resource. */
const nameOfId: Record<string, string> = {
  [paths.gallery]: 'id',
  [paths.imageDefinition]: 'id',
  [paths.imageVersion]: 'id',
  [paths.updateImageVersion]: 'id',
  [paths.diskEncryptionSet]: 'id',
  [paths.virtualMachine]: 'id',
  [paths.createImageVersion]: 'definition',
}

interface Prefetching {
  user: QueryUser
  /** of a page of the portal */
  address: Pick<Location, 'pathname' | 'search'>
  /** the page opens now, and will find its own reads under way */
  isVisited?: boolean
}

/**
 * Starts to read what the page at an address asks for first, so that it opens with its content; not what is fresh, and
 * nothing while the user has few reads left.
 */
export function prefetch(answers: QueryClient, { user, address, isVisited = false }: Prefetching): void {
  const { pathname, search } = address
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
  for (const reads of [firstReads, isVisited ? readsOfVisit : readsAhead])
    reads[pathname]?.(ask, { user, id, search: parameters })
}
