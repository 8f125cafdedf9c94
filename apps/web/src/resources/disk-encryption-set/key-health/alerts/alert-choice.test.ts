import { expect, it } from 'vitest'
import { alertPlan, areAssigned, nonCompliance, type AlertChoice } from './alert-choice.ts'

const choice: AlertChoice = {
  subscriptionId: 's',
  resourceGroupName: 'g',
  email: 'keys@contoso.example',
  policies: ['customerKeys', 'allowedSets', 'keyExpiry'],
  effect: 'Audit',
  definitions: undefined,
}
const set = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/diskEncryptionSets/set'
const facts = {
  disks: [{ id: 'bare' }, { id: 'kept', diskEncryptionSetId: set }],
  machines: [{ id: 'machine', dataDiskSetIds: [set, null] }],
  versions: [{ id: 'version', setIds: [set, set] }],
  definitions: ['/definitions/web'],
  assigned: { 'machines-from-definitions': 'Audit' },
  sets: [{ id: set, encryptionType: 'EncryptionAtRestWithCustomerKey' }],
  vaults: [{ id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv', location: 'westus' }],
}
const key = { name: 'k', enabled: true, kty: 'RSA', rotationPolicy: {} }
const keys = [
  { keyUrl: 'https://kv.vault.azure.net/keys/k/1', keyVaultName: 'KV', keyName: 'k', key },
  { keyUrl: 'https://kv.vault.azure.net/keys/l/1', keyVaultName: 'kv', keyName: 'l', key: 'notRead' as const },
  { keyUrl: 'https://other.vault.azure.net/keys/m/1', keyVaultName: 'other', keyName: 'm', key },
]

it('watches the vaults of the subscription, and allows its sets', () => {
  expect(alertPlan(choice, facts)).toMatchObject({
    vaults: facts.vaults,
    policies: { customerKeys: 'Audit', allowedSets: { effect: 'Audit', sets: [set] }, keyExpiry: 'Audit' },
  })
})

it('says what each policy would mark today, and of which keys nobody knows', () => {
  expect(nonCompliance(choice, facts, keys)).toEqual([
    { policy: 'customerKeys', resourceIds: ['bare', 'machine'], unknownIds: [] },
    { policy: 'allowedSets', resourceIds: ['bare', 'machine'], unknownIds: [] },
    {
      policy: 'keyExpiry',
      resourceIds: ['https://kv.vault.azure.net/keys/k/1'],
      unknownIds: ['https://kv.vault.azure.net/keys/l/1'],
    },
  ])
})

it('has nothing of a policy that is not chosen', () => {
  expect(nonCompliance({ ...choice, policies: [] }, facts, keys)).toEqual([])
  expect(alertPlan({ ...choice, policies: [] }, facts).policies).toEqual({})
})

it('marks machines from another image than a version of the definitions, and denies only what is assigned', () => {
  const guards: AlertChoice = { ...choice, policies: ['ownImages'] }
  const machines = [
    { id: 'own', dataDiskSetIds: [], imageId: '/Definitions/Web/versions/1.0.0' },
    { id: 'latest', dataDiskSetIds: [], imageId: '/definitions/web' },
    { id: 'other', dataDiskSetIds: [], imageId: '/definitions/web-2' },
    { id: 'from a disk', dataDiskSetIds: [] },
  ]
  expect(nonCompliance(guards, { ...facts, machines }, keys)).toMatchObject([{ resourceIds: ['other', 'from a disk'] }])
  expect(areAssigned(guards, facts)).toBe(true)
  expect(areAssigned({ ...guards, policies: ['ownImages', 'versionKeys'] }, facts)).toBe(false)
})
