import {
  apiVersions,
  formatResourceId,
  parseResourceIdOf,
  parseVersionId,
  resourceNameOf,
  parseResourceId,
} from '@portal/arm'
import { successorId } from '@portal/campaign'
import { failedRegions, isSettled } from '@portal/image-version'
import type {
  getOperationOutcome as endpoint,
  OperationOutcome,
  RequestOf,
  CampaignItemState,
} from '@portal/portal-api'
import * as z from 'zod/mini'
import { armUrl } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { answered, unlessHidden } from '../arm/sdk-answers.ts'
import { defined } from '../arm/wire-facts.ts'
import { getCampaign } from '../campaigns/get-campaign.ts'
import { deploymentType, getDeployment, innermostError } from '../deployments/deployments.ts'
import { getImageVersion } from '../image-versions/image-versions.ts'

const compute = {
  diskEncryptionSet: { type: 'Microsoft.Compute/diskEncryptionSets', version: apiVersions.disks.version },
  virtualMachine: { type: 'Microsoft.Compute/virtualMachines', version: apiVersions.virtualMachines.version },
} as const

const resource = z.object({ properties: z.object({ provisioningState: z.string() }) })

/**
 * What has become of an operation, by one GET; of a campaign, by what its page reads. Throws `InvalidResourceId` for an
 * ID of another type.
 */
export async function operationOutcome(
  azure: Azure,
  { id, kind }: RequestOf<typeof endpoint>,
): Promise<OperationOutcome> {
  const outcome = await unlessHidden(
    kind === 'imageVersion'
      ? versionOutcome(azure, id)
      : kind === 'campaign'
        ? campaignOutcome(azure, id)
        : otherOutcome(azure, id, kind),
  )
  return outcome ?? { state: 'gone', failures: [] }
}

/** A version has ended only when no region replicates any more, and has failed if one of them has. */
async function versionOutcome(azure: Azure, id: string): Promise<OperationOutcome> {
  const version = await getImageVersion(azure, parseVersionId(id))
  const { provisioningState, targetRegions } = version
  if (!isSettled(provisioningState, targetRegions)) return { state: 'inProgress', failures: [] }
  const failures = failedRegions(targetRegions).map(({ displayName, replication }) => ({
    region: displayName,
    ...defined({ message: replication?.details }),
  }))
  return { state: provisioningState === 'Failed' || failures.length > 0 ? 'failed' : 'succeeded', failures }
}

async function otherOutcome(
  azure: Azure,
  id: string,
  kind: Exclude<RequestOf<typeof endpoint>['kind'], 'imageVersion' | 'campaign'>,
): Promise<OperationOutcome> {
  if (kind === 'diskEncryptionSet' || kind === 'virtualMachine') {
    const { type, version } = compute[kind]
    const url = armUrl(formatResourceId(parseResourceIdOf(type, id)), { 'api-version': version })
    const { properties } = await answered(resource, azure.send({ method: 'GET', url }))
    return { state: stateOf(properties.provisioningState), failures: [] }
  }
  const { properties } = await getDeployment(azure, formatResourceId(parseResourceIdOf(deploymentType, id)))
  const message = innermostError({ error: properties.error })?.message
  return {
    state: stateOf(properties.provisioningState),
    failures: message === undefined || properties.provisioningState !== 'Failed' ? [] : [{ message }],
  }
}

// Every other word of Azure's, also one that it adds later, counts as in progress.
function stateOf(provisioningState: string): OperationOutcome['state'] {
  switch (provisioningState) {
    case 'Succeeded':
      return 'succeeded'
    case 'Failed':
      return 'failed'
    case 'Canceled':
      return 'canceled'
    default:
      return 'inProgress'
  }
}

/**
 * What has become of a campaign: `gone` if nothing of it is in progress while a part is left to be started, because
 * anyone can continue it.
 */
async function campaignOutcome(azure: Azure, id: string): Promise<OperationOutcome> {
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
