import { parseVersionId, resourceGroupId } from '@portal/arm'
import { type CampaignItem, campaignProof, hasAskedSource, regionsNotReplaced, successorId } from '@portal/campaign'
import { type AppliedLock, locksOn } from '@portal/gallery'
import { overallProgress, revocationOf } from '@portal/image-version'
import type { CampaignProofAnswer, getCampaignProofs as endpoint, ImageVersion, RequestOf } from '@portal/portal-api'
import { RequestRefused } from '../../refusals/request-refused.ts'
import type { Azure } from '../arm/clients.ts'
import { ifThere, unlessHidden } from '../arm/sdk-answers.ts'
import { getVersionAndSource } from '../image-versions/image-versions.ts'
import { listLocks } from '../subscriptions/locks.ts'
import { isOfCampaign, parseCampaignId, readCampaign, type StatedCampaign } from './campaign-deployments.ts'

/** The proofs of some items, each read from ARM: Resource Graph has no replication, and lags. */
export async function campaignProofs(
  azure: Azure,
  { id, items }: RequestOf<typeof endpoint>,
): Promise<CampaignProofAnswer[]> {
  const stated = await readCampaign(azure, parseCampaignId(id))
  const locks = await locksOfGroup(azure, stated)
  return Promise.all(
    items.map(async (index) => {
      const { item, proof, predecessor } = await proofOf(azure, stated, index)
      if (proof.state !== 'Proven') return proof
      return { ...proof, predecessor: predecessorState(predecessor), locks: locksOn(item.predecessorId, locks) }
    }),
  )
}

/** The locks on all that is in the resource group of a campaign, and above it, as far as the caller can read them. */
export async function locksOfGroup(azure: Azure, { deployment }: StatedCampaign): Promise<AppliedLock[]> {
  const locks = (await unlessHidden(listLocks(azure, resourceGroupId(deployment)))) ?? []
  return locks.map(({ scope, level }) => ({ scope, level }))
}

function predecessorState(version: ImageVersion | undefined): NonNullable<CampaignProofAnswer['predecessor']> {
  if (version === undefined || version.provisioningState === 'Deleting') return 'Deleted'
  if (revocationOf(version) !== undefined) return 'Revoked'
  return version.excludeFromLatest ? 'Excluded' : 'Untouched'
}

interface ProvenItem {
  item: CampaignItem
  proof: CampaignProofAnswer
  /** the new version, if there is one */
  successor: ImageVersion | undefined
  /** the old one of a proven item, if Azure has it and shows it */
  predecessor?: ImageVersion | undefined
}

/** The proof of one item: its regions, its sets and its source. Throws `RequestRefused` for no such item. */
export async function proofOf(azure: Azure, stated: StatedCampaign, index: number): Promise<ProvenItem> {
  const item = stated.campaign.items[index]
  if (item === undefined) throw new RequestRefused('InvalidRequest', 'Not as expected: the campaign has no such item')
  const found = await ifThere(getVersionAndSource(azure, parseVersionId(successorId(item))))
  if (found === undefined)
    return { item, successor: undefined, proof: { item: index, state: 'Missing', regions: [], progress: 0 } }
  const { version: successor, source } = found
  // A version with this number that the campaign has not created might have any content.
  if (!isOfCampaign(successor.tags, stated))
    return { item, successor, proof: { item: index, state: 'Different', regions: [], progress: 0 } }
  const { state, regions } = campaignProof(stated.campaign, item, successor)
  const proof = { item: index, state, regions, progress: overallProgress(successor.targetRegions) }
  if (state !== 'Proven') return { item, successor, proof }
  const before = await unlessHidden(getVersionAndSource(azure, parseVersionId(item.predecessorId)))
  const lacking = before === undefined ? [] : regionsNotReplaced(before.version, successor)
  if (lacking.length > 0) return { item, successor, proof: { ...proof, state: 'Different', regions: lacking } }
  if (hasAskedSource(stated, index, { successor: source, predecessor: before?.source }))
    return { item, successor, proof, predecessor: before?.version }
  return { item, successor, proof: { ...proof, state: 'Different', hasOtherSource: true } }
}
