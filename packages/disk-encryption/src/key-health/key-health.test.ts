import { describe, expect, it } from 'vitest'
import type { DiskEncryptionSet } from '../disk-encryption-set.ts'
import {
  aDiskEncryptionSet,
  aKey,
  aKeyVault,
  otherSubscriptionId,
  readyFacts,
  setPrincipalId,
  subscriptionId,
  vaultId,
} from '../testing/sets.ts'
import type { DiskEncryptionSetFacts, KeyRotationPolicy, KeyVaultFacts } from './disk-encryption-set-facts.ts'
import { diskEncryptionSetQuota } from './disk-encryption-set-quota.ts'
import { findingsOf, readinessOf, withFacts } from './key-health.ts'
import { isRotationAccepted, proposedRotation, rotationPolicyOf } from './proposed-rotation-policy.ts'

const now = '2026-11-24T12:00:00.000Z'
const cell = { encryptionType: 'EncryptionAtRestWithCustomerKey', region: 'West US', subscriptionId, now } as const
const grant = { action: 'grantKeyAccess', diskEncryptionSetId: aDiskEncryptionSet('set').id, vaultId }

function readiness(facts: Partial<DiskEncryptionSetFacts>, set: Partial<DiskEncryptionSet> = {}) {
  return readinessOf(aDiskEncryptionSet('set', { facts: readyFacts(facts), ...set }), cell)
}

function codes(facts: Partial<DiskEncryptionSetFacts>, set: Partial<DiskEncryptionSet> = {}) {
  return readiness(facts, set).findings.map(({ code }) => code)
}

const assignment = {
  principalId: setPrincipalId,
  principalType: 'ServicePrincipal',
  roleId: 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
  scope: vaultId,
}
const byRoles = (...assignments: (typeof assignment)[]) =>
  ({ keyAccess: { type: 'RoleAssignments', assignments } }) as const
const byPolicies = (...policies: { objectId: string; keys: string[] }[]) =>
  ({ keyAccess: { type: 'AccessPolicies', policies } }) as const

describe('a set', () => {
  it('is ready where everything was read and found right', () => {
    expect(readiness({})).toEqual({ state: 'ready', findings: [] })
  })

  it('is unknown until its key was looked at', () => {
    expect(readinessOf(aDiskEncryptionSet('set'), cell)).toMatchObject({
      state: 'unknown',
      findings: [{ code: 'ReadinessNotRead' }],
    })
  })

  it.each<[string, Partial<DiskEncryptionSetFacts>, string]>([
    ['vault', { vault: 'unreadable' }, 'KeyVaultUnreadable'],
    ['vault, in another subscription', { vault: 'notNamed' }, 'KeyVaultNotNamed'],
    ['vault, in another tenant', { vault: 'inAnotherTenant' }, 'KeyVaultInAnotherTenant'],
    ['managed HSM', { vault: 'managedHsm' }, 'ManagedHsmNotChecked'],
    ['key', { key: 'unreadable' }, 'KeyUnreadable'],
    ['access', { keyAccess: 'unreadable' }, 'KeyAccessUnreadable'],
    ['custom role', byRoles({ ...assignment, roleId: 'a-role-of-our-own' }), 'KeyAccessByUnknownRole'],
  ])('is never ready where the user may not read its %s', (_, facts, code) => {
    expect(readiness(facts)).toMatchObject({ state: 'unknown', findings: [{ code }] })
  })

  it('that serves another cell is blocked for this one', () => {
    const set = aDiskEncryptionSet('set', { facts: readyFacts() })
    const blocked = { state: 'blocked', findings: [{ repair: { action: 'chooseAnotherSet' } }] }
    expect(readinessOf(set, { ...cell, region: 'eastus2' })).toMatchObject(blocked)
    expect(readinessOf(set, { ...cell, subscriptionId: otherSubscriptionId })).toMatchObject(blocked)
    expect(readinessOf(set, { ...cell, encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' })).toMatchObject(
      blocked,
    )
  })

  it('shows the worst first', () => {
    const facts = { vault: aKeyVault({ firewall: 'closed' }), key: aKey({ expires: '2026-12-01T00:00:00Z' }) } as const
    const { state, findings } = readiness({ ...facts, keyAccess: 'unreadable' })
    expect(state).toBe('blocked')
    expect(findings.map((finding) => finding.state)).toEqual(['blocked', 'warning', 'unknown'])
  })

  it('is judged anew when time has passed', () => {
    const set = aDiskEncryptionSet('set', { facts: readyFacts({ key: aKey({ expires: '2026-12-30T12:00:00Z' }) }) })
    expect(findingsOf(set, now).map(({ code }) => code)).toEqual(['KeyValidUntil'])
    expect(findingsOf(set, '2026-12-30T12:00:00Z').map(({ code }) => code)).toEqual(['KeyExpired'])
  })
})

describe('its key', () => {
  it.each([
    ['30 days before its end', '2026-12-24T12:00:00Z', 'KeyValidUntil', 30],
    ['a second later', '2026-12-24T11:59:59Z', 'KeyExpiresSoon', 29],
    ['on its last day', '2026-11-24T12:00:01Z', 'KeyExpiresSoon', 0],
  ])('%s', (_, expires, code, days) => {
    expect(readiness({ key: aKey({ expires }) }).findings).toMatchObject([{ code, params: { days } }])
  })

  it('is RSA of 2,048, 3,072 or 4,096 bits', () => {
    for (const keySize of [2048, 3072, 4096]) expect(codes({ key: aKey({ keySize }) })).toEqual([])
    expect(codes({ key: aKey({ kty: 'EC' }) })).toEqual(['KeyTypeNotSupported'])
  })

  it('of confidential disks is an exportable RSA-HSM key, and what releases it cannot be seen', () => {
    const confidential = { encryptionType: 'ConfidentialVmEncryptedWithCustomerKey' } as const
    const set = (key: Parameters<typeof aKey>[0]) =>
      findingsOf(aDiskEncryptionSet('set', { ...confidential, facts: readyFacts({ key: aKey(key) }) }), now)
    const orchestrator = 'ConfidentialOrchestratorNotChecked'
    expect(set({ kty: 'RSA-HSM', exportable: true }).map(({ code }) => code)).toEqual([orchestrator])
    expect(set({ kty: 'RSA-HSM', exportable: false }).map(({ code }) => code)).toContain('KeyNotForConfidentialDisks')
  })

  it('that is on its way to a new version works meanwhile', () => {
    const previousKeys = ['https://kv-contoso-wus.vault.azure.net/keys/images-key/old']
    expect(readiness({ previousKeys }, { provisioningState: 'Updating' })).toMatchObject({
      state: 'ready',
      findings: [{ code: 'KeyRotationUnderWay' }],
    })
  })
})

describe('a set that follows its key', () => {
  const repair = { action: 'setRotationPolicy', vaultId, keyName: 'images-key' }
  const following = (key: Parameters<typeof aKey>[0]) => readiness({ key: aKey(key) })

  it.each<[string, KeyRotationPolicy, string]>([
    ['only notifies', { notify: { timeBeforeExpiry: 'P30D' } }, 'KeyNeverRotates'],
    ['has no policy', {}, 'KeyNeverRotates'],
    ['rotates before an end that it has not', { rotate: { timeBeforeExpiry: 'P30D' } }, 'KeyRotationNeedsExpiryDate'],
  ])('is warned of where the key %s, with what has it rotate', (_, rotationPolicy, code) => {
    expect(following({ rotationPolicy })).toMatchObject({ state: 'warning', findings: [{ code, repair }] })
  })

  it.each<[string, KeyRotationPolicy | 'unreadable']>([
    ['rotates by its age', { rotate: { timeAfterCreate: 'P90D' } }],
    ['has a policy that the user may not read', 'unreadable'],
  ])('is ready where the key %s', (_, rotationPolicy) => {
    expect(following({ rotationPolicy })).toEqual({ state: 'ready', findings: [] })
  })

  it('is not warned of a key that rotates before the end that its version has', () => {
    const rotationPolicy = { rotate: { timeBeforeExpiry: 'P30D' } }
    expect(following({ rotationPolicy, expires: '2027-11-24T12:00:00Z' }).findings).toMatchObject([
      { code: 'KeyValidUntil' },
    ])
  })

  it('alone is warned of: one with rotation off takes no versions anyway', () => {
    const key = aKey({ rotationPolicy: {} })
    expect(readiness({ key }, { rotationToLatestKeyVersionEnabled: false })).toEqual({ state: 'ready', findings: [] })
  })
})

it('the policy that is proposed rotates a key 30 days before the end of a year, by its age', () => {
  expect(rotationPolicyOf(proposedRotation)).toEqual({
    lifetimeActions: [
      { trigger: { timeAfterCreate: 'P335D' }, action: { type: 'rotate' } },
      { trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'notify' } },
    ],
    attributes: { expiryTime: 'P365D' },
  })
})

it.each([
  ['28 days, a week from both ends', 21, 28, true],
  ['27 days', 7, 27, false],
  ['six days after creation', 6, 365, false],
  ['six days before the end', 359, 365, false],
])('Key Vault takes a policy of %s: %d and %d', (_, rotateAfter, expireAfter, isAccepted) => {
  expect(isRotationAccepted({ rotateAfter, expireAfter })).toBe(isAccepted)
})

describe('its vault', () => {
  it.each<[string, KeyVaultFacts['firewall'], string, string]>([
    ['over private endpoints only', 'private', 'blocked', 'KeyVaultPrivateAccessOnly'],
    ['privately and by trusted services', 'privateAndTrustedServices', 'unknown', 'KeyVaultPrivate'],
    ['by its perimeter', 'perimeter', 'unknown', 'KeyVaultInPerimeter'],
  ])('is never ready where it is reached %s', (_, firewall, state, code) => {
    expect(readiness({ vault: aKeyVault({ firewall }) })).toMatchObject({ state, findings: [{ code }] })
  })

  it('may have a firewall that lets trusted services in', () => {
    expect(codes({ vault: aKeyVault({ firewall: 'trustedServices' }) })).toEqual([])
  })

  it('needs soft delete as well as purge protection', () => {
    expect(readiness({ vault: aKeyVault({ softDelete: false }) }).findings).toMatchObject([
      { code: 'KeyVaultWithoutPurgeProtection', repair: { action: 'enablePurgeProtection', vaultId } },
    ])
  })
})

describe('its access to the key', () => {
  it('comes by an access policy with get, wrap and unwrap, or all', () => {
    expect(codes(byPolicies({ objectId: setPrincipalId, keys: ['Get', 'WrapKey', 'UnwrapKey'] }))).toEqual([])
    expect(codes(byPolicies({ objectId: setPrincipalId, keys: ['all'] }))).toEqual([])
    expect(readiness(byPolicies({ objectId: setPrincipalId, keys: ['get', 'wrapkey'] })).findings).toMatchObject([
      { code: 'KeyAccessMissing', params: { missing: 'unwrapkey' }, repair: grant },
    ])
  })

  it('comes by any of its identities', () => {
    const identity = { type: 'SystemAssigned, UserAssigned', principalIds: ['another', setPrincipalId] }
    expect(codes({ identity })).toEqual([])
  })

  it('does not come by a role that manages vaults but not keys', () => {
    const contributor = { ...assignment, roleId: 'b24988ac-6180-42a0-ab88-20f7382dd24c' }
    expect(codes(byRoles(contributor))).toEqual(['KeyAccessMissing'])
  })

  it('may come by a group, whose members are not known: no more than a warning', () => {
    const group = { ...assignment, principalId: 'a-group', principalType: 'Group' }
    expect(readiness(byRoles(group))).toMatchObject({
      state: 'warning',
      findings: [{ code: 'KeyAccessNotSeen', repair: grant }],
    })
  })

  it('may not have reached every place of Azure ten minutes after it was given', () => {
    const at = (createdOn: string) => codes(byRoles({ ...assignment, createdOn } as typeof assignment))
    expect(at('2026-11-24T11:50:01Z')).toEqual(['KeyAccessJustGranted'])
    expect(at('2026-11-24T11:50:00Z')).toEqual([])
  })
})

it('the sets of a region count against 5,000', () => {
  const sets = [
    aDiskEncryptionSet('one'),
    aDiskEncryptionSet('two'),
    aDiskEncryptionSet('far', { location: 'eastus2' }),
  ]
  expect(diskEncryptionSetQuota('West US', { diskEncryptionSets: sets })).toEqual({ count: 2, max: 5000 })
})

it('sets that were read later take the place of their own, whatever the case of the id, and others stay as they are', () => {
  const [one, two] = [aDiskEncryptionSet('one'), aDiskEncryptionSet('two')]
  const facts = readyFacts()
  const later = { ...one, provisioningState: 'Failed', facts }
  const { diskEncryptionSets } = withFacts({ diskEncryptionSets: [one, two] }, [{ ...later, id: one.id.toUpperCase() }])
  expect(diskEncryptionSets).toEqual([later, two])
  expect(diskEncryptionSets[1]).toBe(two)
})
