import type { ActionPurpose, AllowedAction, Permission, Registration, RegistrationState } from '@portal/portal-api'
import { expect, it } from 'vitest'
import type { ConnectionCheckStep } from './connection-check-steps.ts'
import { verdictOf } from './verdict.ts'

const provider = (state: RegistrationState): Registration[] => [
  { name: 'Microsoft.Compute', state, mayRegister: 'allowed' },
  { name: 'SIGEncryption', state: 'NotRegistered', mayRegister: 'allowed' },
  { name: 'EncryptionAtHost', state: 'NotRegistered', mayRegister: 'allowed' },
]
const action = (purpose: ActionPurpose, permission: Permission): AllowedAction => ({
  action: 'any',
  purpose,
  permission,
})
const allowed = [action('imageVersions', 'allowed'), action('makeDiskEncryptionSets', 'allowed')]

it('is ready without the historic feature and without those that few need', () => {
  expect(verdictOf({ registrations: provider('Registered'), actions: allowed })).toEqual({
    state: 'ready',
    canCreateSets: true,
  })
})

it('is ready for who can use sets but not create them', () => {
  const actions = [action('diskEncryptionSets', 'allowed'), action('makeDiskEncryptionSets', 'forbidden')]
  expect(verdictOf({ registrations: provider('Registered'), actions })).toEqual({
    state: 'ready',
    canCreateSets: false,
  })
})

it.each([
  ['NotRegistered', 'providerMissing'],
  ['Unregistered', 'providerMissing'],
  ['Registering', 'providerInProgress'],
  ['Unknown', 'unclear'],
] as const)('a provider that is %s makes it %s', (state, verdict) => {
  expect(verdictOf({ registrations: provider(state), actions: allowed }).state).toBe(verdict)
})

it('counts the required actions that are not allowed, and is unclear if Azure did not say', () => {
  const some = [action('sources', 'forbidden'), action('imageVersions', 'unknown'), ...allowed]
  expect(verdictOf({ registrations: provider('Registered'), actions: some })).toEqual({
    state: 'permissionsMissing',
    missing: 1,
  })
  expect(verdictOf({ registrations: provider('Registered'), actions: some.slice(1) })).toEqual({ state: 'unclear' })
})

it('is about the connection first, unless only a resource provider failed', () => {
  const step = (link: ConnectionCheckStep['link'], verdict: ConnectionCheckStep['verdict']) => ({
    link,
    verdict,
    facts: [],
    ms: 1,
  })
  const rest = { registrations: provider('Unregistered'), actions: allowed }
  const steps = [step('onBehalfOf', 'failed'), step('clock', 'warning'), step('resourceProvider', 'notReached')]
  expect(verdictOf({ ...rest, steps })).toEqual({ state: 'connectionFailed' })
  expect(verdictOf({ ...rest, steps: [step('resourceProvider', 'failed')] }).state).toBe('providerMissing')
})

it('is unclear while something could not be read', () => {
  expect(verdictOf({ registrations: provider('Registered') }).state).toBe('unclear')
  expect(verdictOf({ actions: allowed }).state).toBe('unclear')
})
