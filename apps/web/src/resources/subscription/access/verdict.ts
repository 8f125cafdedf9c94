import type { ActionPurpose, AllowedAction, Registration } from '@portal/portal-api'
import { isUnderWay } from '../../../api/subscription-reads.ts'
import type { ConnectionCheckStep } from './connection-check-steps.ts'

/**
 * Whether encrypted image versions can be created, the most important obstacle first. `unclear`: Azure did not say
 * everything. `missing`: the number of required actions that the user's roles don't allow.
 */
export type Verdict =
  | { state: 'connectionFailed' }
  | { state: 'providerMissing' }
  | { state: 'providerInProgress' }
  | { state: 'permissionsMissing'; missing: number }
  | { state: 'unclear' }
  | { state: 'ready'; canCreateSets: boolean }

// Existing sets can be used without it.
const optional: ActionPurpose = 'makeDiskEncryptionSets'

interface Seen {
  steps?: readonly ConnectionCheckStep[] | undefined
  registrations?: readonly Registration[] | undefined
  actions?: readonly AllowedAction[] | undefined
}

/** The verdict on a subscription, or on one of its galleries, from all that was seen of it. */
export function verdictOf({ steps = [], registrations = [], actions }: Seen): Verdict {
  // A resource provider can be registered: that has a verdict of its own.
  if (steps.some(({ link, verdict }) => verdict === 'failed' && link !== 'resourceProvider'))
    return { state: 'connectionFailed' }
  const provider = registrations.find(({ name }) => name === 'Microsoft.Compute')
  const required = (actions ?? []).filter(({ purpose }) => purpose !== optional)
  const missing = required.filter(({ permission }) => permission === 'forbidden').length
  if (provider && isUnderWay(provider)) return { state: 'providerInProgress' }
  if (provider?.state === 'NotRegistered' || provider?.state === 'Unregistered') return { state: 'providerMissing' }
  if (missing > 0) return { state: 'permissionsMissing', missing }
  const isUnread = actions === undefined || provider?.state !== 'Registered'
  if (isUnread || required.some(({ permission }) => permission === 'unknown')) return { state: 'unclear' }
  const canCreateSets = actions.every(({ purpose, permission }) => purpose !== optional || permission === 'allowed')
  return { state: 'ready', canCreateSets }
}
