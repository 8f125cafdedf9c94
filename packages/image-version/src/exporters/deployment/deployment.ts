import type { DeploymentTemplate } from '@portal/arm'

/** A template and the resource group that it is deployed to. */
export interface Deployment {
  subscriptionId: string
  resourceGroupName: string
  /** of the deployment itself */
  name: string
  template: DeploymentTemplate
}

/** Whether something of it is not chosen yet. Azure allows neither < nor > in a name. */
export function hasPlaceholder(deployment: Deployment): boolean {
  return /<[a-z ]+>/.test(JSON.stringify(deployment))
}
