import { expect, it } from 'vitest'
import { readNames, startPseudonyms } from './pseudonyms.ts'

const subscription = '/subscriptions/d1110000-0000-4000-8000-00000000a001'
const group = `${subscription}/resourceGroups/Payroll`
const compute = `${group}/providers/Microsoft.Compute`
const gallery = `${compute}/galleries/northwindGallery`
const version = `${gallery}/images/ledger/versions/1.2.0`
const set = `${compute}/diskEncryptionSets/northwind-des`
const vault = `${group}/providers/Microsoft.KeyVault/vaults/northwind-kv`

const lines = [
  { subscriptions: [{ subscriptionId: subscription.split('/')[2], displayName: 'Northwind Payroll' }] },
  { person: { objectId: 'd1110000-0000-4000-8000-00000000b001', userPrincipalName: 'lea@northwind.example' } },
  {
    resource: {
      id: version,
      name: '1.2.0',
      type: 'microsoft.compute/galleries/images/versions',
      location: 'westus',
      tags: { owner: 'Lea Conti', revoked: 'true' },
      properties: {
        publishingProfile: {
          targetRegions: [{ name: 'West US', encryption: { osDiskImage: { diskEncryptionSetId: set } } }],
        },
      },
    },
  },
  {
    resource: {
      id: set,
      name: 'northwind-des',
      type: 'microsoft.compute/diskencryptionsets',
      properties: {
        activeKey: { keyUrl: `https://northwind-kv.vault.azure.net/keys/payroll-key/${'a'.repeat(32)}` },
        encryptionType: 'EncryptionAtRestWithCustomerKey',
      },
    },
  },
  { resource: { id: vault, name: 'northwind-kv', properties: { vaultUri: 'https://northwind-kv.vault.azure.net/' } } },
  {
    resource: {
      id: `${compute}/virtualMachineScaleSets/web/virtualMachines/0`,
      name: 'web_0',
      properties: { osProfile: { computerName: 'payroll01' }, notes: 'ask Lea' },
    },
  },
  {
    resource: {
      id: `${group}/providers/Microsoft.Authorization/roleAssignments/d1110000-0000-4000-8000-00000000c001`,
      name: 'd1110000-0000-4000-8000-00000000c001',
      properties: {
        roleDefinitionId: '/providers/Microsoft.Authorization/RoleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c',
        principalId: 'd1110000-0000-4000-8000-00000000b001',
        scope: group,
      },
    },
  },
]

/** The text at a path of a line, as JSON has it. */
function at(line: string | undefined, ...path: string[]): string {
  let value: unknown = JSON.parse(line ?? '{}')
  for (const step of path)
    value = typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(step) : undefined
  return String(value)
}

it('replaces names and IDs, each always by the same, and keeps what Azure calls so', () => {
  const pseudonyms = startPseudonyms()
  const [, person, ofVersion, ofSet, ofVault, ofInstance, ofRole] = lines.map((line) =>
    pseudonyms.line(JSON.stringify(line)),
  )
  const text = [ofVersion, ofSet, ofVault, ofInstance, ofRole, person].join('\n')
  expect(text).not.toMatch(/northwind|payroll|ledger|\blea\b|d1110000/i)
  expect(text).toContain('RoleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c')
  expect(text).toContain('EncryptionAtRestWithCustomerKey')
  const regions = ['resource', 'properties', 'publishingProfile', 'targetRegions', '0']
  expect(at(ofVersion, 'resource', 'name')).toBe('1.2.0')
  expect(at(ofVersion, 'resource', 'tags', 'revoked')).toBe('true')
  expect(at(ofVersion, ...regions, 'name')).toBe('West US')
  expect(at(ofVersion, ...regions, 'encryption', 'osDiskImage', 'diskEncryptionSetId')).toBe(
    at(ofSet, 'resource', 'id'),
  )
  expect(at(ofSet, 'resource', 'id')).toMatch(new RegExp(`/${at(ofSet, 'resource', 'name')}$`))
  expect(at(ofSet, 'resource', 'properties', 'activeKey', 'keyUrl')).toContain(
    `https://${at(ofVault, 'resource', 'name')}.vault.azure.net/keys/`,
  )
  expect(at(ofInstance, 'resource', 'name')).toMatch(/^scaleset\d_0$/)
  expect(at(ofRole, 'resource', 'properties', 'principalId')).toBe(at(person, 'person', 'objectId'))
})

it('lists the names apart', () => {
  const pseudonyms = startPseudonyms()
  for (const line of lines) pseudonyms.line(JSON.stringify(line))
  expect(at(pseudonyms.map(), 'gallery1')).toBe('northwindGallery')
  expect(pseudonyms.map()).toContain('d1110000-0000-4000-8000-00000000b001')
})

it('turns them back by that list, and leaves what is not in it', () => {
  const pseudonyms = startPseudonyms()
  const written = lines.map((line) => pseudonyms.line(JSON.stringify(line)))
  const back = readNames(pseudonyms.map())
  expect(written.map((line) => JSON.parse(back(line)) as unknown)).toEqual(lines)
  for (const other of ['gallery1-copy', 'my-gallery1', 'gallery10', 'westus2', '00000000-0000-4000-8000-0000000000ff'])
    expect(back(JSON.stringify(other))).toBe(JSON.stringify(other))
  const quoted = startPseudonyms()
  const line = quoted.line(JSON.stringify({ description: 'the "old"\n$& one' }))
  expect(JSON.parse(readNames(quoted.map())(line))).toEqual({ description: 'the "old"\n$& one' })
})

it.each(['', '{', '[]', '{}', '"gallery1"', '{"gallery1":{}}', '{"gallery1":1}', '{"my gallery":"x"}', '{"":"x"}'])(
  'does not take %j for such a list',
  (map) => expect(() => readNames(map)).toThrow(SyntaxError),
)
