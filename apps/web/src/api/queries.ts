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
  listScenarios,
  listSourceResources,
  listSubscriptions,
  type ImageVersion,
} from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { readSet } from './disk-encryption-set-facts.ts'
import { PortalProblem } from './failures.ts'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'

// Every key starts with the account's: what one account was shown, another never is. Ids are compared without case.

/** The directories that the account's person can work in. */
export function directoriesQuery(accountKey: string) {
  return queryOptions({
    queryKey: [accountKey, 'directories'],
    queryFn: ({ signal }) => call(listDirectories, {}, { signal }),
    staleTime: Infinity,
  })
}

/** The subscriptions that the account may see. */
export function subscriptionsQuery(accountKey: string) {
  return queryOptions({
    queryKey: [accountKey, 'subscriptions'],
    queryFn: ({ signal }) => call(listSubscriptions, {}, { signal }),
    staleTime: 5 * 60_000,
  })
}

/** The galleries of a subscription. */
export function galleriesQuery(accountKey: string, subscriptionId: string) {
  return queryOptions({
    queryKey: [accountKey, 'galleries', subscriptionId.toLowerCase()],
    queryFn: ({ signal }) => call(listGalleries, { subscriptionId }, { signal }),
  })
}

/** One gallery, with how it is shared. */
export function galleryQuery(accountKey: string, id: string) {
  return queryOptions({
    queryKey: [accountKey, 'gallery', id.toLowerCase()],
    queryFn: ({ signal }) => call(getGallery, { id }, { signal }),
  })
}

/** The image definitions of a gallery. */
export function imageDefinitionsQuery(accountKey: string, galleryId: string) {
  return queryOptions({
    queryKey: [accountKey, 'image-definitions', galleryId.toLowerCase()],
    queryFn: ({ signal }) => call(listImageDefinitions, { galleryId }, { signal }),
  })
}

/** The versions of an image definition. */
export function imageVersionsQuery(accountKey: string, imageDefinitionId: string) {
  return queryOptions({
    queryKey: [accountKey, 'image-versions', imageDefinitionId.toLowerCase()],
    queryFn: ({ signal }) => call(listImageVersions, { imageDefinitionId }, { signal }),
    staleTime: 0,
  })
}

/** What the wizard needs to know for an image definition. */
export function inventoryQuery(accountKey: string, imageDefinitionId: string) {
  return queryOptions({
    queryKey: [accountKey, 'inventory', imageDefinitionId.toLowerCase()],
    queryFn: ({ signal }) => call(getInventory, { imageDefinitionId }, { signal }),
  })
}

/** The resources of a subscription that an image version can be made from. */
export function sourceResourcesQuery(accountKey: string, subscriptionId: string) {
  return queryOptions({
    queryKey: [accountKey, 'source-resources', subscriptionId.toLowerCase()],
    queryFn: ({ signal }) => call(listSourceResources, { subscriptionId }, { signal }),
  })
}

/** One source by its id. */
export function sourceResourceQuery(accountKey: string, id: string) {
  return queryOptions({
    queryKey: [accountKey, 'source-resource', id.toLowerCase()],
    queryFn: ({ signal }) => call(getSourceResource, { id }, { signal }),
  })
}

/** A source that Azure is making, asked again every `pollMs` until it is done with it. */
export function unfinishedSourceQuery(accountKey: string, id: string, pollMs: number) {
  return queryOptions({
    ...sourceResourceQuery(accountKey, id),
    staleTime: 0,
    refetchInterval: ({ state }) => !isFinished(state.data) && pollInterval(state, pollMs),
  })
}

function isFinished(source: SourceResource | undefined): boolean {
  return source?.provisioningState === 'Succeeded' || source?.provisioningState === 'Failed'
}

/** What an account has read of the keys behind sets: whatever mends a vault makes all of it stale. */
export function setReadingsKey(accountKey: string): [string, string] {
  return [accountKey, 'set-reading']
}

/** What Azure tells of the key behind a set. It is read once for a draft, unless something was mended. */
export function setReadingQuery(accountKey: string, id: string) {
  return queryOptions({
    queryKey: [...setReadingsKey(accountKey), id.toLowerCase()],
    queryFn: () => readSet(id),
    staleTime: Infinity,
  })
}

/** Which repairs the account may do at a key vault. */
export function keyVaultPermissionsQuery(accountKey: string, vaultId: string) {
  return queryOptions({
    queryKey: [accountKey, 'key-vault-permissions', vaultId.toLowerCase()],
    queryFn: ({ signal }) => call(getKeyVaultPermissions, { vaultId }, { signal }),
  })
}

/** The policies at work at a gallery or a resource group. */
export function policyAssignmentsQuery(accountKey: string, scope: PolicyScope) {
  return queryOptions({
    queryKey: [accountKey, 'policy-assignments', scope],
    queryFn: ({ signal }) => call(listPolicyAssignments, scope, { signal }),
    staleTime: 5 * 60_000,
  })
}

/** An image version with its replication, asked again every `pollMs` until it is settled; four times as seldom after an hour. */
export function imageVersionQuery(accountKey: string, id: string, pollMs: number) {
  return queryOptions({
    queryKey: [accountKey, 'image-version', id.toLowerCase()],
    queryFn: ({ signal }) => call(getImageVersion, { id }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      !hasEnded(state.data, state.error) && pollInterval(state, isLong(state.data) ? pollMs * 4 : pollMs),
  })
}

const longMs = 3_600_000

// By Azure's own times. Only of a creation is it known when it began.
function isLong(version: ImageVersion | undefined): boolean {
  if (version?.provisioningState !== 'Creating' || version.publishedDate === undefined) return false
  return Date.parse(version.asOf) - Date.parse(version.publishedDate) > longMs
}

// Nothing more to ask: Azure is done with it, or no longer has it.
function hasEnded(version: ImageVersion | undefined, error: Error | null): boolean {
  if (error instanceof PortalProblem && error.code === 'NotFoundInAzure') return true
  return version !== undefined && isSettled(version.provisioningState, version.targetRegions)
}

/** The simulated Azure of the account: its people, its clock. */
export function demoQuery(accountKey: string) {
  return queryOptions({
    queryKey: [accountKey, 'demo'],
    queryFn: ({ signal }) => call(getDemo, {}, { signal }),
  })
}

/** What the simulated Azure can show. */
export function scenariosQuery(accountKey: string) {
  return queryOptions({
    queryKey: [accountKey, 'scenarios'],
    queryFn: ({ signal }) => call(listScenarios, {}, { signal }),
    staleTime: Infinity,
  })
}
