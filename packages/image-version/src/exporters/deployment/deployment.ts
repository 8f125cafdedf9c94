import type { DeploymentTemplate } from '@portal/arm'
import { hasPlaceholder } from '../placeholder.ts'

/** A template and the resource group that it is deployed to. */
export interface Deployment {
  subscriptionId: string
  resourceGroupName: string
  /** of the deployment itself */
  name: string
  template: DeploymentTemplate
}

/** Whether something of it is not chosen yet. */
export function isUnfinished(deployment: Deployment): boolean {
  return hasPlaceholder(JSON.stringify(deployment))
}
