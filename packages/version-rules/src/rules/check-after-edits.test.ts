import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { blankTargetRegion, type ImageVersionPlan, type TargetRegion } from '@portal/image-version'
import { anInventory, aPlan, aVirtualMachine } from '@portal/image-version/testing'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { check } from '../check.ts'

// What `check` remembers of unchanged parts of a plan must never show: its answer is that for a plan seen the first
// time.
const regions = ['westus', 'eastus2', 'westeurope', '']
const sets = ['', 'WestUSDiskEncryptionSet1', 'EastUS2DoubleEncryptionSet', 'EastUS2DiskEncryptionSet1', 'Missing']
const set = fc.constantFrom(...sets).map((name) => (name === '' ? '' : diskEncryptionSetId(name)))
const at = fc.nat({ max: 3 })

type Change = (plan: ImageVersionPlan) => ImageVersionPlan

const changedAt = (index: number, change: (region: TargetRegion) => TargetRegion): Change => {
  return (plan) => ({
    ...plan,
    targetRegions: plan.targetRegions.map((one, place) => (place === index ? change(one) : one)),
  })
}
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc
    .tuple(at, set)
    .map(([index, osDiskImage]) =>
      changedAt(index, (region) => ({ ...region, encryption: { ...region.encryption, osDiskImage } })),
    ),
  fc
    .tuple(at, fc.array(fc.record({ lun: fc.nat({ max: 3 }), diskEncryptionSetId: set }), { maxLength: 4 }))
    .map(([index, dataDiskImages]) =>
      changedAt(index, (region) => ({ ...region, encryption: { ...region.encryption, dataDiskImages } })),
    ),
  fc.constantFrom(...regions).map((name): Change => (plan) => ({
    ...plan,
    targetRegions: [...plan.targetRegions, blankTargetRegion(name)],
  })),
  at.map((index): Change => (plan) => ({ ...plan, targetRegions: plan.targetRegions.toSpliced(index, 1) })),
  fc.constant<Change>((plan) => ({ ...plan, targetRegions: plan.targetRegions.toReversed() })),
  fc
    .constantFrom(
      'EncryptionAtRestWithCustomerKey' as const,
      'EncryptionAtRestWithPlatformAndCustomerKeys' as const,
      'EncryptionAtRestWithPlatformKey' as const,
    )
    .map((encryptionType): Change => (plan) => ({ ...plan, encryptionType })),
  fc.constantFrom('myVM', 'unknown').map((name): Change => (plan) => ({
    ...plan,
    source: { type: 'VirtualMachine', id: aVirtualMachine(name).id },
  })),
)

it('says of a plan after edits what it says of the same plan seen for the first time', () => {
  fc.assert(
    fc.property(fc.array(changes, { minLength: 1, maxLength: 12 }), (edits) => {
      const inventory = anInventory()
      let plan = aPlan({ targetRegions: [blankTargetRegion('westus'), blankTargetRegion('eastus2')] })
      for (const edit of edits) {
        plan = edit(plan)
        expect(check(plan, inventory)).toEqual(check(structuredClone(plan), structuredClone(inventory)))
      }
    }),
    { numRuns: 100 },
  )
})
