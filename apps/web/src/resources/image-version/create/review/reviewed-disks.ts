import {
  confidentialSetType,
  type DiskEncryptionSet,
  diskEncryptionSetById,
  readinessOf,
  type ReadinessState,
} from '@portal/disk-encryption'
import {
  type DiskKey,
  imageDisks,
  type ImageVersionPlan,
  type Inventory,
  planSubscriptionId,
  setTypeOf,
  type TargetRegion,
} from '@portal/image-version'
import { diskGroups } from '../../../../patterns/matrix/disk-groups.ts'
import { labelWithGroup } from '../../../../patterns/resource/resource-label.ts'

/** Disks of one target region with the same set: a row of the review. */
export interface ReviewedDisks {
  key: string
  region: TargetRegion
  disks: (DiskKey | 'confidential')[]
  /** '' if none is chosen; undefined for platform-managed keys */
  setName: string | undefined
  /** undefined if there is none, or Azure has no such set */
  set: DiskEncryptionSet | undefined
  /** undefined where no set is needed, or none is chosen */
  state: ReadinessState | undefined
}

/** Every target region with its disks, those with the same set together, and whether Azure will accept the set. */
export function reviewedDisks(plan: ImageVersionPlan, inventory: Inventory): ReviewedDisks[] {
  const disks = imageDisks(plan.source, inventory).map(({ key }) => key)
  const hasConfidentialSets = plan.confidentialVMEncryptionType === 'EncryptedWithCmk'
  return plan.targetRegions.flatMap((region, index) => {
    const groups: { disks: ReviewedDisks['disks']; id: string | undefined }[] = [
      ...(hasConfidentialSets
        ? [{ disks: ['confidential' as const], id: region.encryption.secureVMDiskEncryptionSetId }]
        : []),
      ...diskGroups(plan, index, disks).map((group) => ({ disks: group.disks, id: group.diskEncryptionSetId })),
    ]
    return groups.map(({ disks: ofGroup, id }, place) => {
      const set = diskEncryptionSetById(inventory, id ?? '')
      const [disk = 'os'] = ofGroup
      const requirement = {
        encryptionType: disk === 'confidential' ? confidentialSetType : setTypeOf(plan, disk),
        region: region.name,
        subscriptionId: planSubscriptionId(plan),
        now: inventory.now,
      }
      return {
        key: `${index}.${place}`,
        region,
        disks: ofGroup,
        setName: id === undefined ? undefined : id === '' ? '' : labelWithGroup(id, plan.imageDefinitionId),
        set,
        state: set === undefined ? (id ? 'blocked' : undefined) : readinessOf(set, requirement).state,
      }
    })
  })
}
