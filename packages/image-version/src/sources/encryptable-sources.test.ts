import { expect, it } from 'vitest'
import { isEncryptableSource } from './encryptable-sources.ts'

it.each([
  ['ManagedImage', true],
  ['DisksAndSnapshots', true],
  ['VirtualMachine', true],
  ['ImageVersion', false],
  ['StorageBlobs', false],
] as const)('%s can be encrypted with customer keys: %s', (type, encryptable) => {
  expect(isEncryptableSource(type)).toBe(encryptable)
})
