import { type Campaign, campaignBatches, type CampaignItem, successorId } from '@portal/campaign'
import type { CampaignAnswer, CampaignItemState, CampaignProofAnswer } from '@portal/portal-api'
import type { ItemState } from '../texts/campaign-texts.ts'

/** One version of a campaign, with what has become of it. */
export interface ItemRow {
  index: number
  item: CampaignItem
  successorId: string
  facts: CampaignItemState
  /** undefined while it is read */
  proof: CampaignProofAnswer | undefined
  state: ItemState
}

/** The rows of some items. */
export function itemRows(
  { campaign, items }: CampaignAnswer,
  indexes: readonly number[],
  proofs: readonly CampaignProofAnswer[],
): ItemRow[] {
  return indexes.flatMap((index) => {
    const [item, facts] = [campaign.items[index], items[index]]
    if (item === undefined || facts === undefined) return []
    const proof = proofs.find((each) => each.item === index)
    return [{ index, item, facts, proof, successorId: successorId(item), state: stateOf(facts, proof) }]
  })
}

function stateOf(facts: CampaignItemState, proof: CampaignProofAnswer | undefined): ItemState {
  // ARM knows more than Resource Graph, which lags behind.
  if (proof !== undefined && proof.state !== 'Missing') {
    if (proof.state === 'Proven' && proof.predecessor === 'Deleted') return 'Deleted'
    if (proof.state === 'Proven' && proof.predecessor === 'Revoked') return 'Revoked'
    if (proof.state === 'Proven' && proof.predecessor === 'Excluded') return 'Replaced'
    return proof.state
  }
  switch (facts.deployment) {
    case undefined:
      return 'NotStarted'
    case 'Running':
      return facts.successor === undefined ? 'Starting' : 'Creating'
    case 'Succeeded':
    case 'Failed':
    case 'Canceled':
      return facts.successor === undefined ? 'NotCreated' : 'Replicating'
  }
}

/** The numbers of the deployments that nobody has started. */
export function campaignBatchesToStart(campaign: Campaign, items: readonly CampaignItemState[]): number[] {
  return campaignBatches(campaign).flatMap((indexes, batch) =>
    indexes.every((index) => items[index]?.deployment === undefined && items[index]?.successor === undefined)
      ? [batch]
      : [],
  )
}
