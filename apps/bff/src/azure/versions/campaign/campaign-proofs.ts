import { campaignProof, overallProgress, revocationOf, successorId, type CampaignItem } from '@portal/image-version'
import type { CampaignProofAnswer, ImageVersion, getCampaignProofs as endpoint, RequestOf } from '@portal/portal-api'
import { RequestRefused } from '../../../refusals/request-refused.ts'
import { ifThere, unlessHidden } from '../../arm/answered.ts'
import type { Azure } from '../../arm/clients.ts'
import { getImageVersion } from '../image-versions.ts'
import { isOfCampaign, parseCampaignId, readCampaign, type StatedCampaign } from './campaign-deployments.ts'
import { parseVersionId } from './survey-campaign.ts'

/** The proofs of some items, each read from ARM: Resource Graph has no replication, and lags. */
export async function campaignProofs(
  azure: Azure,
  { id, items }: RequestOf<typeof endpoint>,
): Promise<CampaignProofAnswer[]> {
  const stated = await readCampaign(azure, parseCampaignId(id))
  return Promise.all(
    items.map(async (index) => {
      const { proof, item } = await proofOf(azure, stated, index)
      if (proof.state !== 'Proven') return proof
      const predecessor = await unlessHidden(getImageVersion(azure, parseVersionId(item.predecessorId)))
      return { ...proof, predecessor: predecessorState(predecessor) }
    }),
  )
}

function predecessorState(version: ImageVersion | undefined): NonNullable<CampaignProofAnswer['predecessor']> {
  if (version === undefined || version.provisioningState === 'Deleting') return 'Deleted'
  if (revocationOf(version) !== undefined) return 'Revoked'
  return version.excludeFromLatest ? 'Excluded' : 'Untouched'
}

/** The proof of one item, with the new version if there is one. Throws `RequestRefused` for no such item. */
export async function proofOf(
  azure: Azure,
  stated: StatedCampaign,
  index: number,
): Promise<{ item: CampaignItem; proof: CampaignProofAnswer; successor: ImageVersion | undefined }> {
  const item = stated.campaign.items[index]
  if (item === undefined) throw new RequestRefused('InvalidRequest', 'Not as expected: the campaign has no such item')
  const successor = await ifThere(getImageVersion(azure, parseVersionId(successorId(item))))
  if (successor === undefined)
    return { item, successor, proof: { item: index, state: 'Missing', regions: [], progress: 0 } }
  // A version with this number that the campaign has not created might have any content.
  if (!isOfCampaign(successor.tags, stated))
    return { item, successor, proof: { item: index, state: 'Different', regions: [], progress: 0 } }
  const { state, regions } = campaignProof(stated.campaign, item, successor)
  return { item, successor, proof: { item: index, state, regions, progress: overallProgress(successor.targetRegions) } }
}
