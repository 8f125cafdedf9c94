import { parseResourceId } from '@portal/arm'
import { type Successor, toCampaignTemplate } from '@portal/campaign'
import type { Deployment } from './deployment.ts'

/** The deployment that creates the new versions of one batch, in the resource group of the gallery. */
export function deploymentOfBatch(name: string, successors: readonly Successor[]): Deployment {
  const { subscriptionId, resourceGroupName } = parseResourceId(successors[0]?.plan.imageDefinitionId ?? '')
  return { subscriptionId, resourceGroupName, name, template: toCampaignTemplate(successors) }
}
