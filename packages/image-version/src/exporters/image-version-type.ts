import { apiVersions } from '@portal/arm'
import { hasConfidentialDataDisks, type ImageVersionPlan } from '../plan.ts'

/** The first version of the API that knows the storage strategy; releases of az, Bicep and azapi a year old know it. */
const widelyKnownApiVersion = apiVersions.imageVersionsInCode.version

/** The version of the API that code for a plan names: the newest only for what no older one knows. */
export function apiVersionFor(plan: ImageVersionPlan): string {
  return hasConfidentialDataDisks(plan) ? apiVersions.imageVersions.version : widelyKnownApiVersion
}

/**
 * Type and version of the API, as Bicep and Terraform's azapi write them:
 * https://learn.microsoft.com/azure/templates/microsoft.compute/galleries/images/versions
 */
export function imageVersionTypeFor(plan: ImageVersionPlan): string {
  return `Microsoft.Compute/galleries/images/versions@${apiVersionFor(plan)}`
}
