import type { ActionPurpose, AllowedAction, Permission, Registration, RegistrationState } from '@portal/portal-api'
import { expect, it } from 'vitest'
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
  expect(verdictOf(provider('Registered'), allowed)).toEqual({ state: 'ready', canCreateSets: true })
})

it('is ready for who can use sets but not create them', () => {
  const actions = [action('diskEncryptionSets', 'allowed'), action('makeDiskEncryptionSets', 'forbidden')]
  expect(verdictOf(provider('Registered'), actions)).toEqual({ state: 'ready', canCreateSets: false })
})

it.each([
  ['NotRegistered', 'providerMissing'],
  ['Unregistered', 'providerMissing'],
  ['Registering', 'providerInProgress'],
  ['Unknown', 'unclear'],
] as const)('a provider that is %s makes it %s', (state, verdict) => {
  expect(verdictOf(provider(state), allowed).state).toBe(verdict)
})

it('counts the required actions that are not allowed, and is unclear if Azure did not say', () => {
  const some = [action('sources', 'forbidden'), action('imageVersions', 'unknown'), ...allowed]
  expect(verdictOf(provider('Registered'), some)).toEqual({ state: 'permissionsMissing', missing: 1 })
  expect(verdictOf(provider('Registered'), some.slice(1))).toEqual({ state: 'unclear' })
})
