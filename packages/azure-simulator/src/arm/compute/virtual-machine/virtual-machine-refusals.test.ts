import { expect, it } from 'vitest'
import { objectsAt, textAt, valueAt, type JsonObject } from '../../../json.ts'
import { startedAzure, type StartedAzure } from '../../../testing/azure.ts'

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)
const osProfile = { computerName: 'vm', adminUsername: 'ada', adminPassword: 'a-Password-1' }
const windowsVersion = 'galleries/contosoGallery/images/windows-sql/versions/2025.10.1'

/** PUT of a machine in West US from a version; disks and profiles as given. */
async function putMachine(
  azure: StartedAzure,
  properties: JsonObject,
  disks: JsonObject = {},
  version = windowsVersion,
) {
  const ada = await azure.as('Ada')
  const imageReference = { id: azure.compute(version) }
  const body = { location: 'westus', properties: { storageProfile: { imageReference, ...disks }, ...properties } }
  return ada('PUT', azure.compute('virtualMachines/vm'), body)
}

/** A version of the specialized definition, with the disks of the Windows one. */
function specializedVersion({ simulator, compute }: StartedAzure): string {
  const { store } = simulator.world
  const version = store.get(compute(windowsVersion))
  const path = 'galleries/contosoGallery/images/ubuntu-golden/versions/1.0.0'
  if (version) store.put({ ...version, id: compute(path), name: '1.0.0' })
  return path
}

const setOf = (id: string) => ({ managedDisk: { diskEncryptionSet: { id } } })

it.each<[string, (azure: StartedAzure) => Parameters<typeof putMachine>, string]>([
  [
    'a specialized image with an osProfile',
    (azure) => [azure, { osProfile }, {}, specializedVersion(azure)],
    "Parameter 'osProfile' is not allowed.",
  ],
  ['a generalized image without one', (azure) => [azure, {}], "Required parameter 'osProfile' is missing (null)."],
  [
    'encryption at host without the feature',
    (azure) => [azure, { osProfile, securityProfile: { encryptionAtHost: true } }],
    "The property 'securityProfile.encryptionAtHost' is not valid because the 'Microsoft.Compute/EncryptionAtHost' feature is not enabled for this subscription.",
  ],
  [
    'a set of another subscription',
    (azure) => [
      azure,
      { osProfile },
      {
        osDisk: setOf(
          `/subscriptions/${azure.development}/resourceGroups/devResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/DevWestUSDiskEncryptionSet1`,
        ),
      },
    ],
    'belongs to subscription c0470500-0000-4000-8000-00000000a002 and cannot be used with resource',
  ],
  [
    'a confidential set for a plain disk',
    (azure) => [
      azure,
      { osProfile },
      { osDisk: setOf(azure.compute('diskEncryptionSets/WestUSConfidentialEncryptionSet')) },
    ],
    'The type of the Disk Encryption Set in the request is ConfidentialVmEncryptedWithCustomerKey',
  ],
])('a machine is refused: %s', async (_, parts, message) => {
  await using azure = await startedAzure()
  const { status, body } = await putMachine(...parts(azure))
  expect([status, textAt(body, 'error', 'code')]).toEqual([400, 'InvalidParameter'])
  expect(textAt(body, 'error', 'message')).toContain(message)
})

it.each<[string, JsonObject]>([
  ['OS disk', { osDisk: { createOption: 'FromImage', vhd: { uri: 'https://a.example/b.vhd' } } }],
  ['data disk', { dataDisks: [{ lun: 7, createOption: 'Empty', vhd: { uri: 'https://a.example/b.vhd' } }] }],
])('a machine with an unmanaged %s is refused', async (_, disks) => {
  await using azure = await startedAzure()
  expect(await putMachine(azure, { osProfile }, disks)).toMatchObject({
    status: 400,
    body: { error: { code: 'BadRequest', message: matching(/^Unmanaged disks have been retired/) } },
  })
})

it('takes encryption at host once the feature is registered', async () => {
  await using azure = await startedAzure()
  const ada = await azure.asOwner()
  const feature = `/subscriptions/${azure.production}/providers/Microsoft.Features/providers/Microsoft.Compute/features/EncryptionAtHost`
  expect((await ada('POST', `${feature}/register`)).status).toBe(200)
  azure.clock.advance(60_000)
  expect((await putMachine(azure, { osProfile, securityProfile: { encryptionAtHost: true } })).status).toBe(201)
})

it('makes each disk with the set sent for its LUN, else with that of the image, and says the type of the set', async () => {
  await using azure = await startedAzure()
  const double = azure.compute('diskEncryptionSets/WestUSDoubleEncryptionSet')
  await putMachine(azure, { osProfile }, { dataDisks: [{ lun: 2, createOption: 'FromImage', ...setOf(double) }] })
  azure.clock.advance(60_000)
  const ada = await azure.as('Ada')
  const { body } = await ada('GET', azure.compute('virtualMachines/vm'))
  const dataDisks = objectsAt(body, 'properties', 'storageProfile', 'dataDisks')
  const ids = [valueAt(body, 'properties', 'storageProfile', 'osDisk'), ...dataDisks].map((disk) =>
    textAt(disk, 'managedDisk', 'id'),
  )
  const stored = await Promise.all(ids.map((id) => ada('GET', id ?? '')))
  expect(
    stored.map(({ body: disk }) => [
      textAt(disk, 'properties', 'encryption', 'type'),
      textAt(disk, 'properties', 'encryption', 'diskEncryptionSetId')?.split('/').at(-1),
    ]),
  ).toEqual([
    ['EncryptionAtRestWithCustomerKey', 'WestUSDiskEncryptionSet1'],
    ['EncryptionAtRestWithCustomerKey', 'WestUSDiskEncryptionSet2'],
    ['EncryptionAtRestWithPlatformAndCustomerKeys', 'WestUSDoubleEncryptionSet'],
  ])
})
