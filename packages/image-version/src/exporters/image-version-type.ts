import { apiVersions } from '@portal/arm'

/** The first version of the API that knows the storage strategy; releases of az, Bicep and azapi a year old know it. */
export const widelyKnownApiVersion = apiVersions.imageVersionsInCode.version

/** Type and version of the API, as Bicep and Terraform's azapi write them: https://learn.microsoft.com/azure/templates/microsoft.compute/galleries/images/versions */
export const imageVersionType = `Microsoft.Compute/galleries/images/versions@${widelyKnownApiVersion}`
