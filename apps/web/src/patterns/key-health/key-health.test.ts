import { expect, it } from 'vitest'
import { keyHealthOf } from './key-health.ts'

const row = {
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/diskEncryptionSets/set',
  name: 'set',
  location: 'westus',
  encryptionType: 'EncryptionAtRestWithCustomerKey',
  provisioningState: 'Succeeded',
  keyVaultName: 'kv',
  keyName: 'key',
  rotationToLatestKeyVersionEnabled: true,
}
const key = { name: 'key', enabled: true, kty: 'RSA', keySize: 2048, rotationPolicy: 'unreadable' } as const
const facts = {
  identity: { type: 'SystemAssigned', principalIds: ['principal'] },
  keyUrl: 'https://kv.vault.azure.net/keys/key/0',
  previousKeys: [],
  vault: { id: '/v', name: 'kv', location: 'westus', softDelete: true, purgeProtection: true, firewall: 'open' },
  key,
  keyAccess: {
    type: 'AccessPolicies',
    policies: [{ objectId: 'principal', keys: ['get', 'wrapkey', 'unwrapkey'] }],
  },
} as const
const now = '2026-11-24T09:00:00Z'
const read = { ...facts, previousKeys: [], identity: { type: 'SystemAssigned', principalIds: ['principal'] } }
const mutable = (of: object) => structuredClone(of) as Parameters<typeof keyHealthOf>[1]

it('is ready only by the facts of the key', () => {
  expect(keyHealthOf(row, mutable(read), now)).toEqual({ state: 'ready', finding: undefined })
  expect(keyHealthOf(row, undefined, now).state).toBe('unknown')
})

it('is as bad as the worst that was found', () => {
  const disabled = keyHealthOf(row, mutable({ ...read, key: { ...key, enabled: false } }), now)
  expect([disabled.state, disabled.finding?.code]).toEqual(['blocked', 'KeyDisabled'])
})

it('is unknown for a type that the rules do not know', () => {
  const later = { ...row, encryptionType: 'EncryptionOfTheFuture' }
  expect(keyHealthOf(later, mutable(read), now)).toEqual({ state: 'unknown', finding: undefined })
})
