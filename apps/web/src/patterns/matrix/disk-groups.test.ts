import { blankPlan, blankTargetRegion, type ImageVersionPlan } from '@portal/image-version'
import { expect, it } from 'vitest'
import { diskGroups, rangesOf } from './disk-groups.ts'

const region = blankTargetRegion('westus')
const plan: ImageVersionPlan = {
  ...blankPlan(''),
  encryptionType: 'EncryptionAtRestWithCustomerKey',
  targetRegions: [
    {
      ...region,
      encryption: {
        ...region.encryption,
        osDiskImage: 'one',
        dataDiskImages: [
          { lun: 0, diskEncryptionSetId: 'other' },
          { lun: 1, diskEncryptionSetId: 'one' },
        ],
      },
    },
  ],
}

it('puts the disks of one set together, and those without a set', () => {
  expect(diskGroups(plan, 0, ['os', 0, 1, 2])).toEqual([
    { disks: ['os', 1], diskEncryptionSetId: 'one' },
    { disks: [0], diskEncryptionSetId: 'other' },
    { disks: [2], diskEncryptionSetId: '' },
  ])
})

it('has one group of disks with the platform’s key', () => {
  expect(diskGroups({ ...plan, encryptionType: 'EncryptionAtRestWithPlatformKey' }, 0, ['os', 0])).toEqual([
    { disks: ['os', 0], diskEncryptionSetId: undefined },
  ])
})

it.each([
  [[], ''],
  [[5], '5'],
  [[0, 1, 2, 3, 7], '0–3, 7'],
  [[1, 3, 4], '1, 3–4'],
])('writes the numbers %j as %j', (numbers, text) => {
  expect(rangesOf(numbers)).toBe(text)
})
