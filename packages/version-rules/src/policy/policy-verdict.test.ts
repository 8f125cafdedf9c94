import { computeId, diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { blankTargetRegion } from '@portal/image-version'
import { anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { customerKeysAssignment as customerKeys } from '../testing/policies.ts'
import { policyVerdict, type PolicyAssignment } from './policy-verdict.ts'

const allowedSets = (...names: string[]): PolicyAssignment => ({
  ...customerKeys,
  policy: 'allowedSets',
  allowedEncryptionSets: names.map(diskEncryptionSetId),
})
const platformKey = { encryptionType: 'EncryptionAtRestWithPlatformKey' } as const
const os = (index: number) => ['targetRegions', index, 'encryption', 'osDiskImage']
const lun = (index: number, number: number) => ['targetRegions', index, 'encryption', 'dataDiskImages', number]

describe('the policy that asks for customer keys', () => {
  it('lets a version pass whose every disk has a set', () => {
    expect(policyVerdict(aPlan(), anInventory(), [customerKeys])).toEqual({
      state: 'compliant',
      findings: [],
      notJudged: [],
    })
  })

  it('denies platform keys, region by region', () => {
    const { state, findings } = policyVerdict(aPlan(platformKey), anInventory(), [customerKeys])
    expect(state).toBe('denied')
    expect(findings.map(({ paths }) => paths)).toEqual([[os(0), os(1)]])
  })

  it('denies a data disk without a set where the request lists the disks', () => {
    const plan = aPlan({
      source: {
        type: 'DisksAndSnapshots',
        osDiskId: computeId('snapshots', 'myOSSnapshot'),
        dataDisks: [{ lun: 4, id: computeId('snapshots', 'myDDSnapshot') }],
      },
      targetRegions: [customerManaged('westus', { os: 'WestUSDiskEncryptionSet1' }), blankTargetRegion('')],
    })
    expect(policyVerdict(plan, anInventory(), [customerKeys]).findings.map(({ paths }) => paths)).toEqual([[lun(0, 4)]])
  })

  it.each([
    ['Audit', { ...customerKeys, effect: 'Audit' }, 'audited'],
    ['its own effect, which is Audit', { ...customerKeys, effect: undefined }, 'audited'],
    ['Deny without enforcement', { ...customerKeys, isEnforced: false }, 'audited'],
    ['Disabled', { ...customerKeys, effect: 'Disabled' }, 'compliant'],
  ])('with %s', (_, { effect, ...rest }, state) => {
    const assignment = effect === undefined ? withoutEffect(rest) : { ...rest, effect }
    expect(policyVerdict(aPlan(platformKey), anInventory(), [assignment]).state).toBe(state)
  })
})

function withoutEffect({ effect: _, ...assignment }: PolicyAssignment): PolicyAssignment {
  return assignment
}

describe('the policy that lists the allowed sets', () => {
  it('denies the cells with another set, and says nothing of platform keys', () => {
    const allowed = allowedSets('WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2', 'EastUS2DiskEncryptionSet1')
    const { state, findings } = policyVerdict(aPlan(), anInventory(), [allowed])
    expect(state).toBe('denied')
    expect(findings.map(({ paths }) => paths)).toEqual([[lun(1, 0)]])
    expect(policyVerdict(aPlan(platformKey), anInventory(), [allowed]).state).toBe('compliant')
  })
})

describe('what the portal does not know', () => {
  const { policy: _, ...other } = customerKeys

  it('is unknown where the assignments cannot be read, or it can judge by none', () => {
    expect(policyVerdict(aPlan(), anInventory(), 'unreadable').state).toBe('unknown')
    expect(policyVerdict(aPlan(), anInventory(), [other])).toEqual({
      state: 'unknown',
      findings: [],
      notJudged: [other],
    })
  })

  it('is named beside what it judged', () => {
    expect(policyVerdict(aPlan(), anInventory(), [customerKeys, other])).toMatchObject({
      state: 'compliant',
      notJudged: [other],
    })
  })
})
