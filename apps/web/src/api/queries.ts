import { isSettled, type SourceResource } from '@portal/image-version'
import {
  getDemo,
  getGallery,
  getImageVersion,
  getInventory,
  getKeyVaultPermissions,
  getSourceResource,
  listDirectories,
  listGalleries,
  listImageDefinitions,
  listImageVersions,
  listPolicyAssignments,
  type PolicyScope,
  listRegionPlaces,
  listRemovedByScenario,
  listScenarios,
  listSourceResources,
  listSubscriptions,
  type ImageVersion,
  type ScenarioId,
} from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { readSet } from './disk-encryption-set-facts.ts'
import { isNotFound } from './failures.ts'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'
import type { QueryAccount, QueryUser } from './query-user.ts'
import { freshnessOf } from './read-together.ts'

// Ids are compared without case.

/** The directories that the account's person can work in. */
export function directoriesQuery({ account }: QueryAccount) {
  return queryOptions({
    queryKey: [account.key, 'directories'],
    queryFn: ({ signal }) => call(listDirectories, {}, { signal }),
    staleTime: Infinity,
  })
}

/** The subscriptions that the account can see. */
export function subscriptionsQuery({ account }: QueryAccount) {
  return queryOptions({
    queryKey: [account.key, 'subscriptions'],
    queryFn: ({ signal }) => call(listSubscriptions, {}, { signal }),
    staleTime: 5 * 60_000,
  })
}

/** Where the regions of a subscription are, read once. */
export function regionPlacesQuery({ account }: QueryAccount, subscriptionId: string) {
  return queryOptions({
    queryKey: [account.key, 'region-places', subscriptionId.toLowerCase()],
    queryFn: ({ signal }) => call(listRegionPlaces, { subscriptionId }, { signal }),
    staleTime: Infinity,
  })
}

/** What an account has read of galleries and their content: a change of one makes all of that type stale. */
export function galleriesKey(
  { account }: QueryAccount,
  kind: 'galleries' | 'gallery' | 'image-definitions' | 'inventory',
): [string, string] {
  return [account.key, kind]
}

/** The galleries of a subscription. */
export function galleriesQuery(user: QueryAccount, subscriptionId: string) {
  return queryOptions({
    queryKey: [...galleriesKey(user, 'galleries'), subscriptionId.toLowerCase()],
    queryFn: ({ signal }) => call(listGalleries, { subscriptionId }, { signal }),
  })
}

/** One gallery, with how it is shared. */
export function galleryQuery(user: QueryAccount, id: string) {
  return queryOptions({
    queryKey: [...galleriesKey(user, 'gallery'), id.toLowerCase()],
    queryFn: ({ signal }) => call(getGallery, { id }, { signal }),
  })
}

/** The image definitions of a gallery. */
export function imageDefinitionsQuery(user: QueryAccount, galleryId: string) {
  return queryOptions({
    queryKey: [...galleriesKey(user, 'image-definitions'), galleryId.toLowerCase()],
    queryFn: ({ signal }) => call(listImageDefinitions, { galleryId }, { signal }),
  })
}

/** The versions of an image definition. */
export function imageVersionsQuery({ account }: QueryAccount, imageDefinitionId: string) {
  return queryOptions({
    queryKey: [account.key, 'image-versions', imageDefinitionId.toLowerCase()],
    queryFn: ({ signal }) => call(listImageVersions, { imageDefinitionId }, { signal }),
    staleTime: 0,
  })
}

/** What the wizard needs for an image definition. */
export function inventoryQuery(user: QueryAccount, imageDefinitionId: string) {
  return queryOptions({
    queryKey: [...galleriesKey(user, 'inventory'), imageDefinitionId.toLowerCase()],
    queryFn: ({ signal }) => call(getInventory, { imageDefinitionId }, { signal }),
  })
}

/** The resources of a subscription from which an image version can be created. */
export function sourceResourcesQuery({ account }: QueryAccount, subscriptionId: string) {
  return queryOptions({
    queryKey: [account.key, 'source-resources', subscriptionId.toLowerCase()],
    queryFn: ({ signal }) => call(listSourceResources, { subscriptionId }, { signal }),
  })
}

/** One source by its ID. */
export function sourceResourceQuery({ account }: QueryAccount, id: string) {
  return queryOptions({
    queryKey: [account.key, 'source-resource', id.toLowerCase()],
    queryFn: ({ signal }) => call(getSourceResource, { id }, { signal }),
  })
}

/** A source that Azure is creating, refreshed until it is done. */
export function unfinishedSourceQuery(user: QueryUser, id: string) {
  return queryOptions({
    ...sourceResourceQuery(user, id),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      !isFinished(state.data) && pollInterval(state, user.configuration.replicationPollMs),
  })
}

function isFinished(source: SourceResource | undefined): boolean {
  return source?.provisioningState === 'Succeeded' || source?.provisioningState === 'Failed'
}

/** What an account has read about the keys of sets: a fix of a key vault makes all of it stale. */
export function setReadingsKey({ account }: QueryAccount): [string, string] {
  return [account.key, 'set-reading']
}

/** A set with Azure's facts about its key. Read once per draft, unless something was fixed or is checked again. */
export function setReadingQuery(user: QueryAccount, id: string) {
  return queryOptions({
    queryKey: [...setReadingsKey(user), id.toLowerCase()],
    queryFn: (context) => readSet(id, () => freshnessOf(context)),
    staleTime: Infinity,
  })
}

/** The same before something is changed: read again, past the server's cache. */
export function freshSetReadingQuery(user: QueryAccount, id: string) {
  return queryOptions({
    ...setReadingQuery(user, id),
    queryFn: () => readSet(id, () => 'fresh'),
    staleTime: 0,
    refetchOnMount: 'always',
  })
}

/** Which fixes the account can make on a key vault. */
export function keyVaultPermissionsQuery({ account }: QueryAccount, vaultId: string) {
  return queryOptions({
    queryKey: [account.key, 'key-vault-permissions', vaultId.toLowerCase()],
    queryFn: ({ signal }) => call(getKeyVaultPermissions, { vaultId }, { signal }),
  })
}

/** The policies that apply to a gallery or a resource group. */
export function policyAssignmentsQuery({ account }: QueryAccount, scope: PolicyScope) {
  return queryOptions({
    queryKey: [account.key, 'policy-assignments', scope],
    queryFn: ({ signal }) => call(listPolicyAssignments, scope, { signal }),
    staleTime: 5 * 60_000,
  })
}

/** An image version with its replication, refreshed until it is settled; four times less often after an hour. */
export function imageVersionQuery({ account, configuration }: QueryUser, id: string) {
  return queryOptions({
    queryKey: [account.key, 'image-version', id.toLowerCase()],
    queryFn: ({ signal }) => call(getImageVersion, { id }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      !hasEnded(state.data, state.error) &&
      pollInterval(state, isLong(state.data) ? configuration.replicationPollMs * 4 : configuration.replicationPollMs),
  })
}

const longMs = 3_600_000

// By Azure's own times. The start is known only for a creation.
function isLong(version: ImageVersion | undefined): boolean {
  if (version?.provisioningState !== 'Creating' || version.publishedDate === undefined) return false
  return Date.parse(version.asOf) - Date.parse(version.publishedDate) > longMs
}

// No more polling: Azure is done with it, or no longer has it.
function hasEnded(version: ImageVersion | undefined, error: Error | null): boolean {
  if (isNotFound(error)) return true
  return version !== undefined && isSettled(version.provisioningState, version.targetRegions)
}

/** The simulated Azure of the account: its people, its clock. */
export function demoQuery({ account }: QueryAccount) {
  return queryOptions({
    queryKey: [account.key, 'demo'],
    queryFn: ({ signal }) => call(getDemo, {}, { signal }),
  })
}

/** What the simulated Azure can show. */
export function scenariosQuery({ account }: QueryAccount) {
  return queryOptions({
    queryKey: [account.key, 'scenarios'],
    queryFn: ({ signal }) => call(listScenarios, {}, { signal }),
    staleTime: Infinity,
  })
}

/** IDs of what the account has created and a scenario deletes when it begins. */
export function removedByScenarioQuery({ account }: QueryAccount, id: ScenarioId) {
  return queryOptions({
    queryKey: [account.key, 'removed-by-scenario', id],
    queryFn: ({ signal }) => call(listRemovedByScenario, { id }, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
}
