import type { Preparation } from '../../prepare/preparation.ts'
import { toDeploymentTemplate } from '../../prepare/to-deployment-template.ts'
import type { Deployment } from './deployment.ts'

/** The deployment that creates disk encryption sets with everything they need. */
export function deploymentOfPreparation(preparation: Preparation): Deployment {
  const { subscriptionId, resourceGroupName } = preparation
  return {
    subscriptionId,
    resourceGroupName,
    name: 'disk-encryption-sets',
    template: toDeploymentTemplate(preparation),
  }
}
