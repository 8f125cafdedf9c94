import { consentedScopes } from '../directory/consents.ts'
import { firstPartyApplications } from '../directory/first-party.ts'
import type { Member } from '../directory/member.ts'
import type { ApplicationObject } from '../directory/objects.ts'
import { apiNamed, isMultiTenant, isNamed, type Api, type Registration } from '../directory/registrations.ts'
import { objectsOf, servicePrincipalOf } from '../directory/tenant-objects.ts'
import type { Tenant } from '../world.ts'
import type { Directory } from './directory.ts'
import { EntraError } from './errors.ts'
import type { RequestedApi } from './requested-apis.ts'

/** A client's request to an API on behalf of a user, and the existing consent. */
export interface ApiAccess {
  api: Api
  requested: RequestedApi
  /** scopes that the client has, which all go into a token */
  granted: string[]
  /** whether they satisfy the request: with `.default`, any scopes do */
  isEnough: boolean
}

/** A client acting for a user. */
export interface Delegate {
  member: Member
  client: Registration
}

/** Checks a request against the consents of the user's tenant. Throws if the tenant has no such API. */
export function accessTo(directory: Directory, { member, client }: Delegate, requested: RequestedApi): ApiAccess {
  const { tenant, user } = member
  const { appId } = client.application
  const api = apiNamed(directory.tenants, tenant, requested.name)
  if (api === undefined) throw apiNotFound(directory, { tenant, client, name: requested.name })
  const servicePrincipalId = servicePrincipalOf(tenant, appId)?.id
  const granted = consentedScopes(tenant, { client: { appId, servicePrincipalId }, userId: user.id }, api)
  const isEnough = requested.values.every((value) =>
    value === '.default' ? granted.length > 0 : granted.includes(value),
  )
  return { api, requested, granted, isEnough }
}

/** AADSTS65001: nobody has consented. `error` is its OAuth error code. */
export function consentRequired(client: ApplicationObject, error = 'invalid_grant'): EntraError {
  const message = `The user or administrator has not consented to use the application with ID '${client.appId}' named '${client.displayName}'. Send an interactive authorization request for this user and resource.`
  return new EntraError([error, 65001], message, { suberror: 'consent_required' })
}

/** A registration with that name, in the tenant or multi-tenant in another. */
export function registrationNamed(directory: Directory, tenant: Tenant, name: string): ApplicationObject | undefined {
  const others = directory.tenants.organizations().filter((other) => other !== tenant)
  return [
    ...objectsOf(tenant, 'application'),
    ...others.flatMap((other) => objectsOf(other, 'application').filter(isMultiTenant)),
    ...firstPartyApplications,
  ].find((application) => isNamed(application, name))
}

/**
 * AADSTS500011: the tenant has no service principal with that name; AADSTS650052 if the client's registration lists the
 * API among its required ones.
 */
function apiNotFound(
  directory: Directory,
  { tenant, client, name }: { tenant: Tenant; client: Registration; name: string },
): EntraError {
  const known = registrationNamed(directory, tenant, name)
  const isListed = client.application.requiredResourceAccess.some(({ resourceAppId }) => resourceAppId === known?.appId)
  if (known === undefined || !isListed) return unknownApi(tenant, name)
  const message = `The app needs access to a service ('${name}') that your organization '${tenant.tenantName}' has not subscribed to or enabled. Contact your IT Admin to review the configuration of your service subscriptions.`
  return new EntraError(['invalid_client', 650052], message)
}

/** AADSTS500011 */
export function unknownApi(tenant: Tenant, name: string): EntraError {
  const message = `The resource principal named ${name} was not found in the tenant named ${tenant.tenantName}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`
  return new EntraError(['invalid_resource', 500011], message)
}
