import { findingsOf, preparationProgress } from '@portal/disk-encryption'
import {
  browseDiskEncryptionSets,
  getDiskEncryptionSet,
  getDiskEncryptionSetFacts,
  getDiskEncryptionSetUses,
  getKeyVaultPermissions,
  getPreparation,
  getPreparationOptions,
  listDeletedVersionsNearSet,
  listKeys,
  listKeyVaults,
  listKeyVersions,
  listPreparations,
  previewPreparation,
  type DiskEncryptionSetDetails,
} from '@portal/portal-api'
import { freshnessOf } from './combined-reads.ts'
import { readSet } from './disk-encryption-set-facts.ts'
import { deploymentPollMs } from './poll-interval.ts'
import { call } from './portal-client.ts'
import { read, readBy, watch, type QueryAccount } from './read.ts'

/** A page of disk encryption sets. */
export const diskEncryptionSetRowsQuery = read('estate', browseDiskEncryptionSets, { placeholder: 'same page' })

/** A disk encryption set, refreshed while Azure is changing it or has not applied a grant yet. */
export const diskEncryptionSetQuery = watch(
  readBy('disk-encryption-set', {
    name: getDiskEncryptionSet.path,
    ask: ({ id }: { id: string }, context) =>
      call(getDiskEncryptionSet, { id, freshness: freshnessOf(context) }, context),
    staleTime: 0,
  }),
  ({ data, isMissing, pollMs }) => !isMissing && (data === undefined || isChanging(data)) && pollMs,
)

function isChanging({ set, now }: DiskEncryptionSetDetails): boolean {
  const isSettled = set.provisioningState === 'Succeeded' || set.provisioningState === 'Failed'
  const isWaiting = findingsOf(set, now).some(({ code }) => code === 'KeyAccessJustGranted')
  return !isSettled || set.facts.previousKeys.length > 0 || isWaiting
}

/** What a set encrypts. */
export const diskEncryptionSetUsesQuery = read('disk-encryption-set', getDiskEncryptionSetUses, { staleTime: 0 })

/** The deleted versions that a set might have encrypted. */
export const deletedVersionsNearSetQuery = read('recycle-bin', listDeletedVersionsNearSet, { staleTime: 0 })

/** A set with Azure's facts about its key. Read once per draft, unless something was fixed or is checked again. */
export const setReadingQuery = readBy('set-reading', {
  name: getDiskEncryptionSetFacts.path,
  ask: ({ id }: { id: string }, context) => readSet(id, () => freshnessOf(context)),
  staleTime: Infinity,
})

/** The same before something is changed: read again, past the server's cache. */
export function freshSetReadingQuery(user: QueryAccount, id: string): ReturnType<typeof setReadingQuery> {
  return {
    ...setReadingQuery(user, { id }),
    queryFn: () => readSet(id, () => 'fresh'),
    staleTime: 0,
    refetchOnMount: 'always',
  }
}

/** The vaults whose keys a set in that region can use. */
export const keyVaultsQuery = read('key', listKeyVaults)

/** The names of a vault's keys; read once a vault is chosen. */
export const keysQuery = read('key', listKeys, { enabled: ({ vaultId }) => vaultId !== '' })

/** The versions of a key; read once a key is chosen. */
export const keyVersionsQuery = read('key', listKeyVersions, { enabled: ({ keyName }) => keyName !== '' })

/** Which fixes the account can make on a key vault. */
export const keyVaultPermissionsQuery = read('permission', getKeyVaultPermissions)

/** The options for sets to be created. */
export const preparationOptionsQuery = read('key', getPreparationOptions)

/** Azure's what-if result, as of when the preview is opened. */
export const preparationPreviewQuery = read('preview', previewPreparation, { staleTime: 0, gcTime: 0 })

/** The unfinished deployments of a resource group that create sets. */
export const preparationsQuery = read('preparation', listPreparations, { staleTime: 0 })

/** One such deployment, refreshed every two seconds until it is done. */
export const preparationQuery = watch(
  read('preparation', getPreparation, { staleTime: 0 }),
  ({ data }) =>
    (data === undefined || ['Running', 'AwaitingGrant'].includes(preparationProgress(data).state)) && deploymentPollMs,
)
