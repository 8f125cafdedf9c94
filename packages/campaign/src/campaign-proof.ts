import { sameRegion } from '@portal/arm'
import {
  effectiveEncryption,
  encryptionSummary,
  isReplicated,
  type ReplicatedRegion,
  type AppliedVersion,
  type AppliedRegion,
} from '@portal/image-version'
import { askedEncryption, type Campaign, type CampaignItem } from './campaign.ts'

/**
 * `Proven`: every region that was asked for has its copy, and every disk in it the set that was asked for. `Different`:
 * Azure applied something else. `Failed`: Azure gave up on the version or a region. `Replicating`: neither yet.
 */
export type ProofState = 'Replicating' | 'Proven' | 'Different' | 'Failed'

export interface CampaignProof {
  state: ProofState
  /** short names of the regions that failed, or whose encryption differs */
  regions: string[]
}

/** A new version as Azure has it now; portal-api's image version is one. */
interface StoredSuccessor extends AppliedVersion {
  provisioningState: string
  targetRegions: readonly (AppliedRegion & ReplicatedRegion)[]
}

/** The proof that a new version is what the campaign asked for. Nothing old is touched without it. */
export function campaignProof(asked: Campaign, item: CampaignItem, stored: StoredSuccessor): CampaignProof {
  const rows = effectiveEncryption(stored, askedEncryption(asked, item))
  const differing = rows
    .filter(({ region, isStored }) => isStored && item.regions.some((name) => sameRegion(name, region)))
    .filter((row) => encryptionSummary([row]).needsAttention)
    .map(({ region }) => region)
  const failed = stored.targetRegions.filter(({ replication }) => replication?.state === 'Failed')
  if (differing.length > 0) return { state: 'Different', regions: differing }
  if (failed.length > 0 || stored.provisioningState === 'Failed')
    return { state: 'Failed', regions: failed.map(({ name }) => name) }
  const missing = rows.filter(({ isStored }) => !isStored).map(({ region }) => region)
  if (isReplicated(stored))
    return missing.length > 0 ? { state: 'Failed', regions: missing } : { state: 'Proven', regions: [] }
  return { state: 'Replicating', regions: [] }
}

/**
 * The regions, by their short names, in which the new version does not replace the old one: it has no copy there, or
 * lacks one of its data disks. A statement can ask for less than what the old version has.
 */
export function regionsNotReplaced(
  predecessor: Pick<StoredSuccessor, 'targetRegions' | 'dataDisks'>,
  successor: Pick<StoredSuccessor, 'targetRegions' | 'dataDisks'>,
): string[] {
  const luns = new Set(successor.dataDisks.map(({ lun }) => lun))
  const lacksDisk = predecessor.dataDisks.some(({ lun }) => !luns.has(lun))
  const hasCopy = (region: string) => successor.targetRegions.some(({ name }) => sameRegion(name, region))
  return predecessor.targetRegions.map(({ name }) => name).filter((name) => lacksDisk || !hasCopy(name))
}
