import { computeId } from '@portal/disk-encryption/testing'
import { describe, expect, it } from 'vitest'
import type { ArmImageVersion } from './arm-image-version.ts'
import { fromArm } from './from-arm.ts'
import { imageVersionId } from './image-version-id.ts'
import { blankPlan, type ImageVersionPlan } from './plan.ts'
import { anInventory, aPlan, storageAccountId } from './testing/plans.ts'
import { toArm } from './to-arm.ts'

describe('fromArm', () => {
  it('reads a version as Azure answers it: display names, defaults, disks without a source of their own', () => {
    const source = { id: computeId('images', 'myImage') }
    const version: ArmImageVersion = {
      id: imageVersionId(aPlan()),
      name: '1.0.0',
      location: 'West US',
      properties: {
        publishingProfile: {
          targetRegions: [{ name: 'East US 2', regionalReplicaCount: 1, storageAccountType: 'standard_zrs' }],
          replicaCount: 1,
          excludeFromLatest: false,
          endOfLifeDate: '2027-12-01T12:59:59Z',
          storageAccountType: 'Standard_LRS',
        },
        storageProfile: { source, osDiskImage: { source: {} }, dataDiskImages: [{ lun: 0 }] },
        safetyProfile: { allowDeletionOfReplicatedLocations: false },
      },
    }
    expect(fromArm(version, anInventory())).toMatchObject({
      imageDefinitionId: aPlan().imageDefinitionId,
      name: '1.0.0',
      location: 'westus',
      source: { type: 'ManagedImage', id: source.id },
      endOfLifeDate: '2027-12-01',
      targetRegions: [{ name: 'eastus2', regionalReplicaCount: 1, storageAccountType: 'Standard_ZRS' }],
      encryptionType: 'EncryptionAtRestWithPlatformKey',
      tags: [],
    })
  })

  it("takes the customer's key for a set that it does not know", () => {
    const double = aPlan({ encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' })
    expect(fromArm(toArm(double)).encryptionType).toBe('EncryptionAtRestWithCustomerKey')
  })

  it.each<[string, NonNullable<ArmImageVersion['properties']>['storageProfile'], ImageVersionPlan['source']]>([
    [
      'a machine under source.id',
      { source: { id: computeId('virtualMachines', 'vm') } },
      { type: 'VirtualMachine', id: computeId('virtualMachines', 'vm') },
    ],
    [
      'a blob with the account under its older name',
      { osDiskImage: { source: { id: storageAccountId, uri: 'https://a.blob.core.windows.net/b/c.vhd' } } },
      { type: 'StorageBlobs', storageAccountId, osDiskUri: 'https://a.blob.core.windows.net/b/c.vhd', dataDisks: [] },
    ],
    ['a source that no plan can name', { source: {} }, { type: 'ManagedImage', id: '' }],
    ['no source', undefined, { type: 'ManagedImage', id: '' }],
  ])('reads %s', (_, storageProfile, source) => {
    expect(fromArm({ location: 'westus', properties: { storageProfile } }).source).toEqual(source)
  })

  it('gives a blank plan for an empty body', () => {
    expect(fromArm({ location: '' })).toEqual(blankPlan(''))
  })
})
