import {
  type DiskEncryptionSetType,
  eligibleDiskEncryptionSets,
  encryptionType,
  readinessOf,
} from '@portal/disk-encryption'
import {
  blankPlan,
  blankTargetRegion,
  confidentialVMEncryptionType,
  defaultStorage,
  imageDisks,
  type ImageSource,
  type ImageVersionPlan,
  type Inventory,
  isBlocking,
  planSubscriptionId,
  type TargetRegion,
} from '@portal/image-version'
import { check } from '@portal/version-rules'
import * as fc from 'fast-check'
import { testPlanFault, blobUri, sourceFrom, type Edit } from './plan-faults.ts'

// Realistic plans: about half are valid, the others have one or two changes, mostly errors.

/** The name of every plan, for the test to replace: no version of the world has it. */
export const freshName = '1000.0.0'

/**
 * Plans for the definitions of `inventories`, which contain every source, and the facts of each set. `check` itself
 * decides whether a starting plan is valid: that determines how often a kind of plan occurs, never whether it can
 * occur.
 */
export function testPlans(inventories: Inventory[]): fc.Arbitrary<ImageVersionPlan> {
  const faults = fc.array(testPlanFault(inventories), { maxLength: 2, size: 'max' })
  const sound = fc.constantFrom(...inventories.flatMap(startsByType)).chain(soundPlan)
  const applied = (plan: ImageVersionPlan, edits: Edit[]) => edits.reduce((edited, edit) => edit(edited), plan)
  return fc.oneof(
    sound,
    fc.tuple(sound, faults).map(([plan, edits]) => applied(plan, edits)),
  )
}

function soundPlan({ inventory, plans }: Starts): fc.Arbitrary<ImageVersionPlan> {
  const keyRegions = [...new Set(inventory.diskEncryptionSets.map(({ location }) => location))]
  return fc
    .record({
      start: fc.constantFrom(...plans),
      others: fc.uniqueArray(fc.constantFrom(...keyRegions), { maxLength: 3 }),
      replicaCount: fc.integer({ min: 1, max: 20 }),
      storageAccountType: fc.constantFrom(...defaultStorage.options),
      luns: fc.uniqueArray(fc.nat({ max: 63 }), { maxLength: 2 }),
      firstSet: fc.nat({ max: 2 }),
      endOfLifeDate: fc.constantFrom('', '2026-11-25', '2030-12-01'),
      flags: fc.record({
        excludeFromLatest: fc.boolean(),
        allowDeletionOfReplicatedLocations: fc.boolean(),
        blockDeletionBeforeEndOfLife: fc.boolean(),
      }),
    })
    .map(({ start, others, luns, firstSet, flags, ...chosen }) => {
      const regions = [start.location, ...others.filter((name) => name !== start.location)]
      const targetRegions = regions.map((name) => blankTargetRegion(name))
      const source = withDataDisks(start, luns, inventory)
      return filled({ ...start, ...chosen, ...flags, source, targetRegions }, inventory, firstSet)
    })
    .filter((plan) => !check(plan, inventory).some(isBlocking))
}

interface Starts {
  inventory: Inventory
  plans: ImageVersionPlan[]
}

/** The starting plans of a definition, grouped by type of source: so VHDs occur as often as the many disks. */
function startsByType(inventory: Inventory): Starts[] {
  const types = Map.groupBy(startsOf(inventory), ({ source }) => source.type)
  return [...types.values()].map((plans) => ({ inventory, plans }))
}

/** A plan for each source that the definition supports, with each possible encryption, in the source's region alone. */
function startsOf(inventory: Inventory): ImageVersionPlan[] {
  const blank = blankPlan(inventory.imageDefinition?.id ?? '')
  return inventory.sources
    .flatMap((resource) =>
      encryptionType.options.flatMap((type) =>
        [null, ...confidentialVMEncryptionType.options].map((confidentialType): ImageVersionPlan => {
          const targetRegions = [blankTargetRegion(resource.location)]
          const { location } = resource
          const chosen = { location, source: sourceFrom(resource), targetRegions, name: freshName }
          const plan = { ...blank, ...chosen, encryptionType: type, confidentialVMEncryptionType: confidentialType }
          return filled(plan, inventory, 0)
        }),
      ),
    )
    .filter((plan) => !check(plan, inventory).some(isBlocking))
}

// At those LUNs, if the source lists its disks: disks in its region without an operating system.
function withDataDisks({ source, location }: ImageVersionPlan, luns: number[], inventory: Inventory): ImageSource {
  if (source.type === 'StorageBlobs')
    return { ...source, dataDisks: luns.map((lun) => ({ lun, uri: blobUri(`data${lun}`) })) }
  if (source.type !== 'DisksAndSnapshots') return source
  const plain = inventory.sources.filter(
    (resource) => 'disk' in resource && resource.location === location && resource.osType === undefined,
  )
  const dataDisks = luns.flatMap((lun, index) => {
    const resource = plain[(lun + index) % plain.length]
    return resource === undefined ? [] : [{ lun, id: resource.id }]
  })
  return { ...source, dataDisks }
}

/** The plan with a usable set in every cell that needs one, if the region has any. */
function filled(plan: ImageVersionPlan, inventory: Inventory, firstSet: number): ImageVersionPlan {
  const disks = imageDisks(plan.source, inventory).map(({ key }) => key)
  const targetRegions = plan.targetRegions.map((region): TargetRegion => {
    const setFor = (type: DiskEncryptionSetType, index: number): string => {
      const requirement = { encryptionType: type, region: region.name, subscriptionId: planSubscriptionId(plan) }
      const usable = eligibleDiskEncryptionSets(requirement, inventory).filter(
        (set) => readinessOf(set, { ...requirement, now: inventory.now }).state !== 'blocked',
      )
      return usable[(firstSet + index) % usable.length]?.id ?? ''
    }
    const cells = (index: number) =>
      plan.encryptionType === 'EncryptionAtRestWithPlatformKey' ? '' : setFor(plan.encryptionType, index)
    return {
      ...region,
      encryption: {
        osDiskImage: cells(0),
        dataDiskImages: disks.flatMap((lun, index) =>
          lun === 'os' ? [] : [{ lun, diskEncryptionSetId: cells(index) }],
        ),
        secureVMDiskEncryptionSetId:
          plan.confidentialVMEncryptionType === 'EncryptedWithCmk'
            ? setFor('ConfidentialVmEncryptedWithCustomerKey', 0)
            : '',
      },
    }
  })
  return { ...plan, targetRegions }
}
