import { computeId, diskEncryptionSetId, otherSubscriptionId } from '@portal/disk-encryption/testing'
import { expect, it } from 'vitest'
import { atRegion } from './at-region.ts'
import { aMachineImage, aMachinePlan } from './testing/machines.ts'

it('gives each disk the set that the image has for it in the region, by LUN', () => {
  const { osDisk, dataDisks } = atRegion(aMachinePlan({ dataDisks: [] }), 'westus', aMachineImage())
  expect([osDisk, ...dataDisks].map((disk) => disk.diskEncryptionSetId)).toEqual(
    ['Set1', 'Set2', 'Set3'].map(diskEncryptionSetId),
  )
  expect(dataDisks.map(({ lun }) => lun)).toEqual([1, 2])
})

it('leaves a set of another subscription out, which a machine cannot use', () => {
  const plan = atRegion(aMachinePlan({ subscriptionId: otherSubscriptionId }), 'westus', aMachineImage())
  expect(plan.osDisk.diskEncryptionSetId).toBe('')
})

it('fixes the encryption of a confidential OS disk as the image has it', () => {
  const [westus] = aMachineImage().regions
  const secureVMDiskEncryptionSetId = computeId('diskEncryptionSets', 'Confidential')
  const image = aMachineImage({
    regions: [{ ...westus!, confidentialVMEncryptionType: 'EncryptedWithCmk', secureVMDiskEncryptionSetId }],
  })
  expect(atRegion(aMachinePlan(), 'westus', image)).toMatchObject({
    securityEncryptionType: 'DiskWithVMGuestState',
    secureVMDiskEncryptionSetId,
  })
})

it('forgets the size and the subnet of the region before, and keeps the storage of the disks', () => {
  const [one, two] = aMachinePlan().dataDisks
  const plan = aMachinePlan({
    network: { type: 'Existing', subnetId: 'subnet' },
    dataDisks: [one!, { ...two!, storageAccountType: 'Standard_LRS' }],
  })
  expect(atRegion(plan, 'eastus2', aMachineImage())).toMatchObject({
    size: '',
    network: { subnetId: '' },
    dataDisks: [
      { lun: 1, diskEncryptionSetId: '' },
      { lun: 2, storageAccountType: 'Standard_LRS', diskEncryptionSetId: '' },
    ],
  })
})
