import { apiVersions } from '@portal/arm'
import { hasConfidentialDataDisks, type ImageVersionPlan } from '@portal/image-version'

/** The first API version with the storage strategy; year-old releases of az, Bicep and azapi support it. */
const widelyKnownApiVersion = apiVersions.imageVersionsInCode.version

/** The API version in a plan's code: the newest only for what no older one supports. */
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
