import { readDiskEncryptionSet, type SurveyedSetRow } from '@portal/portal-api'
import { expect, it } from 'vitest'
import { daysLeft, keyAddressOf, knownSet } from '../parts/surveyed-row.ts'

const vaultId = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv'
const keyUrl = 'https://kv.vault.azure.net/keys/key/0'
const now = '2026-11-24T09:00:00Z'
const key = { name: 'key', enabled: true, kty: 'RSA', keySize: 2048, rotationPolicy: 'unreadable' as const }

function aRow(policies: { objectId: string; keys: string[] }[]): SurveyedSetRow {
  return {
    id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/diskEncryptionSets/set',
    name: 'set',
    location: 'westus',
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    provisioningState: 'Succeeded',
    keyVaultName: 'kv',
    keyName: 'key',
    rotationToLatestKeyVersionEnabled: true,
    facts: {
      identity: { type: 'SystemAssigned', principalIds: ['principal'] },
      keyUrl,
      previousKeys: [],
      vault: { id: vaultId, name: 'kv', location: 'westus', softDelete: true, purgeProtection: true, firewall: 'open' },
      keyAccess: { type: 'AccessPolicies', policies },
    },
  }
}
const granted = [{ objectId: 'principal', keys: ['get', 'wrapkey', 'unwrapkey'] }]

it('is not ready before its key was read', () => {
  expect(knownSet(aRow(granted), {}, now).state).toBeUndefined()
  expect(knownSet(aRow(granted), { key: { now, key } }, now).state).toBe('ready')
  expect(knownSet(aRow(granted), { key: { now, key: { ...key, enabled: false } } }, now).state).toBe('blocked')
})

it('is in trouble without its key, if its grant is missing', () => {
  const { state, findings } = knownSet(aRow([]), {}, now)
  expect([state, findings.map(({ code }) => code)]).toEqual(['blocked', ['KeyAccessMissing']])
})

it('believes what ARM said of the set rather than its row', () => {
  const { facts, ...bare } = aRow(granted)
  if (facts === undefined) throw new Error('a row with facts')
  const read = readDiskEncryptionSet.parse({ ...bare, facts: { ...facts, key }, readAt: now })
  const row = { ...aRow([]), autoKeyRotationError: 'No longer so.' }
  expect(knownSet(row, { set: { now, read } }, now).state).toBe('ready')
})

it('is unknown for a type that the rules do not know', () => {
  expect(knownSet({ ...aRow(granted), encryptionType: 'EncryptionOfTheFuture' }, {}, now).state).toBe('unknown')
})

it('knows where a key is, but not in a vault that nobody can see', () => {
  expect(keyAddressOf(aRow(granted))).toEqual({ vaultId, keyUrl })
  expect(keyAddressOf({})).toBeUndefined()
})

it('counts whole days to the end of a key', () => {
  expect(daysLeft({ ...key, expires: '2026-11-30T10:00:00Z' }, now)).toBe(6)
  expect(daysLeft({ ...key, expires: '2026-11-24T08:00:00Z' }, now)).toBe(-1)
  expect(daysLeft(key, now)).toBeUndefined()
})
