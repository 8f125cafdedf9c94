import { createHash, randomUUID } from 'node:crypto'
import { loginHintOf } from './member.ts'
import type { Directory } from './directory.ts'
import type { Member } from './member.ts'
import type { Grant } from './sign-ins.ts'

/** Seconds an access token lives: short, so that a demo of an afternoon renews it a few times. */
export const accessTokenLifetime = 15 * 60

const graph = '00000003-0000-0000-c000-000000000000'
export const armAudience = 'https://management.azure.com'
const openIdScopes = ['openid', 'profile', 'offline_access', 'email']

/** Issuer of the tokens for applications (version 2.0). */
export function issuerFor(url: string, tenantId: string): string {
  return `${url}/${tenantId}/v2.0`
}

/** Issuer of the tokens for Azure Resource Manager, which still takes version 1.0 (sts.windows.net in the real world). */
export function armIssuerFor(url: string, tenantId: string): string {
  return `${url}/${tenantId}/`
}

/** The scopes of a request that are not OpenID Connect's own. */
export function resourceScopes(scopes: string[]): string[] {
  return scopes.filter((scope) => !openIdScopes.includes(scope))
}

/** An access token for the API application, or for Microsoft Graph if only OpenID scopes were asked. */
export async function accessTokenFor(directory: Directory, grant: Grant): Promise<string> {
  const { member, clientId, scopes, authenticationContexts, capabilities } = grant
  const { user, tenant } = member
  const forApi = resourceScopes(scopes).length > 0
  const audience = forApi ? directory.applications.api.clientId : graph
  return directory.key.sign({
    ...lifetime(directory),
    aud: audience,
    iss: issuerFor(directory.url, tenant.tenantId),
    azp: clientId,
    azpacr: '0',
    name: user.displayName,
    oid: user.id,
    preferred_username: user.userPrincipalName,
    scp: forApi ? 'access_as_user' : 'openid profile email',
    sid: grant.sessionId,
    sub: pairwise(member, audience),
    tid: tenant.tenantId,
    uti: randomUUID(),
    ver: '2.0',
    ...(capabilities.length > 0 && { xms_cc: capabilities }),
    ...(authenticationContexts.length > 0 && { acrs: authenticationContexts }),
  })
}

/** An ID token for the application that asked. */
export async function idTokenFor(directory: Directory, grant: Grant, nonce?: string): Promise<string> {
  const { member, clientId } = grant
  const { user, tenant } = member
  return directory.key.sign({
    ...lifetime(directory),
    aud: clientId,
    iss: issuerFor(directory.url, tenant.tenantId),
    login_hint: loginHintOf(member),
    name: user.displayName,
    ...(nonce !== undefined && { nonce }),
    oid: user.id,
    preferred_username: user.userPrincipalName,
    sid: grant.sessionId,
    sub: pairwise(member, clientId),
    tid: tenant.tenantId,
    uti: randomUUID(),
    ver: '2.0',
  })
}

/** A token for Azure Resource Manager in the user's name. */
export async function armTokenFor(
  directory: Directory,
  { user, tenant }: Member,
  more: { authenticationContexts: string[]; capabilities: string[] },
): Promise<string> {
  return directory.key.sign({
    ...lifetime(directory),
    aud: armAudience,
    iss: armIssuerFor(directory.url, tenant.tenantId),
    appid: directory.applications.api.clientId,
    name: user.displayName,
    oid: user.id,
    scp: 'user_impersonation',
    sub: pairwise({ user, tenant }, armAudience),
    tid: tenant.tenantId,
    upn: user.userPrincipalName,
    uti: randomUUID(),
    ver: '1.0',
    ...(more.capabilities.length > 0 && { xms_cc: more.capabilities }),
    ...(more.authenticationContexts.length > 0 && { acrs: more.authenticationContexts }),
  })
}

/** A token for Azure Resource Manager, or for Key Vault, in the name of a program. */
export async function armTokenForApplication(
  directory: Directory,
  principal: { objectId: string; clientId: string; tenantId: string; audience?: string },
): Promise<string> {
  const { objectId, clientId, tenantId, audience = armAudience } = principal
  return directory.key.sign({
    ...lifetime(directory),
    aud: audience,
    iss: armIssuerFor(directory.url, tenantId),
    appid: clientId,
    idtyp: 'app',
    oid: objectId,
    sub: objectId,
    tid: tenantId,
    uti: randomUUID(),
    ver: '1.0',
  })
}

/** MSAL's way to know an account: https://learn.microsoft.com/entra/msal/javascript/browser/accounts */
export function clientInfoFor({ user, tenant }: Member): string {
  return Buffer.from(JSON.stringify({ uid: user.id, utid: tenant.tenantId })).toString('base64url')
}

function lifetime({ now }: Directory): { iat: number; nbf: number; exp: number } {
  const seconds = Math.floor(now() / 1000)
  return { iat: seconds, nbf: seconds, exp: seconds + accessTokenLifetime }
}

// `sub` differs from one application to the next; who needs one id for a user takes `oid`.
function pairwise({ user, tenant }: Member, audience: string): string {
  return createHash('sha256').update(`${tenant.tenantId} ${user.id} ${audience}`).digest('base64url')
}
