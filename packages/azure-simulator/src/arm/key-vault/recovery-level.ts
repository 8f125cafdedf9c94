import { numberAt, valueAt } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'

const longestRetention = 90

/** The vault's retention in days. */
export function retentionOf({ properties }: StoredResource): number {
  return numberAt(properties, 'softDeleteRetentionInDays') ?? longestRetention
}

/**
 * Whether and how a deleted key of the vault can be had back.
 * https://learn.microsoft.com/rest/api/keyvault/keys/create-key/create-key#deletionrecoverylevel
 */
export function recoveryLevelOf(vault: StoredResource): string {
  const level = retentionOf(vault) < longestRetention ? 'CustomizedRecoverable' : 'Recoverable'
  return valueAt(vault.properties, 'enablePurgeProtection') === true ? level : `${level}+Purgeable`
}
