import type { DeploymentTemplate } from '@portal/arm'

/** A template and the resource group that it is deployed to. */
export interface Deployment {
  subscriptionId: string
  resourceGroupName: string
  /** of the deployment itself */
  name: string
  template: DeploymentTemplate
}
