import { createHash, randomUUID } from 'node:crypto'
import { homeOf, signInNameOf, type Member } from '../directory/member.ts'
import type { Api } from '../directory/registrations.ts'
import type { Directory } from './directory.ts'
import { loginHintOf } from './member.ts'
import type { Grant } from './sign-in/sign-ins.ts'

/** Seconds an access token lives: short, so that a demo of an afternoon renews it a few times. */
export const accessTokenLifetime = 15 * 60
const datedBack = 5 * 60

/** Scopes that concern no API: https://learn.microsoft.com/entra/identity-platform/scopes-oidc */
export const openIdScopes = ['openid', 'profile', 'offline_access', 'email']

/**
 * How a client authenticated, as in the claims `azpacr` and `appidacr`: not at all, with a secret, with a certificate.
 */
export type ClientAuthentication = '0' | '1' | '2'

/** Issuer of version 2.0 tokens. */
export function issuerFor(url: string, tenantId: string): string {
  return `${url}/${tenantId}/v2.0`
}

/** Issuer of version 1.0 tokens, which Azure Resource Manager accepts (sts.windows.net in the real world). */
export function versionOneIssuerFor(url: string, tenantId: string): string {
  return `${url}/${tenantId}/`
}

/**
 * Whether an issuer is that of version 1.0 tokens of a tenant. The address before it is the one at which the client
 * requested the token, and might differ from the one at which it uses it: the signature proves that it is ours.
 */
export function isVersionOneIssuer(issuer: unknown, tenantId: string): boolean {
  return typeof issuer === 'string' && pathOf(issuer) === `/${tenantId}/`
}

/** The same of version 2.0 tokens. */
export function isVersionTwoIssuer(issuer: unknown, tenantId: string): boolean {
  return typeof issuer === 'string' && pathOf(issuer) === `/${tenantId}/v2.0`
}

function pathOf(issuer: string): string {
  return issuer.replace(/^https?:\/\/[^/]*/, '')
}

/** The scopes of a request that are not OpenID Connect's own. */
export function resourceScopes(scopes: string[]): string[] {
  return scopes.filter((scope) => !openIdScopes.includes(scope))
}

/** What an access token is for. */
export interface TokenTarget {
  api: Api
  /** the name with which the API was requested */
  name: string
  clientAuthentication: ClientAuthentication
}

/**
 * An access token on behalf of a user, of the version in the API's registration.
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export async function accessTokenFor(
  directory: Directory,
  grant: Grant,
  target: TokenTarget & { granted: string[] },
): Promise<string> {
  const { member, clientId, authenticationContexts, capabilities } = grant
  const { user, tenant } = member
  const isVersionTwo = isOfVersionTwo(target.api)
  const audience = audienceOf(target)
  return directory.key.sign({
    ...lifetime(directory),
    ...issued(directory, tenant.tenantId, target),
    ...(isVersionTwo
      ? { azp: clientId, azpacr: target.clientAuthentication, preferred_username: signInNameOf(user) }
      : {
          amr: authenticationMethods(grant),
          appid: clientId,
          appidacr: target.clientAuthentication,
          ...versionOneNames(member),
        }),
    ...identityProvider(directory, member),
    name: user.displayName,
    oid: user.id,
    scp: target.granted.join(' '),
    sid: grant.sessionId,
    sub: pairwise(member, audience),
    ...(capabilities.length > 0 && { xms_cc: capabilities }),
    ...(authenticationContexts.length > 0 && { acrs: authenticationContexts }),
  })
}

/** An access token in the name of a program. */
export async function accessTokenForApplication(
  directory: Directory,
  principal: { objectId: string; clientId: string; tenantId: string },
  target: TokenTarget,
): Promise<string> {
  const { objectId, clientId, tenantId } = principal
  return directory.key.sign({
    ...lifetime(directory),
    ...issued(directory, tenantId, target),
    ...(isOfVersionTwo(target.api)
      ? { azp: clientId, azpacr: target.clientAuthentication }
      : { appid: clientId, appidacr: target.clientAuthentication }),
    idtyp: 'app',
    oid: objectId,
    sub: objectId,
  })
}

/** An ID token for the requesting application. */
export async function idTokenFor(directory: Directory, grant: Grant, nonce?: string): Promise<string> {
  const { member, clientId } = grant
  const { user, tenant } = member
  return directory.key.sign({
    ...lifetime(directory),
    aud: clientId,
    iss: issuerFor(directory.origin, tenant.tenantId),
    ...identityProvider(directory, member),
    login_hint: loginHintOf(member),
    name: user.displayName,
    ...(nonce !== undefined && { nonce }),
    oid: user.id,
    preferred_username: signInNameOf(user),
    sid: grant.sessionId,
    sub: pairwise(member, clientId),
    tid: tenant.tenantId,
    uti: randomUUID(),
    ver: '2.0',
  })
}

/**
 * MSAL's identification of an account, by its home: https://learn.microsoft.com/entra/msal/javascript/browser/accounts
 */
export function clientInfoFor(member: Member): string {
  const { id, tenantId } = homeOf(member)
  return Buffer.from(JSON.stringify({ uid: id, utid: tenantId })).toString('base64url')
}

function isOfVersionTwo({ application }: Api): boolean {
  return application.api.requestedAccessTokenVersion === 2
}

// Version 2.0 names the API by its client ID; version 1.0 by its requested name.
function audienceOf({ api, name }: TokenTarget): string {
  const { appId, identifierUris } = api.application
  if (isOfVersionTwo(api) || name.toLowerCase() === appId) return appId
  return identifierUris.find((uri) => uri.replace(/\/+$/, '').toLowerCase() === name.toLowerCase()) ?? name
}

function issued(directory: Directory, tenantId: string, target: TokenTarget) {
  const isVersionTwo = isOfVersionTwo(target.api)
  return {
    aud: audienceOf(target),
    iss: (isVersionTwo ? issuerFor : versionOneIssuerFor)(directory.origin, tenantId),
    tid: tenantId,
    uti: randomUUID(),
    ver: isVersionTwo ? '2.0' : '1.0',
  }
}

// Only version 1.0 has the claim, and it is no optional claim of version 2.0:
// https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference#payload-claims
function authenticationMethods({ member, authenticationContexts }: Grant): string[] {
  const hasSecondFactor = !member.user.signsInWithoutSecondFactor || authenticationContexts.length > 0
  return hasSecondFactor ? ['pwd', 'mfa'] : ['pwd']
}

// A guest has no user principal name of their own.
function versionOneNames({ user }: Member): Record<string, string> {
  const name = signInNameOf(user)
  return user.home ? { unique_name: name, email: name } : { unique_name: name, upn: name }
}

// Only guests have one:
// https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference#payload-claims
function identityProvider({ origin }: Directory, { user }: Member): { idp?: string } {
  return user.home ? { idp: versionOneIssuerFor(origin, user.home.tenantId) } : {}
}

// The tokens of Entra ID's documentation are dated five minutes back.
// https://learn.microsoft.com/entra/identity-platform/access-tokens
function lifetime({ now }: Directory): { iat: number; nbf: number; exp: number } {
  const seconds = Math.floor(now() / 1000)
  return { iat: seconds - datedBack, nbf: seconds - datedBack, exp: seconds + accessTokenLifetime }
}

// `sub` differs between applications; `oid` is the same for a user everywhere.
function pairwise({ user, tenant }: Member, audience: string): string {
  return createHash('sha256').update(`${tenant.tenantId} ${user.id} ${audience}`).digest('base64url')
}
