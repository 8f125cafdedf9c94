import { findingsOf } from '@portal/image-version'
import {
  getDiskEncryptionSet,
  getDiskEncryptionSetUses,
  listKeys,
  listKeyVaults,
  listKeyVersions,
  type DiskEncryptionSetDetails,
} from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { PortalProblem } from './failures.ts'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'

/** A disk encryption set, asked again every `pollMs` while Azure is at work on it or has not noticed a grant. */
export function diskEncryptionSetQuery(accountKey: string, id: string, pollMs: number) {
  return queryOptions({
    queryKey: [accountKey, 'disk-encryption-set', id.toLowerCase()],
    queryFn: ({ signal }) => call(getDiskEncryptionSet, { id }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => !hasEnded(state.data, state.error) && pollInterval(state, pollMs),
  })
}

function hasEnded(details: DiskEncryptionSetDetails | undefined, error: Error | null): boolean {
  if (error instanceof PortalProblem && error.code === 'NotFoundInAzure') return true
  if (details === undefined) return false
  const { set, now } = details
  const isSettled = set.provisioningState === 'Succeeded' || set.provisioningState === 'Failed'
  const isWaiting = findingsOf(set, now).some(({ code }) => code === 'KeyAccessJustGranted')
  return isSettled && set.facts.previousKeys.length === 0 && !isWaiting
}

/** What a set encrypts. */
export function diskEncryptionSetUsesQuery(accountKey: string, id: string) {
  return queryOptions({
    queryKey: [accountKey, 'disk-encryption-set-uses', id.toLowerCase()],
    queryFn: ({ signal }) => call(getDiskEncryptionSetUses, { id }, { signal }),
    staleTime: 0,
  })
}

/** The vaults whose keys a set of that region may use. */
export function keyVaultsQuery(accountKey: string, subscriptionId: string, location: string) {
  return queryOptions({
    queryKey: [accountKey, 'key-vaults', subscriptionId.toLowerCase(), location],
    queryFn: ({ signal }) => call(listKeyVaults, { subscriptionId, location }, { signal }),
  })
}

/** The names of a vault's keys; asked once a vault is chosen. */
export function keysQuery(accountKey: string, vaultId: string) {
  return queryOptions({
    queryKey: [accountKey, 'keys', vaultId.toLowerCase()],
    queryFn: ({ signal }) => call(listKeys, { vaultId }, { signal }),
    enabled: vaultId !== '',
  })
}

/** The versions of a key; asked once a key is chosen. */
export function keyVersionsQuery(accountKey: string, { vaultId, keyName }: { vaultId: string; keyName: string }) {
  return queryOptions({
    queryKey: [accountKey, 'key-versions', vaultId.toLowerCase(), keyName.toLowerCase()],
    queryFn: ({ signal }) => call(listKeyVersions, { vaultId, keyName }, { signal }),
    enabled: keyName !== '',
  })
}
