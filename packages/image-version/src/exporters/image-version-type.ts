import { apiVersions } from '@portal/arm'
/** A version of the API of versions that releases of az, Bicep and azapi have known for long. */
export const widelyKnownApiVersion = apiVersions.imageVersionsInCode.version

/** Type and version of the API, as Bicep and Terraform's azapi write them: https://learn.microsoft.com/azure/templates/microsoft.compute/galleries/images/versions */
export const imageVersionType = `Microsoft.Compute/galleries/images/versions@${widelyKnownApiVersion}`
