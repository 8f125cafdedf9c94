import type { Campaign } from '@portal/campaign'
import type { CampaignAnswer, CampaignItemState, CampaignProofAnswer } from '@portal/portal-api'
import { expect, it } from 'vitest'
import { campaignBatchesToStart, itemRows } from './item-rows.ts'

const versions =
  '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/rg/providers/Microsoft.Compute/galleries/g/images/i/versions'
const campaign: Campaign = {
  encryptionType: 'EncryptionAtRestWithCustomerKey',
  regions: [],
  items: Array.from({ length: 6 }, (_, patch) => ({
    predecessorId: `${versions}/1.0.${patch}`,
    name: `2.0.${patch}`,
    source: 'OriginalSource',
    regions: ['westus'],
    luns: [],
  })),
}
const succeeded = { provisioningState: 'Succeeded' as const, excludeFromLatest: true }
const creating = { provisioningState: 'Creating' as const, excludeFromLatest: true }
const aProof = (proof: Partial<CampaignProofAnswer>): CampaignProofAnswer => ({
  item: 0,
  state: 'Proven',
  regions: [],
  progress: 100,
  ...proof,
})

function stateOf(facts: CampaignItemState, proof?: CampaignProofAnswer) {
  const answer: CampaignAnswer = { id: 'id', campaign, startedAt: '', asOf: '', items: [facts] }
  return itemRows(answer, [0], proof === undefined ? [] : [proof])[0]?.state
}

it.each<[string, CampaignItemState, CampaignProofAnswer | undefined]>([
  ['NotStarted', { predecessor: succeeded }, undefined],
  ['Starting', { deployment: 'Running' }, undefined],
  ['Creating', { deployment: 'Running', successor: creating }, undefined],
  ['NotCreated', { deployment: 'Failed' }, undefined],
  // Resource Graph lags behind ARM, which has it already
  ['Replicating', { deployment: 'Running' }, aProof({ state: 'Replicating', progress: 10 })],
  ['Failed', { deployment: 'Failed', successor: succeeded }, aProof({ state: 'Failed', regions: ['westus'] })],
  ['Proven', { deployment: 'Succeeded', successor: succeeded }, aProof({ predecessor: 'Untouched' })],
  ['Replaced', { deployment: 'Succeeded', successor: succeeded }, aProof({ predecessor: 'Excluded' })],
  ['Revoked', { deployment: 'Succeeded', successor: succeeded }, aProof({ predecessor: 'Revoked' })],
  ['Deleted', { deployment: 'Succeeded', successor: succeeded }, aProof({ predecessor: 'Deleted' })],
])('an item is %s', (state, facts, proof) => {
  expect(stateOf(facts, proof)).toBe(state)
})

it('those deployments are left to start of which nothing has begun', () => {
  const begun: CampaignItemState[] = Array.from({ length: 6 }, () => ({}))
  expect(campaignBatchesToStart(campaign, begun)).toEqual([0, 1])
  // a batch without its deployment, which Azure has deleted from the history
  expect(campaignBatchesToStart(campaign, [{ successor: succeeded }, ...begun.slice(1)])).toEqual([1])
})
