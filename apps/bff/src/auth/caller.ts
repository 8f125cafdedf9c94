import { hash } from 'node:crypto'
import type { ConnectionFinding } from '@portal/portal-api'
import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose'
import * as z from 'zod/mini'
import { forTenant, type SignInService } from '../cloud.ts'
import { noOperators, type Operators } from '../operators/operators.ts'
import { keepNewest } from '../process/bounded-cache.ts'
import { Refusal, type Answer, type RefusalEvent } from '../refusals/refusal.ts'
import { servesTenant, type Registration } from './registration.ts'
import { SignInServiceUnavailable } from './sign-in-service.ts'
import { signedOutHere, type SignedOutTokens } from './signed-out-tokens.ts'

/** Who calls, from a verified access token. Whatever is kept for a caller is keyed by tenant and object id. */
export interface Caller {
  tid: string
  oid: string
  /** the access token itself, which Entra ID exchanges for one for ARM */
  assertion: string
  /** ms since 1970 */
  expiresAt: number
}

/** What everything that is kept for a user is kept by. */
export function userKey({ tid, oid }: Pick<Caller, 'tid' | 'oid'>): string {
  return `${tid}:${oid}`
}

/** The check that a token failed, as the connection check reports it. */
export type TokenFinding = Extract<ConnectionFinding, `Token${string}`>

interface RefusalDetails extends ErrorOptions {
  finding: TokenFinding
  /** the token's claims, after Entra ID's signature is verified */
  claims?: JWTPayload
}

/** No access token, or one that is not for this portal. `reason` is for the log. */
export class TokenRefused extends Refusal {
  readonly code: 'SignInRequired' | 'DirectoryNotAllowed' | 'EveryoneSignedOut' = 'SignInRequired'
  readonly reason: string
  readonly finding: TokenFinding
  readonly claims: JWTPayload | undefined
  constructor(reason: string, { finding, claims, ...options }: RefusalDetails) {
    super(`Access token refused: ${reason}`, options)
    this.name = 'TokenRefused'
    this.reason = reason
    this.finding = finding
    this.claims = claims
  }

  answer(): Answer {
    return { status: 401, code: this.code, headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } }
  }

  override logEvent(): RefusalEvent {
    return { level: 'warn', event: 'token-refused', reason: this.reason }
  }
}

/** An access token that is as it must be, but of a directory that the portal does not serve. */
export class DirectoryNotAllowed extends TokenRefused {
  override readonly code = 'DirectoryNotAllowed'
  constructor(claims: JWTPayload) {
    super('its tenant is not allowed', { finding: 'TokenTenant', claims })
    this.name = 'DirectoryNotAllowed'
  }

  // 403: the sign-in is valid, but from another tenant
  override answer(): Answer {
    return { status: 403, code: this.code }
  }
}

/** A token from before the operators signed everyone out. */
class EveryoneSignedOut extends TokenRefused {
  override readonly code = 'EveryoneSignedOut'
  constructor() {
    super('the operators have signed everyone out', { finding: 'TokenSignedOut' })
    this.name = 'EveryoneSignedOut'
  }
}

export interface CallerVerifier {
  /**
   * The caller of an Authorization header. Throws `TokenRefused`, or `SignInServiceUnavailable` if there are no keys.
   */
  callerOf(authorization: string | undefined): Promise<Caller>
  /** Fetches Entra ID's keys if they are not there yet; returns whether they are. */
  hasKeys(): Promise<boolean>
  /** Checks the tokens of this user again. */
  forget(caller: Caller): void
  /**
   * Refuses this token of the caller's from now on, or all that were issued to them until now, and forgets the user.
   */
  signOut(caller: Caller, tokens?: 'thisToken' | 'allTokens'): Promise<void>
}

interface Dependencies {
  signIn: SignInService
  registration: Registration
  signedOut?: SignedOutTokens
  operators?: Pick<Operators, 'signedOutBefore'>
  /** ms since 1970, real time: tokens are dated by it */
  now?: () => number
}

const cacheMs = 60_000
const cacheSize = 5_000
const reloadPauseMs = 5_000
const renewKeysMs = 300_000
const oldKeysMs = 600_000
const maxTokenLength = 16_384
const toleranceMs = 60_000
// Entra ID dates a token five minutes back: those of its documentation last 65.
// https://learn.microsoft.com/entra/identity-platform/access-tokens
const datedBackMs = 300_000

const claims = z.object({
  ver: z.literal('2.0'),
  iss: z.string(),
  tid: z.string().check(z.minLength(1)),
  oid: z.string().check(z.minLength(1)),
  azp: z.string(),
  scp: z.string(),
  exp: z.number(),
  iat: z.number(),
  idtyp: z.optional(z.string()),
})

interface Verified {
  caller: Caller
  /** SHA-256 of the token's content, for sign-outs */
  contentKey: string
  /** the token's claims; ms since 1970, like the following */
  issuedAt: number
  /** when this process saw it first */
  seenAt: number
  /** when it is checked again */
  until: number
}

/**
 * Checks the access tokens of the browser: signed by Entra ID's keys with RS256, for this API, of an allowed tenant and
 * its issuer, requested by the portal's own application, with the delegated scope; never an ID token or an app-only
 * token. https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens
 */
export function callerVerifier({
  signIn,
  registration,
  signedOut: signOuts = signedOutHere(),
  operators = noOperators,
  now = Date.now,
}: Dependencies): CallerVerifier {
  // It never waits for newer keys by itself: assertKeys decides when to read them again.
  const jwks = createRemoteJWKSet(new URL(forTenant(signIn.jwksUri, 'organizations')), { cacheMaxAge: Infinity })
  const scope = registration.api.scope.split('/').at(-1) ?? ''
  const verified = new Map<string, Verified>()
  let keySet = ''
  let reloadedAt = -Infinity
  let askedForKeysAt = -Infinity
  let keysReadAt = -Infinity
  let keysAreAway = false

  async function readKeys(): Promise<void> {
    askedForKeysAt = now()
    try {
      await jwks.reload()
      keysReadAt = now()
      keysAreAway = false
    } catch (error) {
      keysAreAway = true
      throw error
    }
  }

  /**
   * Nobody waits for newer keys while there are some, unless these are old and Entra ID answered last time. While it
   * can't be asked for newer ones, the last ones are used.
   */
  async function assertKeys(): Promise<void> {
    if (jwks.jwks() === undefined) return readKeys()
    if (now() - askedForKeysAt < (keysAreAway ? reloadPauseMs : renewKeysMs)) return
    const isWaitedFor = !keysAreAway && now() - keysReadAt >= oldKeysMs
    const reading = readKeys().catch(() => undefined)
    if (isWaitedFor) await reading
  }

  const lastKeys: JWTVerifyGetKey = async (header, token) => {
    await assertKeys()
    return jwks(header, token)
  }

  async function verify(token: string): Promise<Pick<Verified, 'caller' | 'issuedAt'>> {
    const { payload, protectedHeader } = await withKeys(() =>
      jwtVerify(token, lastKeys, {
        audience: registration.api.clientId,
        algorithms: ['RS256'],
        clockTolerance: toleranceMs / 1000,
        requiredClaims: ['exp', 'iat', 'tid', 'oid', 'scp'],
        currentDate: new Date(now()),
      }),
    )
    noticeKeyChange()
    const refused = (finding: TokenFinding, reason: string) => new TokenRefused(reason, { finding, claims: payload })
    const parsed = z.safeParse(claims, payload)
    if (!parsed.success) {
      const claim = parsed.error.issues[0]?.path.join('.') ?? ''
      throw refused(claim === 'ver' ? 'TokenVersion' : 'TokenClaims', `claim ${claim} is not as expected`)
    }
    const { tid, oid, iss, azp, scp, exp, iat, idtyp } = parsed.data
    if (iss !== forTenant(signIn.issuer, tid)) throw refused('TokenIssuer', 'its issuer is not that of its tenant')
    if (!keyMayIssue(protectedHeader.kid, tid, iss)) throw refused('TokenIssuer', 'its key belongs to another issuer')
    if (idtyp === 'app') throw refused('TokenOfApplication', 'it is the token of an application, not of a user')
    if (azp !== registration.portalClientId && !registration.scriptClientIds?.includes(azp))
      throw refused('TokenClient', 'another application asked for it')
    if (!scp.split(' ').includes(scope)) throw refused('TokenScope', `it lacks the scope ${scope}`)
    // Last, so that the reason is given only to a caller with an otherwise valid token.
    if (!servesTenant(registration, tid)) throw new DirectoryNotAllowed(payload)
    return { caller: { tid, oid, assertion: token, expiresAt: exp * 1000 }, issuedAt: iat * 1000 }
  }

  // Entra ID returns the issuer of a key with the key; a multi-tenant key has the template.
  function keyMayIssue(kid: string | undefined, tid: string, iss: string): boolean {
    const key: { kid?: string; issuer?: unknown } | undefined = jwks.jwks()?.keys.find((one) => one.kid === kid)
    return typeof key?.issuer !== 'string' || forTenant(key.issuer, tid) === iss
  }

  // jose waits 30 s before it looks for an unknown key again, which would reject every token after a key rotation.
  async function withKeys<T>(verification: () => Promise<T>): Promise<T> {
    try {
      return await verification().catch(async (error: unknown) => {
        if (!(error instanceof errors.JWKSNoMatchingKey) || now() - reloadedAt < reloadPauseMs) throw error
        reloadedAt = now()
        await readKeys()
        return verification()
      })
    } catch (error) {
      throw failureOf(error)
    }
  }

  function noticeKeyChange(): void {
    const current = JSON.stringify(jwks.jwks()?.keys.map((key) => [key.kid, key.n]))
    if (current === keySet) return
    for (const entry of verified.values()) entry.until = -Infinity
    keySet = current
  }

  // checked again, and still counted as seen
  function forget(caller: Caller): void {
    for (const entry of seenOf(caller)) entry.until = -Infinity
  }

  function seenOf(caller: Caller): Verified[] {
    return [...verified.values()].filter((entry) => userKey(entry.caller) === userKey(caller))
  }

  // By the complete token: with another signature, nothing has been verified.
  async function verifiedAs(token: string): Promise<Verified> {
    const key = digestOf(token)
    const known = verified.get(key)
    if (known !== undefined && known.until > now()) return known
    assertSpelling(token)
    const { caller, issuedAt } = await verify(token)
    const until = Math.min(now() + cacheMs, caller.expiresAt)
    const entry = { caller, contentKey: contentKeyOf(token), issuedAt, until, seenAt: known?.seenAt ?? now() }
    keepNewest(verified, [key, entry], cacheSize)
    return entry
  }

  return {
    async callerOf(authorization) {
      const { caller, contentKey, issuedAt, seenAt } = await verifiedAs(bearerOf(authorization))
      const signedOut = await signOuts.lookUp(contentKey, userKey(caller))
      const lastSignOut = signedOut.userAt ?? -Infinity
      const isEarlier = seenAt < lastSignOut || issuedAt + datedBackMs + toleranceMs < lastSignOut
      if (signedOut.token || isEarlier) throw new TokenRefused('its user has signed out', { finding: 'TokenSignedOut' })
      // Strict where clocks differ, unlike above: a new sign-in can be repeated a minute later.
      const everyone = operators.signedOutBefore() ?? -Infinity
      if (seenAt < everyone || issuedAt + datedBackMs < everyone + toleranceMs) throw new EveryoneSignedOut()
      return caller
    },
    async hasKeys() {
      if (jwks.jwks() !== undefined) return true
      await readKeys().catch(() => undefined)
      return jwks.jwks() !== undefined
    },
    forget,
    async signOut(caller, tokens = 'allTokens') {
      forget(caller)
      await signOuts.add(contentKeyOf(caller.assertion), caller.expiresAt)
      if (tokens === 'thisToken') return
      await Promise.all([
        ...seenOf(caller).map((seen) => signOuts.add(contentKeyOf(seen.caller.assertion), seen.caller.expiresAt)),
        signOuts.addUser(userKey(caller), now()),
      ])
    },
  }
}

// Of its content, and not of its signature, which has several spellings.
function contentKeyOf(token: string): string {
  return digestOf(token.slice(0, token.lastIndexOf('.')))
}

function digestOf(text: string): string {
  return hash('sha256', text, 'base64')
}

function bearerOf(authorization: string | undefined): string {
  if (authorization === undefined) throw new TokenRefused('there is none', { finding: 'TokenMissing' })
  const token = /^Bearer ([A-Za-z0-9\-_.]+)$/i.exec(authorization)?.[1]
  if (token === undefined || token.length > maxTokenLength)
    throw new TokenRefused('it is not a bearer token', { finding: 'TokenMalformed' })
  return token
}

function assertSpelling(token: string): void {
  try {
    decodeProtectedHeader(token)
  } catch (error) {
    throw new TokenRefused('it is not a JSON web token', { finding: 'TokenMalformed', cause: error })
  }
  // the last character of a signature has unused bits: one token would be valid in several spellings
  const signature = token.slice(token.lastIndexOf('.') + 1)
  if (Buffer.from(signature, 'base64url').toString('base64url') !== signature)
    throw new TokenRefused('its signature is not spelled as Entra ID spells it', { finding: 'TokenMalformed' })
}

// jose reports problems of a token with its own error classes; any other error occurred while fetching the keys.
function failureOf(error: unknown): Error {
  const ofTheKeys =
    !(error instanceof errors.JOSEError) ||
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === 'ERR_JOSE_GENERIC'
  if (ofTheKeys) return new SignInServiceUnavailable(undefined, { cause: error })
  if (error instanceof errors.JWTExpired)
    return new TokenRefused(error.code, { finding: 'TokenExpired', claims: error.payload, cause: error })
  if (!(error instanceof errors.JWTClaimValidationFailed))
    return new TokenRefused(error.code, { finding: 'TokenNotSigned', cause: error })
  const { claim, reason, payload } = error
  const isEarly = claim === 'nbf' && reason === 'check_failed'
  return new TokenRefused(isEarly ? 'it begins later: the clock of this server or of Entra ID is wrong' : error.code, {
    finding: isEarly ? 'TokenNotYetValid' : claimFinding(claim, payload),
    claims: payload,
    cause: error,
  })
}

// A version 1 token names the API by its identifier URI, so its audience differs too.
function claimFinding(claim: string, { ver }: JWTPayload): TokenFinding {
  if (claim !== 'aud') return 'TokenClaims'
  return ver === '1.0' ? 'TokenVersion' : 'TokenAudience'
}
