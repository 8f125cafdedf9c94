import {
  browseDisks,
  browseDiskEncryptionSets,
  browseGalleries,
  browseImageDefinitions,
  browseImageVersions,
  browseVirtualMachines,
  checkKeyHealth,
  mostOfKeyCheck,
  searchEstate,
  type DiskEncryptionSetRow,
  type DiskRow,
  type GalleryRow,
  type ImageDefinitionRow,
  type ImageVersionRow,
  type ProvisioningState,
  type RequestOf,
  type VirtualMachineRow,
} from '@portal/portal-api'
import { queryOptions, type Query, type UseQueryOptions } from '@tanstack/react-query'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'
import type { QueryAccount, QueryUser } from './query-user.ts'
import { freshnessOf } from './read-together.ts'

/** A page of a list, as the server answers it. */
interface Page<Row> {
  total: number
  rows: Row[]
}

/** How a page of rows is requested. */
export type PageQuery<Row> = UseQueryOptions<Page<Row>>

/** Every list of an account starts with it: creating or deleting a resource makes all of them stale. */
export function estateKey({ account }: QueryAccount): [string, string] {
  return [account.key, 'estate']
}

// While another order or search is on its way, the same page of the one before stays on screen.
function samePage<Row>(page: number) {
  return (data: Page<Row> | undefined, query: Pick<Query, 'queryKey'> | undefined) =>
    query?.queryKey.at(-1) === page ? data : undefined
}

/** A page of galleries. */
export function galleryRowsQuery(user: QueryAccount, asked: RequestOf<typeof browseGalleries>): PageQuery<GalleryRow> {
  return {
    queryKey: [...estateKey(user), 'galleries', asked, asked.page],
    queryFn: ({ signal }) => call(browseGalleries, asked, { signal }),
    placeholderData: samePage(asked.page),
  }
}

/** What a text finds, of any kind. Fewer characters find too much to be of use. */
export function estateSearchQuery(user: QueryAccount, text: string) {
  return queryOptions({
    queryKey: [...estateKey(user), 'search', text],
    queryFn: ({ signal }) => call(searchEstate, { text }, { signal }),
    enabled: text.length >= fewestCharacters,
  })
}

export const fewestCharacters = 2

/** A page of a gallery's image definitions. */
export function imageDefinitionRowsQuery(
  user: QueryAccount,
  asked: RequestOf<typeof browseImageDefinitions>,
): PageQuery<ImageDefinitionRow> {
  return {
    queryKey: [...estateKey(user), 'image-definitions', asked, asked.page],
    queryFn: ({ signal }) => call(browseImageDefinitions, asked, { signal }),
    placeholderData: samePage(asked.page),
  }
}

/** A page of image versions, refreshed while an operation on one of them is in progress. */
export function imageVersionRowsQuery(
  user: QueryUser,
  asked: RequestOf<typeof browseImageVersions>,
): PageQuery<ImageVersionRow> {
  return {
    queryKey: [...estateKey(user), 'image-versions', asked, asked.page],
    queryFn: ({ signal }) => call(browseImageVersions, asked, { signal }),
    placeholderData: samePage(asked.page),
    refetchInterval: ({ state }) =>
      state.data?.rows.some(isUnderWay) === true && pollInterval(state, user.configuration.replicationPollMs),
  }
}

function isUnderWay({ provisioningState }: { provisioningState: ProvisioningState }): boolean {
  return provisioningState !== 'Succeeded' && provisioningState !== 'Failed'
}

/** A page of disk encryption sets. */
export function diskEncryptionSetRowsQuery(
  user: QueryAccount,
  asked: RequestOf<typeof browseDiskEncryptionSets>,
): PageQuery<DiskEncryptionSetRow> {
  return {
    queryKey: [...estateKey(user), 'disk-encryption-sets', asked, asked.page],
    queryFn: ({ signal }) => call(browseDiskEncryptionSets, asked, { signal }),
    placeholderData: samePage(asked.page),
  }
}

/**
 * Disk encryption sets with the facts of their keys, as many as `calls` calls of Azure can check; those in visible
 * trouble first.
 */
export function keyHealthQuery(
  user: QueryAccount,
  { calls = mostOfKeyCheck.calls, ...asked }: Partial<RequestOf<typeof checkKeyHealth>>,
) {
  return queryOptions({
    queryKey: [...estateKey(user), 'key-health', { calls, ...asked }],
    queryFn: (context) =>
      call(checkKeyHealth, { calls, ...asked, freshness: freshnessOf(context) }, { signal: context.signal }),
  })
}

/** A page of virtual machines. */
export function virtualMachineRowsQuery(
  user: QueryAccount,
  asked: RequestOf<typeof browseVirtualMachines>,
): PageQuery<VirtualMachineRow> {
  return {
    queryKey: [...estateKey(user), 'virtual-machines', asked, asked.page],
    queryFn: ({ signal }) => call(browseVirtualMachines, asked, { signal }),
    placeholderData: samePage(asked.page),
  }
}

/** A page of the disks that were created from image versions. */
export function diskRowsQuery(user: QueryAccount, asked: RequestOf<typeof browseDisks>): PageQuery<DiskRow> {
  return {
    queryKey: [...estateKey(user), 'disks', asked, asked.page],
    queryFn: ({ signal }) => call(browseDisks, asked, { signal }),
    placeholderData: samePage(asked.page),
  }
}
