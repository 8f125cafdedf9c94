import { isInAnotherSubscription } from '@portal/disk-encryption'
import {
  diskEncryptionSetIdsOf,
  type ImageVersionPlan,
  type Inventory,
  planSubscriptionId,
  type StoredVersion,
  type TargetRegion,
} from '@portal/image-version'
import { nextVersionPlan } from '../next-version-plan.ts'

/** What a clone is created from: the version itself, or its original source, and then why. */
type CloneSource = 'Version' | 'OriginalOfEncrypted' | 'OriginalOfConfidential'

/** The plan of a clone, and what differs from the version. */
export interface Clone {
  plan: ImageVersionPlan
  source: CloneSource
  /** the version has sets, and a target is chosen: they can all be used there, or some can't */
  sets: 'None' | 'Undecided' | 'Kept' | 'LeftOut'
  /** IDs of the sets that the subscription of the target can't use, each once: their cells are blank */
  setsLeftOut: string[]
  /** names of tags that say something about the version, not about what is in it */
  tagsLeftOut: string[]
  /** YYYY-MM-DD; '' if the version has none */
  endOfLifeDateLeftOut: string
}

/**
 * The plan of the same version in another definition ('' while none is chosen): number, source, regions and options. A
 * version with customer-managed keys can't be a source, and a set belongs to a subscription:
 * https://learn.microsoft.com/azure/virtual-machines/image-version-encryption. End of life, revocation and
 * campaign are of the version, and stay with it.
 */
export function clonePlan(
  version: StoredVersion,
  imageDefinitionId: string,
  facts: Pick<Inventory, 'now' | 'diskEncryptionSets'>,
): Clone {
  const name = version.id.slice(version.id.lastIndexOf('/') + 1)
  const same = { ...nextVersionPlan(version, name, facts), imageDefinitionId }
  const subscriptionId = planSubscriptionId(same)
  const ids = diskEncryptionSetIdsOf(same)
  const source = cloneSource(same, ids)
  const isUsable = (id: string) => !isInAnotherSubscription(id, subscriptionId)
  const setsLeftOut = ids.filter((id) => !isUsable(id))
  return {
    plan: {
      ...same,
      ...(source === 'Version' && { source: { type: 'ImageVersion', id: version.id } }),
      endOfLifeDate: '',
      // Without a date there is nothing to block until.
      blockDeletionBeforeEndOfLife: false,
      targetRegions: same.targetRegions.map((region) => withUsableSets(region, isUsable)),
    },
    source,
    sets: setsOf(ids, { subscriptionId, setsLeftOut }),
    setsLeftOut,
    tagsLeftOut: Object.keys(version.tags ?? {}).filter((tag) => same.tags.every((kept) => kept.name !== tag)),
    endOfLifeDateLeftOut: version.properties.publishingProfile.endOfLifeDate?.slice(0, 10) ?? '',
  }
}

function cloneSource({ confidentialVMEncryptionType }: ImageVersionPlan, sets: readonly string[]): CloneSource {
  if (confidentialVMEncryptionType !== null) return 'OriginalOfConfidential'
  return sets.length > 0 ? 'OriginalOfEncrypted' : 'Version'
}

function setsOf(
  ids: readonly string[],
  { subscriptionId, setsLeftOut }: { subscriptionId: string; setsLeftOut: readonly string[] },
): Clone['sets'] {
  if (ids.length === 0) return 'None'
  if (subscriptionId === '') return 'Undecided'
  return setsLeftOut.length > 0 ? 'LeftOut' : 'Kept'
}

function withUsableSets(region: TargetRegion, isUsable: (id: string) => boolean): TargetRegion {
  const usable = (id: string) => (isUsable(id) ? id : '')
  const { osDiskImage, dataDiskImages, secureVMDiskEncryptionSetId } = region.encryption
  return {
    ...region,
    encryption: {
      osDiskImage: usable(osDiskImage),
      dataDiskImages: dataDiskImages.map(({ lun, diskEncryptionSetId }) => ({
        lun,
        diskEncryptionSetId: usable(diskEncryptionSetId),
      })),
      secureVMDiskEncryptionSetId: usable(secureVMDiskEncryptionSetId),
    },
  }
}
