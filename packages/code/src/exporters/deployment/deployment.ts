import type { DeploymentTemplate } from '@portal/arm'
import { hasPlaceholder } from '../shown/placeholder.ts'
import type { ShownPart } from '../shown/shown-parts.ts'

/** A template and the resource group, or the subscription, that it is deployed to. */
export interface Deployment {
  subscriptionId: string
  resourceGroupName: string
  /** of the deployment itself */
  name: string
  template: DeploymentTemplate
  /** of a deployment to the subscription instead of the group: the region in which Azure keeps it */
  subscriptionLocation?: string
  /** of the code, without its ending; each language has its own otherwise */
  fileName?: string
  /** where the template contains the form's fields */
  shownParts?: ShownPart[]
}

/** Whether something in it is not chosen yet. */
export function isUnfinished(deployment: Deployment): boolean {
  return hasPlaceholder(JSON.stringify(deployment))
}
