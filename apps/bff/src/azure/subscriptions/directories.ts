import { apiVersions } from '@portal/arm'
import type { Directory } from '@portal/portal-api'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf } from '../arm/sdk-answers.ts'

const tenant = z.object({
  tenantId: z.string(),
  displayName: z.optional(z.string()),
  defaultDomain: z.optional(z.string()),
})

/**
 * The caller's tenants, whatever their token's tenant, by display name.
 * https://learn.microsoft.com/rest/api/resources/tenants/list
 */
export async function listDirectories(azure: Azure): Promise<Directory[]> {
  const url = armUrl('/tenants', { 'api-version': apiVersions.subscriptions.version })
  const tenants = await allOf(tenant, listAt(azure, url))
  return tenants
    .map(({ tenantId, defaultDomain = '', displayName = defaultDomain || tenantId }) => ({
      tenantId: tenantId.toLowerCase(),
      displayName,
      defaultDomain,
    }))
    .sort((one, other) => one.displayName.localeCompare(other.displayName))
}
