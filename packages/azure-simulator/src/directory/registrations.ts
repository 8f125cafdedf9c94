import type { Tenants } from '../tenants.ts'
import type { Tenant } from '../world.ts'
import { firstPartyApplications, microsoftTenantId } from './first-party.ts'
import type { ApplicationObject, ServicePrincipalObject } from './objects.ts'
import { applicationOf, objectsOf } from './tenant-objects.ts'

/** An application, and the id of the tenant that registered it. */
export interface Registration {
  application: ApplicationObject
  homeTenantId: string
}

/** An API of a tenant: its service principal, and the registration behind it. */
export interface Api extends Registration {
  servicePrincipal: ServicePrincipalObject
}

/**
 * What the service principal of that application in `tenant` is, or would be, an instance of: the tenant's own
 * registration, a multi-tenant one of another, or Microsoft's.
 * https://learn.microsoft.com/entra/identity-platform/app-objects-and-service-principals
 */
export function registrationFor(tenants: Tenants, tenant: Tenant, appId: string): Registration | undefined {
  const id = appId.toLowerCase()
  const own = applicationOf(tenant, id)
  if (own) return { application: own, homeTenantId: tenant.tenantId }
  const microsofts = firstPartyApplications.find((application) => application.appId === id)
  if (microsofts) return { application: microsofts, homeTenantId: microsoftTenantId }
  for (const other of tenants.organizations()) {
    const application = applicationOf(other, id)
    if (application && isMultiTenant(application)) return { application, homeTenantId: other.tenantId }
  }
  return undefined
}

export function isMultiTenant({ signInAudience }: ApplicationObject): boolean {
  return signInAudience === 'AzureADMultipleOrgs' || signInAudience === 'AzureADandPersonalMicrosoftAccount'
}

/** The names with which an API can be requested: its ID and its identifier URIs. */
export function servicePrincipalNames({ appId, identifierUris }: ApplicationObject): string[] {
  return [appId, ...identifierUris]
}

/** The API with that `name` in the tenant; a trailing slash makes no difference. */
export function apiNamed(tenants: Tenants, tenant: Tenant, name: string): Api | undefined {
  for (const servicePrincipal of objectsOf(tenant, 'servicePrincipal')) {
    const registration = registrationFor(tenants, tenant, servicePrincipal.appId)
    if (registration && isNamed(registration.application, name)) return { ...registration, servicePrincipal }
  }
  return undefined
}

/** Whether the application has that name. */
export function isNamed(application: ApplicationObject, name: string): boolean {
  return servicePrincipalNames(application).some((known) => comparable(known) === comparable(name))
}

function comparable(name: string): string {
  return name.replace(/\/+$/, '').toLowerCase()
}
