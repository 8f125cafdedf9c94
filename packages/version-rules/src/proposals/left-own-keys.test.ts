import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { leftOwnKeys } from './left-own-keys.ts'

const latestEncryptedVersion = { name: '1.1.0', targetRegions: [customerManaged('westus', { os: 'WestUS' })] }
const platformKeys = { encryptionType: 'EncryptionAtRestWithPlatformKey' } as const

it.each<[string, string | undefined, Partial<ImageVersionPlan>, Partial<Inventory>]>([
  ['the latest version has own keys', '1.1.0', platformKeys, { latestVersionName: '1.1.0' }],
  ['the plan has them too', undefined, {}, { latestVersionName: '1.1.0' }],
  [
    'the plan has them for confidential disks',
    undefined,
    { ...platformKeys, confidentialVMEncryptionType: 'EncryptedWithCmk' },
    { latestVersionName: '1.1.0' },
  ],
  ['a later version has left them', undefined, platformKeys, { latestVersionName: '1.2.0' }],
  ['there is no version', undefined, platformKeys, {}],
])('own keys are left: %s', (_, left, plan, inventory) => {
  expect(leftOwnKeys(aPlan(plan), anInventory({ latestEncryptedVersion, ...inventory }))).toBe(left)
})
