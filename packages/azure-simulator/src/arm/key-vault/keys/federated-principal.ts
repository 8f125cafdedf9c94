import type { ArmErrorDetail } from '@portal/arm'
import { isMultiTenant } from '../../../directory/registrations.ts'
import { applicationOf, servicePrincipalOf } from '../../../directory/tenant-objects.ts'
import { isJsonObject, textAt, valueAt } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import type { Tenant } from '../../../world.ts'

/** The audience of a managed identity's token that an application is proved with. */
const audience = 'api://AzureADTokenExchange'

interface KeyElsewhere {
  /** the tenant of the vault */
  home: Tenant
  keyUrl: string
}

/**
 * Who accesses the key of a set with `federatedClientId`: the application's service principal in the tenant of the
 * vault, proved by a user-assigned identity of the set; or Azure's error. Undefined for a set that uses its own
 * identities, in its own tenant.
 * https://learn.microsoft.com/azure/virtual-machines/disks-cross-tenant-customer-managed-keys
 */
export function federatedPrincipal(
  tenant: Tenant,
  set: StoredResource,
  { home, keyUrl }: KeyElsewhere,
): { id: string; label: string } | ArmErrorDetail | undefined {
  const appId = textAt(set.properties, 'federatedClientId')
  if (appId === undefined) {
    if (home === tenant) return undefined
    const issuer = (of: Tenant) => `https://sts.windows.net/${of.tenantId}/`
    return {
      code: 'Unauthorized',
      message: `AKV10032: Invalid issuer. Expected one of ${issuer(home)}, found ${issuer(tenant)}.`,
    }
  }
  const identities = Object.entries(userAssignedOf(set))
  const application = applicationOf(tenant, appId)
  const [proof] = identities.filter(([, { principalId }]) =>
    application?.federatedIdentityCredentials.some(
      ({ issuer, subject, audiences }) =>
        subject === principalId && audiences.includes(audience) && issuer.endsWith(`/${tenant.tenantId}/v2.0`),
    ),
  )
  const noToken = (why: string) => ({
    code: 'KeyVaultAccessTokenCannotBeAcquired',
    message: `Unable to acquire an access token for key vault resource '${keyUrl}' of disk encryption set '${set.name}'. ${why}`,
  })
  if (proof === undefined)
    return noToken(
      `AADSTS700213: No matching federated identity record found for presented assertion subject '${identities[0]?.[1].principalId ?? ''}'. Please check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation`,
    )
  const principal = servicePrincipalOf(home, appId)
  if (principal === undefined)
    return noToken(
      `AADSTS7000229: The client application ${appId} is missing service principal in the tenant ${home.tenantId}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`,
    )
  return { id: principal.id, label: `user-assigned identity '${proof[0]}'` }
}

/** Whether Azure takes it as `federatedClientId`: a multi-tenant application of the tenant, or `None`. */
export function isFederatedClient(tenant: Tenant, appId: string): boolean {
  const application = applicationOf(tenant, appId)
  return appId === 'None' || (application !== undefined && isMultiTenant(application))
}

function userAssignedOf({ envelope }: StoredResource): Record<string, { principalId: string }> {
  const all = valueAt(envelope, 'identity', 'userAssignedIdentities')
  return Object.fromEntries(
    Object.entries(isJsonObject(all) ? all : {}).map(([id, facts]) => [
      id,
      { principalId: textAt(facts, 'principalId') ?? '' },
    ]),
  )
}
