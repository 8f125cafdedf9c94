import { resourceNameOf, parseResourceId } from '@portal/arm'
import { successorId } from '@portal/campaign'
import type { CampaignItemState, OperationOutcome } from '@portal/portal-api'
import type { Azure } from '../arm/clients.ts'
import { defined } from '../arm/wire-facts.ts'
import { getCampaign } from './get-campaign.ts'

/**
 * What has become of a campaign: `gone` if nothing of it is in progress while a part is left to be started, because
 * anyone can continue it.
 */
export async function campaignOutcome(azure: Azure, id: string): Promise<OperationOutcome> {
  const { campaign, items } = await getCampaign(azure, id)
  if (items.some(isInProgress)) return { state: 'inProgress', failures: [] }
  const failures = campaign.items.flatMap((item, index) => {
    const state = items[index]
    if (state === undefined || !hasFailed(state)) return []
    return [
      { region: resourceNameOf(parseResourceId(successorId(item))), ...defined({ message: state.error?.message }) },
    ]
  })
  if (failures.length > 0) return { state: 'failed', failures }
  return { state: items.every(({ successor }) => successor !== undefined) ? 'succeeded' : 'gone', failures }
}

function isInProgress({ deployment, successor }: CampaignItemState): boolean {
  return deployment === 'Running' || successor?.provisioningState === 'Creating'
}

// A version that failed, or one that Azure has not created although its deployment has ended.
function hasFailed({ deployment, successor }: CampaignItemState): boolean {
  return successor === undefined ? deployment !== undefined : successor.provisioningState === 'Failed'
}
