import { expect, it } from 'vitest'
import { blankPlan, blankTargetRegion, diskEncryptionSetIdsOf, type ImageVersionPlan } from './plan.ts'

it('names each set once, as it is written first', () => {
  const cells = (osDiskImage: string, lun0: string) => ({
    ...blankTargetRegion('westus'),
    encryption: {
      osDiskImage,
      dataDiskImages: [{ lun: 0, diskEncryptionSetId: lun0 }],
      secureVMDiskEncryptionSetId: '',
    },
  })
  const plan: ImageVersionPlan = {
    ...blankPlan(''),
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    targetRegions: [cells('/One', ''), cells('/two', '/ONE'), cells('/one', '/two')],
  }
  expect(diskEncryptionSetIdsOf(plan)).toEqual(['/One', '/two'])
})
