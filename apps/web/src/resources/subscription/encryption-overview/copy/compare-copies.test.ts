import { expect, it } from 'vitest'
import { compareCopies, headerOfCopy, linesOfFile } from './compare-copies.ts'
import { readNames, startPseudonyms } from './pseudonyms.ts'

const subscriptionId = 'd1110000-0000-4000-8000-00000000a001'
const subscription = `/subscriptions/${subscriptionId}`
const compute = `${subscription}/resourceGroups/payroll/providers/Microsoft.Compute`
const definition = `${compute}/galleries/northwind/images/ledger`
const vault = `${subscription}/resourceGroups/payroll/providers/Microsoft.KeyVault/vaults/northwind-kv`
const lea = { objectId: 'd1110000-0000-4000-8000-00000000b001', displayName: 'Lea', userPrincipalName: 'lea@n.example' }

const header = {
  format: 'azure-estate-copy',
  version: 1,
  tenantId: 'd1110000-0000-4000-8000-000000000001',
  takenAt: '2026-11-24T09:00:00Z',
  isAnonymized: false,
  subscriptions: [{ subscriptionId, displayName: 'Payroll' }],
}
const resource = (id: string, properties: object, others: object = {}) => ({
  resource: { id, type: 'as/azure/says', name: id.split('/').at(-1), properties, ...others },
})
const region = (name: string, regionalReplicaCount: number) => ({ name, regionalReplicaCount })
const version = (number: string, ...targetRegions: object[]) =>
  resource(`${definition}/versions/${number}`, { provisioningState: 'Succeeded', publishingProfile: { targetRegions } })

const textOf = (lines: object[]) =>
  [header, { person: lea }, ...lines, { end: { lines: lines.length + 3 } }].map((line) => `${JSON.stringify(line)}\n`)
const copyOf = (...lines: object[]) => linesOfFile(new Blob(textOf(lines)))
const compared = (before: ReturnType<typeof copyOf>, after: ReturnType<typeof copyOf>) =>
  compareCopies(before, after, { subscriptionIds: [subscriptionId], signal: new AbortController().signal })

it('lists what is new, gone and changed by kind, each property from what to what', async () => {
  const lock = `${definition}/providers/Microsoft.Authorization/locks/keep`
  const { differences, unread, hasOtherPermissions } = await compared(
    copyOf(
      version('1.0.0', region('West US', 1)),
      version('1.1.0', region('West US', 1), region('East US', 2)),
      version('1.2.0', region('West US', 1)),
      resource(`${compute}/disks/data`, { diskSizeGB: 4 }, { tags: { owner: 'Lea' } }),
    ),
    copyOf(
      resource(lock, { level: 'CanNotDelete', notes: 'ask' }),
      // in another order, and with a region in the middle
      version('1.2.0', region('North Europe', 3), region('West US', 1)),
      version('1.1.0', region('East US', 4), region('West US', 1)),
      version('1.3.0', region('West US', 1)),
      resource(`${compute}/disks/data`, { diskSizeGB: 4 }, { tags: { owner: 'lea' } }),
    ),
  )
  const inRegions = 'properties.publishingProfile.targetRegions'
  expect(differences).toEqual([
    {
      kind: 'microsoft.compute/galleries/images/versions',
      resourceId: `${definition}/versions/1.0.0`,
      changeType: 'Delete',
      properties: [],
    },
    {
      kind: 'microsoft.compute/galleries/images/versions',
      resourceId: `${definition}/versions/1.1.0`,
      changeType: 'Update',
      properties: [{ path: `${inRegions}[East US].regionalReplicaCount`, before: '2', after: '4' }],
    },
    {
      kind: 'microsoft.compute/galleries/images/versions',
      resourceId: `${definition}/versions/1.2.0`,
      changeType: 'Update',
      properties: [{ path: `${inRegions}[North Europe]`, after: 'North Europe' }],
    },
    {
      kind: 'microsoft.compute/galleries/images/versions',
      resourceId: `${definition}/versions/1.3.0`,
      changeType: 'Create',
      properties: [],
    },
    {
      kind: 'microsoft.compute/disks',
      resourceId: `${compute}/disks/data`,
      changeType: 'Update',
      properties: [{ path: 'tags.owner', before: 'Lea', after: 'lea' }],
    },
    {
      kind: 'microsoft.authorization/locks',
      resourceId: lock,
      changeType: 'Create',
      properties: [{ path: 'properties.level', after: 'CanNotDelete' }],
    },
  ])
  expect([unread.size, hasOtherPermissions]).toEqual([0, false])
})

it('finds no difference in how an ID is spelt, where a state comes from, and what it does not compare', async () => {
  const set = `${compute}/diskEncryptionSets/des`
  const machine = `${compute}/virtualMachines/web`
  const graph = { extended: { instanceView: { powerState: { code: 'PowerState/deallocated' } } } }
  const arm = { instanceView: { statuses: [{ code: 'PowerState/deallocated', time: '2026-11-25T09:00:00Z' }] } }
  const { differences } = await compared(
    copyOf(
      resource(`${compute}/disks/data`, { encryption: { diskEncryptionSetId: set } }),
      resource(machine, { vmId: '1', ...graph }),
      resource(`${subscription}/resourceGroups/payroll`, { a: 1 }),
    ),
    copyOf(
      resource(`${compute}/DISKS/data`, { encryption: { diskEncryptionSetId: set.toUpperCase() } }),
      resource(machine, { vmId: '1', ...graph }),
      resource(machine, { vmId: '1', ...arm }),
      resource(
        `/subscriptions/d1110000-0000-4000-8000-00000000a002/resourceGroups/p/providers/Microsoft.Compute/disks/d`,
        {},
      ),
    ),
  )
  expect(differences).toEqual([])
})

it('does not count as new or gone what could not be read then or now, and notices other permissions', async () => {
  const key = `${vault}/keys/payroll-key`
  const role = `${subscription}/providers/Microsoft.Authorization/roleAssignments/1`
  const lock = `${subscription}/providers/Microsoft.Authorization/locks/1`
  const unread = (what: string, scope: string) => ({ unread: { what, scope } })
  const permissions = (...actions: string[]) => ({ permissions: { scope: subscription, roles: [{ actions }] } })
  const { differences, ...others } = await compared(
    copyOf(
      resource(key, {}),
      resource(lock, { level: 'ReadOnly' }),
      unread('roleAssignments', subscription),
      permissions('*'),
    ),
    copyOf(unread('keys', vault), unread('locks', subscription), resource(role, {}), permissions('*/read')),
  )
  expect(differences).toEqual([])
  expect([...others.unread]).toEqual([
    ['keys', 1],
    ['locks', 1],
    ['roleAssignments', 1],
  ])
  expect(others.hasOtherPermissions).toBe(true)
})

it('compares an anonymized copy by its names', async () => {
  const lines = [
    version('1.0.0', region('West US', 1)),
    resource(vault, { vaultUri: 'https://northwind-kv.vault.azure.net/' }, { tags: { owner: 'Lea Conti' } }),
    resource(`${compute}/disks/data`, { diskSizeGB: 4 }),
  ]
  const pseudonyms = startPseudonyms()
  const anonymized = textOf(lines).map((line) => `${pseudonyms.line(line)}\n`)
  const before = linesOfFile(new Blob(anonymized), readNames(pseudonyms.map()))
  expect((await headerOfCopy(before)).subscriptions).toEqual(header.subscriptions)
  const after = copyOf(...lines.slice(0, 2), resource(`${compute}/disks/data`, { diskSizeGB: 8 }))
  expect(await compared(before, after)).toMatchObject({
    differences: [{ resourceId: `${compute}/disks/data`, properties: [{ before: '4', after: '8' }] }],
    hasOtherPermissions: false,
  })
})

it.each([
  ['no copy', ['{"a":1}']],
  ['nothing', []],
  ['a copy that is cut off', textOf([]).slice(0, -1)],
  [
    'a copy with a line more',
    [...textOf([]).slice(0, 2), '{"unread":{"what":"keys","scope":"/"}}\n', ...textOf([]).slice(2)],
  ],
])('refuses %s', async (_, lines) => {
  const file = linesOfFile(new Blob(lines))
  await expect(compared(file, copyOf())).rejects.toMatchObject({ name: 'EstateCopyRefused' })
})
