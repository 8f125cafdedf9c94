import { consent } from '../../directory/consents.ts'
import { microsoftGraphId } from '../../directory/first-party.ts'
import type { Member } from '../../directory/member.ts'
import { newServicePrincipal, type ApplicationObject, type PermissionScope } from '../../directory/objects.ts'
import { registrationFor } from '../../directory/registrations.ts'
import { keepObject, servicePrincipalOf } from '../../directory/tenant-objects.ts'
import type { Tenant } from '../../world.ts'
import { accessTo, registrationNamed, unknownApi } from '../api-access.ts'
import { EntraError } from '../errors.ts'
import { scopesOf } from '../grants/parameters.ts'
import { requestedApis, type RequestedApi } from '../requested-apis.ts'
import { openIdScopes } from '../tokens.ts'
import type { KnownVisit } from './visit.ts'

/** Scopes of one API that one application lacks. */
interface NeededPermission {
  client: ApplicationObject
  api: ApplicationObject
  scopes: PermissionScope[]
}

/** What has to be consented to before the client gets a code. */
export interface NeededConsent {
  tenant: Tenant
  permissions: NeededPermission[]
  /** no user of the tenant has used the client before: it has no service principal there */
  isNewHere: boolean
  needsAdministrator: boolean
  isAdministrator: boolean
}

/**
 * What an authorize request needs beyond existing consent; with `prompt=consent`, all that it requests. Throws if the
 * tenant has no such API, or the API no such scope.
 * https://learn.microsoft.com/entra/identity-platform/permissions-consent-overview
 */
export function consentNeeded(visit: KnownVisit, member: Member): NeededConsent {
  const { parameters, client } = visit
  const { tenant, user } = member
  const requested = requestedApis(scopesOf(parameters['scope'] ?? ''), visit.directory.origin)
  const permissions = requested.flatMap((api) => permissionsNeeded(visit, member, api))
  return {
    tenant,
    permissions,
    isNewHere: servicePrincipalOf(tenant, client.application.appId) === undefined,
    needsAdministrator: permissions.some(({ scopes }) => scopes.some(({ type }) => type === 'Admin')),
    isAdministrator: tenant.applicationAdministrators.includes(user.id),
  }
}

/** Records the consent, for one user or (undefined) for all, with the service principals that it needs. */
export function grantConsent(
  { client, parameters }: KnownVisit,
  { tenant, permissions }: NeededConsent,
  userId: string | undefined,
): void {
  const idOf = (application: ApplicationObject): string => {
    const principal = servicePrincipalOf(tenant, application.appId) ?? newServicePrincipal(application)
    keepObject(tenant, principal)
    return principal.id
  }
  const clientId = idOf(client.application)
  const graphId = servicePrincipalOf(tenant, microsoftGraphId)?.id
  const openId = scopesOf(parameters['scope'] ?? '').filter((scope) => openIdScopes.includes(scope))
  if (graphId !== undefined && openId.length > 0) consent(tenant, { clientId, resourceId: graphId, userId }, openId)
  for (const { client: holder, api, scopes } of permissions)
    consent(
      tenant,
      { clientId: idOf(holder), resourceId: idOf(api), userId },
      scopes.map(({ value }) => value),
    )
}

function permissionsNeeded(visit: KnownVisit, member: Member, requested: RequestedApi): NeededPermission[] {
  const { directory, client, parameters } = visit
  const { application } = client
  const asksAgain = parameters['prompt']?.toLowerCase() === 'consent'
  const isDefault = requested.values.includes('.default')
  const known = registrationNamed(directory, member.tenant, requested.name)
  // An API that lists the client as known is added to the tenant with it.
  if (
    isDefault &&
    known &&
    isKnownTo(known, application) &&
    servicePrincipalOf(member.tenant, known.appId) === undefined
  )
    return requiredBy(visit, member.tenant)
  const { api, granted, isEnough } = accessTo(directory, { member, client }, requested)
  if (isEnough && !asksAgain) return []
  if (isDefault) return requiredBy(visit, member.tenant)
  const missing = requested.values.filter((value) => asksAgain || !granted.includes(value))
  return [
    {
      client: application,
      api: api.application,
      scopes: missing.map((value) => scopeOf(visit, api.application, value)),
    },
  ]
}

/**
 * All delegated permissions in the client's registration; and those of each API among them that lists the client as
 * known: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow#default-and-combined-consent
 */
function requiredBy(visit: KnownVisit, tenant: Tenant): NeededPermission[] {
  const { application } = visit.client
  const own = listed(visit, tenant, application)
  const combined = own.filter(({ api }) => isKnownTo(api, application)).flatMap(({ api }) => listed(visit, tenant, api))
  if (own.length > 0) return [...own, ...combined]
  const message = `Misconfigured application. This could be due to one of the following: the client has not listed any permissions in the requested permissions in the client's application registration. Or, the admin has not consented in the tenant. Client app ID: ${application.appId}.`
  throw new EntraError(['invalid_client', 650056], message)
}

function listed({ directory }: KnownVisit, tenant: Tenant, client: ApplicationObject): NeededPermission[] {
  return client.requiredResourceAccess.flatMap(({ resourceAppId, resourceAccess }) => {
    const api = registrationFor(directory.tenants, tenant, resourceAppId)?.application
    if (api === undefined) throw unknownApi(tenant, resourceAppId)
    const wanted = new Set(resourceAccess.filter(({ type }) => type === 'Scope').map(({ id }) => id))
    const scopes = api.api.oauth2PermissionScopes.filter(({ id, isEnabled }) => isEnabled && wanted.has(id))
    return scopes.length > 0 ? [{ client, api, scopes }] : []
  })
}

function isKnownTo({ api }: ApplicationObject, { appId }: ApplicationObject): boolean {
  return api.knownClientApplications.includes(appId)
}

function scopeOf({ client }: KnownVisit, api: ApplicationObject, value: string): PermissionScope {
  const found = api.api.oauth2PermissionScopes.find((scope) => scope.value === value && scope.isEnabled)
  if (found) return found
  const message = `The application '${client.application.displayName}' asked for scope '${value}' that doesn't exist on the resource '${api.appId}'. Contact the app vendor.`
  throw new EntraError(['invalid_client', 650053], message)
}
