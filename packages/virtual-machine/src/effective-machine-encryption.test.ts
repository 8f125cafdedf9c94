import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { expect, it } from 'vitest'
import { effectiveMachineEncryption } from './effective-machine-encryption.ts'
import { aMachinePlan } from './testing/machines.ts'

const stored = (sets: string[]) =>
  (['os', 1, 2] as const).map((disk, index) => ({ disk, diskEncryptionSetId: sets[index] ?? '' }))
const [one, two, three] = ['Set1', 'Set2', 'Set3'].map(diskEncryptionSetId) as [string, string, string]

it('is as asked where Azure stores the same set, in whatever letters', () => {
  const shouted = one.replace('myResourceGroup', 'MYRESOURCEGROUP')
  expect(
    effectiveMachineEncryption(stored([shouted, two, three]), aMachinePlan()).map(({ verdict }) => verdict),
  ).toEqual(['as-asked', 'as-asked', 'as-asked'])
})

it('differs, disk by disk, where Azure stores another set or none', () => {
  expect(effectiveMachineEncryption(stored([one, three]), aMachinePlan())).toEqual([
    { disk: 'os', asked: one, stored: one, verdict: 'as-asked' },
    { disk: 1, asked: two, stored: three, verdict: 'differs' },
    { disk: 2, asked: three, verdict: 'differs' },
  ])
})

it('says what is stored where nobody knows what was asked', () => {
  expect(effectiveMachineEncryption(stored([one])).map(({ verdict }) => verdict)).toEqual([
    'stored',
    'platform-key',
    'platform-key',
  ])
})
