import { platforms, type ApplicationObject, type Platform } from '../../directory/objects.ts'
import { objectsOf } from '../../directory/tenant-objects.ts'
import { isLoopback } from '../../origin.ts'
import type { Tenant } from '../../world.ts'
import { badRequest, GraphRefusal, valueTaken } from '../errors.ts'

/**
 * The rules for an application on every write. Throws 400. `before`: its previous state, if any.
 * https://learn.microsoft.com/entra/identity-platform/reference-app-manifest
 */
export function assertFit(tenant: Tenant, next: ApplicationObject, before: ApplicationObject | undefined): void {
  const others = objectsOf(tenant, 'application').filter(({ id }) => id !== next.id)
  for (const uri of next.identifierUris) {
    assertIdentifierUri(tenant, next, uri)
    if (others.some(({ identifierUris }) => identifierUris.includes(uri))) throw valueTaken('identifierUris')
  }
  if (next.uniqueName !== null && others.some(({ uniqueName }) => uniqueName === next.uniqueName))
    throw valueTaken('uniqueName')
  for (const platform of platforms)
    for (const uri of next[platform].redirectUris) assertRedirectUri(tenant, platform, uri)
  assertTokenVersion(next)
  assertScopes(next, before)
}

/** https://learn.microsoft.com/entra/identity-platform/identifier-uri-restrictions */
function assertIdentifierUri({ domain, tenantId }: Tenant, { appId }: ApplicationObject, uri: string): void {
  const url = URL.canParse(uri) ? new URL(uri) : undefined
  const isOurs =
    url?.protocol === 'api:'
      ? uri.toLowerCase().includes(appId) || uri.toLowerCase().includes(tenantId)
      : url?.protocol === 'https:' && (url.hostname === domain || url.hostname.endsWith(`.${domain}`))
  if (isOurs) return
  throw badRequest(
    `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${uri}'`,
    'HostNameNotOnVerifiedDomain',
  )
}

/** https://learn.microsoft.com/entra/identity-platform/reply-url */
function assertRedirectUri({ quota }: Tenant, platform: Platform, uri: string): void {
  const url = URL.canParse(uri) ? new URL(uri) : undefined
  const isHere = url?.protocol === 'http:' && isLoopback(url.hostname)
  const isSafe = isHere || platform === 'publicClient' || url?.protocol === 'https:'
  // Anyone can register in a sandbox: it must not redirect to other sites.
  if (url && url.hash === '' && !uri.includes('*') && (quota === undefined ? isSafe : isHere)) return
  throw badRequest(
    `The redirect URI '${uri}' of ${platform}.redirectUris is not valid: it must be absolute, without a fragment or a wildcard, and of scheme https but on localhost${quota === undefined ? '' : ', where a sandbox must stay'}.`,
    'InvalidRedirectUri',
  )
}

function assertTokenVersion({ signInAudience, api }: ApplicationObject): void {
  if (!signInAudience.includes('Personal') || api.requestedAccessTokenVersion === 2) return
  throw badRequest(
    `Property api.requestedAccessTokenVersion must be 2 for an application of the audience ${signInAudience}.`,
    'InvalidAccessTokenVersion',
  )
}

function assertScopes({ api }: ApplicationObject, before: ApplicationObject | undefined): void {
  const scopes = api.oauth2PermissionScopes
  const values = scopes.map(({ value }) => value)
  if (new Set(values).size < values.length)
    throw badRequest('Property api.oauth2PermissionScopes has two permissions of the same value.', 'DuplicateValue')
  const lost = before?.api.oauth2PermissionScopes.some(
    (scope) => scope.isEnabled && !scopes.some(({ id }) => id === scope.id),
  )
  if (lost)
    throw new GraphRefusal(
      [400, 'CannotDeleteOrUpdateEnabledEntitlement'],
      'Permission (scope or role) cannot be deleted or updated unless disabled first.',
    )
}
