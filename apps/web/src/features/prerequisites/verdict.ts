import type { ActionPurpose, AllowedAction, Registration } from '@portal/portal-api'
import { isUnderWay } from '../../api/prerequisite-queries.ts'

/**
 * Whether encrypted image versions can be created, the most important obstacle first. `unclear`: Azure did not say
 * everything. `missing`: the number of required actions that the user's roles don't allow.
 */
export type Verdict =
  | { state: 'providerMissing' }
  | { state: 'providerInProgress' }
  | { state: 'permissionsMissing'; missing: number }
  | { state: 'unclear' }
  | { state: 'ready'; canCreateSets: boolean }

// Existing sets can be used without it.
const optional: ActionPurpose = 'makeDiskEncryptionSets'

/** The verdict on a subscription, or on one of its galleries, from all that Azure reports about it. */
export function verdictOf(registrations: readonly Registration[], actions: readonly AllowedAction[]): Verdict {
  const provider = registrations.find(({ name }) => name === 'Microsoft.Compute')
  const required = actions.filter(({ purpose }) => purpose !== optional)
  const missing = required.filter(({ permission }) => permission === 'forbidden').length
  if (provider && isUnderWay(provider)) return { state: 'providerInProgress' }
  if (provider?.state === 'NotRegistered' || provider?.state === 'Unregistered') return { state: 'providerMissing' }
  if (missing > 0) return { state: 'permissionsMissing', missing }
  if (provider?.state !== 'Registered' || required.some(({ permission }) => permission === 'unknown'))
    return { state: 'unclear' }
  const canCreateSets = actions.every(({ purpose, permission }) => purpose !== optional || permission === 'allowed')
  return { state: 'ready', canCreateSets }
}
