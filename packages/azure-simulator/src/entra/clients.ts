import { managedIdentityClient } from '../directory/managed-identities.ts'
import type { ServicePrincipalObject } from '../directory/objects.ts'
import { isMultiTenant, registrationFor, type Registration } from '../directory/registrations.ts'
import { applicationOf, servicePrincipalOf } from '../directory/tenant-objects.ts'
import type { Tenant } from '../world.ts'
import { isAnyTenant, tenantsOf, type Directory } from './directory.ts'
import { EntraError } from './errors.ts'

/**
 * The application with that client ID, as requested at `segment`, a tenant or `organizations`. Throws AADSTS700016 if
 * there is none, and AADSTS50194 at `organizations` for a single-tenant one.
 */
export function clientAt(directory: Directory, segment: string, clientId: string): Registration {
  if (!isAnyTenant(segment)) {
    const [tenant] = tenantsOf(directory, segment)
    if (tenant) return clientIn(directory, tenant, clientId)
  }
  for (const home of directory.tenants.organizations()) {
    const application = applicationOf(home, clientId)
    if (application === undefined) continue
    if (isMultiTenant(application)) return { application, homeTenantId: home.tenantId }
    const message = `Application '${clientId}'(${application.displayName}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`
    throw new EntraError(['invalid_request', 50194], message)
  }
  throw unknownClient(clientId, segment)
}

/**
 * The application with that client ID in `tenant`: its own, a multi-tenant one, or a user-assigned identity. Throws
 * AADSTS700016, or 7000112 if it is disabled there.
 */
export function clientIn(directory: Directory, tenant: Tenant, clientId: string): Registration {
  const found = registrationFor(directory.tenants, tenant, clientId)
  const identity = found === undefined ? managedIdentityClient(tenant, clientId) : undefined
  if (identity !== undefined) return { application: identity.application, homeTenantId: tenant.tenantId }
  if (found === undefined) throw unknownClient(clientId, tenant.tenantName)
  if (servicePrincipalOf(tenant, clientId)?.accountEnabled !== false) return found
  const message = `Application '${clientId}'(${found.application.displayName}) is disabled.`
  throw new EntraError(['unauthorized_client', 7000112], message)
}

/** The client's service principal in the tenant. Throws AADSTS7000229 if there is none. */
export function clientPrincipal(tenant: Tenant, clientId: string): ServicePrincipalObject {
  const found = servicePrincipalOf(tenant, clientId) ?? managedIdentityClient(tenant, clientId)?.principal
  if (found) return found
  const message = `The client application ${clientId} is missing service principal in the tenant ${tenant.tenantId}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`
  throw new EntraError(['invalid_client', 7000229], message, { status: 401 })
}

function unknownClient(clientId: string, directoryName: string): EntraError {
  const message = `Application with identifier '${clientId}' was not found in the directory '${directoryName}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`
  return new EntraError(['unauthorized_client', 700016], message)
}
