import { anInventory, aStoredRegion, aStoredVersion, customerManaged } from '@portal/image-version/testing'
import { customerKeysAssignment as customerKeys } from '@portal/version-rules/testing'
import { describe, expect, it } from 'vitest'
import { updatePolicyVerdict } from './update-policy-verdict.ts'
import { noChange, type VersionChange } from './version-change.ts'

const { encryption: _, ...bare } = aStoredRegion('East US 2', '')
const halfBare = aStoredVersion({ targetRegions: [aStoredRegion('West US', 'WestUSDiskEncryptionSet'), bare] })
const judged = (stored = halfBare, change: Partial<VersionChange> = {}) =>
  updatePolicyVerdict(stored, { ...noChange(), ...change }, { inventory: anInventory(), assignments: [customerKeys] })
const paths = ({ verdict }: ReturnType<typeof judged>) => verdict.findings.flatMap((finding) => finding.paths)

describe('the policy that asks for customer keys', () => {
  it('is against a region that stays without them, whatever the update changes', () => {
    const result = judged(halfBare, { replicaCount: 2 })
    expect(result.verdict.state).toBe('denied')
    expect(paths(result)).toEqual([
      ['targetRegions', 1, 'encryption', 'osDiskImage'],
      ['targetRegions', 1, 'encryption', 'dataDiskImages', 0],
    ])
    expect(result.plan.targetRegions[1]?.name).toBe('eastus2')
  })

  it('takes the update that removes that region', () => {
    expect(judged(halfBare, { removedRegions: ['eastus2'] }).verdict.state).toBe('compliant')
  })

  it('wants a set for each disk of a new region, since the request lists the data disks', () => {
    const addedRegions = [customerManaged('japaneast', { os: 'Japan1' })]
    expect(paths(judged(aStoredVersion(), { addedRegions }))).toEqual([
      ['targetRegions', 2, 'encryption', 'dataDiskImages', 0],
    ])
  })
})

it('is unknown where the assignments cannot be read', () => {
  const facts = { inventory: anInventory(), assignments: 'unreadable' as const }
  expect(updatePolicyVerdict(aStoredVersion(), noChange(), facts).verdict.state).toBe('unknown')
})
