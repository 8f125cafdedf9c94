import { findingsOf } from '@portal/disk-encryption'
import {
  getDiskEncryptionSet,
  getDiskEncryptionSetUses,
  listKeys,
  listKeyVaults,
  listKeyVersions,
  type DiskEncryptionSetDetails,
} from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { isNotFound } from './failures.ts'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'
import type { QueryAccount, QueryUser } from './query-user.ts'
import { freshnessOf } from './read-together.ts'

/** A disk encryption set, refreshed while Azure is changing it or has not applied a grant yet. */
export function diskEncryptionSetQuery({ account, configuration }: QueryUser, id: string) {
  return queryOptions({
    queryKey: [account.key, 'disk-encryption-set', id.toLowerCase()],
    queryFn: (context) =>
      call(getDiskEncryptionSet, { id, freshness: freshnessOf(context) }, { signal: context.signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      !hasEnded(state.data, state.error) && pollInterval(state, configuration.replicationPollMs),
  })
}

function hasEnded(details: DiskEncryptionSetDetails | undefined, error: Error | null): boolean {
  if (isNotFound(error)) return true
  if (details === undefined) return false
  const { set, now } = details
  const isSettled = set.provisioningState === 'Succeeded' || set.provisioningState === 'Failed'
  const isWaiting = findingsOf(set, now).some(({ code }) => code === 'KeyAccessJustGranted')
  return isSettled && set.facts.previousKeys.length === 0 && !isWaiting
}

/** What a set encrypts. */
export function diskEncryptionSetUsesQuery({ account }: QueryAccount, id: string) {
  return queryOptions({
    queryKey: [account.key, 'disk-encryption-set-uses', id.toLowerCase()],
    queryFn: ({ signal }) => call(getDiskEncryptionSetUses, { id }, { signal }),
    staleTime: 0,
  })
}

/** The vaults whose keys a set in that region can use. */
export function keyVaultsQuery({ account }: QueryAccount, subscriptionId: string, location: string) {
  return queryOptions({
    queryKey: [account.key, 'key-vaults', subscriptionId.toLowerCase(), location],
    queryFn: ({ signal }) => call(listKeyVaults, { subscriptionId, location }, { signal }),
  })
}

/** The names of a vault's keys; read once a vault is chosen. */
export function keysQuery({ account }: QueryAccount, vaultId: string) {
  return queryOptions({
    queryKey: [account.key, 'keys', vaultId.toLowerCase()],
    queryFn: ({ signal }) => call(listKeys, { vaultId }, { signal }),
    enabled: vaultId !== '',
  })
}

/** The versions of a key; read once a key is chosen. */
export function keyVersionsQuery(
  { account }: QueryAccount,
  { vaultId, keyName }: { vaultId: string; keyName: string },
) {
  return queryOptions({
    queryKey: [account.key, 'key-versions', vaultId.toLowerCase(), keyName.toLowerCase()],
    queryFn: ({ signal }) => call(listKeyVersions, { vaultId, keyName }, { signal }),
    enabled: keyName !== '',
  })
}
