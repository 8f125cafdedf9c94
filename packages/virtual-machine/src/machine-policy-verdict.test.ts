import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import type { PolicyAssignment } from '@portal/version-rules'
import { customerKeysAssignment as customerKeys } from '@portal/version-rules/testing'
import { describe, expect, it } from 'vitest'
import { machinePolicyVerdict } from './machine-policy-verdict.ts'
import { aMachinePlan } from './testing/machines.ts'

const allowedSets: PolicyAssignment = {
  ...customerKeys,
  policy: 'allowedSets',
  allowedEncryptionSets: [diskEncryptionSetId('Set1').toUpperCase()],
}
const plan = aMachinePlan()
const withSets = (os: string, ...data: string[]) => ({
  ...plan,
  osDisk: { ...plan.osDisk, diskEncryptionSetId: os },
  dataDisks: data.map((id, lun) => ({ lun, storageAccountType: 'Premium_LRS' as const, diskEncryptionSetId: id })),
})
const set = diskEncryptionSetId('Set1')
const other = diskEncryptionSetId('Set2')

describe('the policy that asks for customer keys', () => {
  it.each([
    ['an OS disk without a set', withSets('', set), [['osDisk']]],
    [
      'data disks of which none has a set',
      withSets(set, '', ''),
      [
        ['dataDisks', 0],
        ['dataDisks', 1],
      ],
    ],
  ])('is against %s', (_, machine, paths) => {
    const { state, findings } = machinePolicyVerdict(machine, [customerKeys])
    expect([state, findings[0]?.paths]).toEqual(['denied', paths])
  })

  it.each([
    ['no data disks', withSets(set)],
    ['one data disk with a set, as the policy is written', withSets(set, '', set)],
  ])('takes %s', (_, machine) => {
    expect(machinePolicyVerdict(machine, [customerKeys]).state).toBe('compliant')
  })
})

describe('the policy that allows certain sets', () => {
  it.each([
    ['another set', withSets(other)],
    ['none', withSets('')],
  ])('is against %s of the OS disk', (_, machine) => {
    expect(machinePolicyVerdict(machine, [allowedSets]).findings[0]?.paths).toEqual([['osDisk']])
  })

  it('takes one of them, and does not look at data disks', () => {
    expect(machinePolicyVerdict(withSets(set, other), [allowedSets]).state).toBe('compliant')
  })
})

it('a policy that is not about disks is not judged', () => {
  const { policy: _, ...another } = customerKeys
  const { state, notJudged } = machinePolicyVerdict(plan, [another])
  expect([state, notJudged.length]).toEqual(['unknown', 1])
})
