import { parseResourceId } from '@portal/arm'
import { computeId, diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { imageVersionId, toArm, type ArmImageVersionBody, type ImageVersionPlan } from '@portal/image-version'
import { aPlan, customerManaged } from '@portal/image-version/testing'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answers, azureAt, startScriptedArm, type ScriptedArm, type TestAzure } from '../../testing/arm.ts'
import { carriesWithoutLoss } from '../arm/sdk-operations.ts'
import { putOf, putVersion, readStoredVersion } from '../galleries/stored-version.ts'

let arm: ScriptedArm
let test: TestAzure
beforeEach(async () => {
  arm = await startScriptedArm()
  test = azureAt(arm.url)
})
afterEach(async () => {
  await test.close()
  await arm.close()
})

const id = parseResourceId(imageVersionId(aPlan()))
const disk = computeId('snapshots', 'disk')
const blob = 'https://contoso.blob.core.windows.net/vhds/os.vhd'
const confidential: Partial<ImageVersionPlan> = {
  encryptionType: 'EncryptionAtRestWithPlatformKey',
  confidentialVMEncryptionType: 'EncryptedWithPmk',
  targetRegions: [customerManaged('westus', { 0: 'West' })],
}
const plans: [string, Partial<ImageVersionPlan>][] = [
  ['keys of the customer', {}],
  ['a virtual machine', { source: { type: 'VirtualMachine', id: computeId('virtualMachines', 'machine') } }],
  ['disks', { source: { type: 'DisksAndSnapshots', osDiskId: disk, dataDisks: [{ lun: 3, id: disk }] } }],
  [
    'blobs',
    {
      source: {
        type: 'StorageBlobs',
        storageAccountId: computeId('storageAccounts', 'contoso'),
        osDiskUri: blob,
        dataDisks: [{ lun: 0, uri: blob }],
      },
    },
  ],
  [
    'everything else',
    {
      endOfLifeDate: '2027-05-31',
      excludeFromLatest: true,
      replicaCount: 4,
      replicationMode: 'Shallow',
      storageAccountType: 'PreferStandard_ZRS',
      allowDeletionOfReplicatedLocations: true,
      blockDeletionBeforeEndOfLife: true,
      tags: [{ name: 'team', value: 'images' }],
    },
  ],
  ['a confidential OS disk', confidential],
]
const carries = (body: ArmImageVersionBody) => carriesWithoutLoss(body, putOf(id, body))

describe("the SDK's model of a version", () => {
  it.each(plans)('has all of a plan: %s', async (_, plan) => {
    expect(await carries(toArm(aPlan(plan)))).toBe(true)
  })

  // If this fails, the SDK has learnt them: then their types, and the raw request, can go (docs/decisions/0088).
  it('lacks the keys of confidential data disks', async () => {
    expect(await carries(toArm(aPlan({ ...confidential, confidentialDataDisks: true })))).toBe(false)
  })

  it.each([
    ['as ARM writes it', '2027-05-31T00:00:00+00:00', true],
    ['with the digits of .NET', '2027-05-31T00:00:00.0000000+00:00', true],
    ['by the clock of the server', '2027-05-31T00:00:00', false],
    ['more exact than a Date', '2027-05-31T00:00:00.1234567Z', false],
    ['that is none', 'soon', false],
  ])('has an end of life %s', async (_, endOfLifeDate, isCarried) => {
    const body = toArm(aPlan())
    const publishingProfile = { ...body.properties.publishingProfile, endOfLifeDate }
    expect(await carries({ ...body, properties: { ...body.properties, publishingProfile } })).toBe(isCarried)
  })
})

// If this fails, the SDK has learnt them: then `sendBySdk` is not needed for the policy.
it("the SDK's model of a gallery lacks the periods of soft delete", async () => {
  const write = (softDeletePolicy: { isSoftDeleteEnabled: boolean; retentionPeriodInDays?: number }) =>
    carriesWithoutLoss({ properties: { softDeletePolicy } }, ({ galleries }, options) =>
      galleries.update('rg', 'gallery', { softDeletePolicy }, options).submitted(),
    )
  expect(await write({ isSoftDeleteEnabled: false })).toBe(true)
  expect(await write({ isSoftDeleteEnabled: true, retentionPeriodInDays: 30 })).toBe(false)
})

const places = [
  [],
  ['properties'],
  ['properties', 'publishingProfile'],
  ['properties', 'publishingProfile', 'targetRegions', '0'],
  ['properties', 'publishingProfile', 'targetRegions', '0', 'encryption'],
  ['properties', 'publishingProfile', 'targetRegions', '0', 'encryption', 'osDiskImage'],
  ['properties', 'publishingProfile', 'targetRegions', '0', 'encryption', 'dataDiskImages', '0'],
  ['properties', 'storageProfile'],
  ['properties', 'storageProfile', 'source'],
]

it('no field of a version is lost in a PUT, whatever Azure adds to versions', async () => {
  const names = fc.constantFrom(
    'later',
    'securityProfile',
    'source',
    'properties',
    'publishingProfile',
    'id',
    'sizeInGB',
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), names, fc.jsonValue(), async (place, name, value) => {
      const body = structuredClone(toArm(aPlan()))
      const target = place.reduce<object>((inside, part) => {
        const next: unknown = Reflect.get(inside, part)
        return typeof next === 'object' && next !== null ? next : {}
      }, body)
      fc.pre(!(name in target))
      Object.assign(target, { [name]: value })
      arm.received.length = 0
      arm.script = [answers(201, { id: 'version' })]
      await putVersion(test.azure, id, { body, apiVersion: '2026-03-03' })
      expect(arm.received).toHaveLength(1)
      expect(JSON.parse(arm.received[0]?.body ?? '')).toEqual(JSON.parse(JSON.stringify(body)))
      expect(arm.received[0]?.url).toBe(`${imageVersionId(aPlan())}?api-version=2026-03-03`)
    }),
  )
})

it.each([
  ['of nothing', answers(200, '')],
  ['of another form', answers(200, { value: 1, properties: { provisioningState: 5, publishingProfile: 'x' } })],
  ['of an operation that goes on', answers(202, {}, { 'azure-asyncoperation': 'https://management.azure.com/x' })],
])('a PUT is done with the first answer: one %s', async (_, step) => {
  arm.script = [step]
  const body = toArm(aPlan())
  await expect(putVersion(test.azure, id, { body, apiVersion: '2025-12-03' })).resolves.not.toThrow()
  expect(arm.received).toHaveLength(1)
})

it('a version is read in the API version of updates, with the fields that the SDK does not know', async () => {
  const set = diskEncryptionSetId('data')
  const later = { lun: 0, securityProfile: { secureVMDiskEncryptionSetId: set } }
  const encryption = { dataDiskImages: [later], later: null }
  const targetRegions = [{ name: 'West US', encryption, later: [1] }]
  arm.script = [
    answers(200, {
      id: 'v',
      location: 'westus',
      later: {},
      properties: { publishingProfile: { targetRegions }, storageProfile: {} },
    }),
  ]
  expect(await readStoredVersion(test.azure, id)).toEqual({
    id: 'v',
    location: 'westus',
    later: {},
    properties: {
      publishingProfile: { targetRegions: [{ name: 'West US', encryption: { dataDiskImages: [later] }, later: [1] }] },
      storageProfile: {},
    },
  })
  expect(arm.received[0]?.url).toBe(`${imageVersionId(aPlan())}?api-version=2026-03-03`)
})
