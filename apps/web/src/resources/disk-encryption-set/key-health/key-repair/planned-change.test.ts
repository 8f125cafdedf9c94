import type { Cause, Repair } from '@portal/disk-encryption'
import { expect, it } from 'vitest'
import { changesFor, stillHas } from './planned-change.ts'

const vaultId = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv'
const now = '2026-11-24T09:00:00Z'

function aCause(code: Cause['code'], repairOf: (set: string) => Repair): Cause {
  const sets = ['a', 'b'].map((id) => ({ id, name: id, location: 'westus', keyName: 'key', repair: repairOf(id) }))
  return { id: code, state: 'blocked', code, keyVaultName: 'kv', sets }
}
const noGrant = aCause('KeyAccessMissing', (diskEncryptionSetId) => ({
  action: 'grantKeyAccess',
  diskEncryptionSetId,
  vaultId,
}))

it('grants each set access apart', () => {
  expect(changesFor(noGrant).map(({ id, sets }) => [id, sets.length])).toEqual([
    ['a', 1],
    ['b', 1],
  ])
})

it('changes a vault once for all of its sets', () => {
  const cause = aCause('KeyVaultWithoutPurgeProtection', () => ({ action: 'enablePurgeProtection', vaultId }))
  expect(changesFor(cause).map(({ id, sets }) => [id, sets.length])).toEqual([[vaultId, 2]])
})

it('changes nothing that is not fixed at a vault', () => {
  expect(changesFor(aCause('KeyDisabled', () => ({ action: 'openInPortal', resourceId: vaultId })))).toEqual([])
})

it('looks whether a set still has the problem', () => {
  const reading = (keys: string[]) => ({
    now,
    read: {
      id: 'a',
      name: 'a',
      location: 'westus',
      encryptionType: 'EncryptionAtRestWithCustomerKey' as const,
      provisioningState: 'Succeeded',
      keyVaultName: 'kv',
      keyName: 'key',
      rotationToLatestKeyVersionEnabled: false,
      readAt: now,
      facts: {
        identity: { type: 'SystemAssigned', principalIds: ['p'] },
        keyUrl: 'https://kv.vault.azure.net/keys/key/0',
        previousKeys: [],
        vault: {
          id: vaultId,
          name: 'kv',
          location: 'westus',
          softDelete: true,
          purgeProtection: true,
          firewall: 'open' as const,
        },
        key: 'unreadable' as const,
        keyAccess: { type: 'AccessPolicies' as const, policies: [{ objectId: 'p', keys }] },
      },
    },
  })
  expect(stillHas(noGrant, reading([]))).toBe(true)
  expect(stillHas(noGrant, reading(['get', 'wrapkey', 'unwrapkey']))).toBe(false)
  expect(stillHas(noGrant, { now, read: null })).toBeUndefined()
})
