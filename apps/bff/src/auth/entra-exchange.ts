import {
  ConfidentialClientApplication,
  InteractionRequiredAuthError,
  ServerError,
  type Configuration,
} from '@azure/msal-node'
import { request } from 'undici'
import { forTenant, type Cloud } from '../cloud.ts'
import { retryAfterMs } from '../retry-after.ts'
import type { Caller } from './caller.ts'
import { ClaimsChallenge } from './claims-challenge.ts'
import type { ApiCredential, Registration } from './registration.ts'
import { SignInServiceUnavailable } from './sign-in-service.ts'

/** Entra ID gives no token for ARM, and asking the user for claims would not help. `consent`: an administrator must agree. */
export class ExchangeRefused extends Error {
  readonly code: 'ConsentRequired' | 'SignInRequired'
  /** such as AADSTS65001 */
  readonly entraCode: string
  constructor(code: 'ConsentRequired' | 'SignInRequired', entraCode: string, options?: ErrorOptions) {
    super(`Entra ID refuses the exchange: ${entraCode}`, options)
    this.name = 'ExchangeRefused'
    this.code = code
    this.entraCode = entraCode
  }
}

export interface ArmToken {
  token: string
  /** ms since 1970 */
  expiresAt: number
}

export type Exchange = (caller: Caller, claims?: string) => Promise<ArmToken>

const timeoutMs = 15_000
const throttledForMs = 30_000
const failedForMs = 2_000
const longestPauseMs = 3_600_000

/**
 * Exchanges the caller's access token for one of theirs for ARM. A fresh client each time: msal-node's own cache and
 * throttling do not keep users apart. Throws `ClaimsChallenge`, `ExchangeRefused` or `SignInServiceUnavailable`.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export function entraExchange(cloud: Cloud, registration: Registration, now: () => number): Exchange {
  return async (caller, claims) => {
    const answers: EntraAnswer[] = []
    const client = new ConfidentialClientApplication(
      clientConfiguration(cloud, registration, { tenantId: caller.tid, answers }),
    )
    try {
      const result = await client.acquireTokenOnBehalfOf({
        oboAssertion: caller.assertion,
        scopes: [cloud.resourceManagerScope],
        skipCache: true,
        ...(claims === undefined ? {} : { claims }),
      })
      if (!result?.expiresOn) throw new SignInServiceUnavailable()
      return { token: result.accessToken, expiresAt: result.expiresOn.getTime() }
    } catch (error) {
      throw failureOf(error, answers.at(-1), now())
    }
  }
}

interface EntraAnswer {
  status: number
  retryAfter: string | undefined
}

function clientConfiguration(
  cloud: Cloud,
  registration: Registration,
  { tenantId, answers }: { tenantId: string; answers: EntraAnswer[] },
): Configuration {
  const { tenantAuthority, knownAuthorities, metadata } = cloud.signIn
  return {
    auth: {
      clientId: registration.api.clientId,
      authority: forTenant(tenantAuthority, tenantId),
      knownAuthorities,
      clientCapabilities: ['CP1'],
      ...(metadata === undefined ? {} : { authorityMetadata: forTenant(JSON.stringify(metadata), tenantId) }),
      ...credentialOf(registration.api.credential),
    },
    system: { networkClient: networkClient(answers), disableInternalRetries: true },
  }
}

function credentialOf(credential: ApiCredential): Partial<Configuration['auth']> {
  switch (credential.type) {
    case 'secret':
      return { clientSecret: credential.clientSecret }
    case 'certificate': {
      const { thumbprintSha256, privateKey, x5c } = credential
      return { clientCertificate: { thumbprintSha256, privateKey, x5c } }
    }
    case 'federated':
      return { clientAssertion: () => credential.assertion() }
  }
}

type NetworkClient = NonNullable<NonNullable<Configuration['system']>['networkClient']>
type Sending = Parameters<NetworkClient['sendPostRequestAsync']>[1] & { method: 'GET' | 'POST' }

// MSAL's own client has no timeout and does not hand on Retry-After.
function networkClient(answers: EntraAnswer[]): NetworkClient {
  // T is the body that MSAL hopes for; what it finds there it checks itself
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it is MSAL's own
  async function send<T>(url: string, { method, headers, body }: Sending) {
    const answer = await request(url, {
      method,
      headers: headers ?? {},
      body: body ?? null,
      signal: AbortSignal.timeout(timeoutMs),
    })
    const entries = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const)
    const received = Object.fromEntries(entries)
    answers.push({ status: answer.statusCode, retryAfter: received['retry-after'] })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the comment above says
    return { headers: received, body: jsonOf(await answer.body.text()) as T, status: answer.statusCode }
  }
  return {
    sendGetRequestAsync: (url, options) => send(url, { ...options, method: 'GET' }),
    sendPostRequestAsync: (url, options) => send(url, { ...options, method: 'POST' }),
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return { error: 'not_json' }
  }
}

function failureOf(error: unknown, answer: EntraAnswer | undefined, now: number): Error {
  if (error instanceof SignInServiceUnavailable) return error
  if (answer === undefined) return new SignInServiceUnavailable(undefined, { cause: error })
  if (answer.status === 429 || answer.status >= 500)
    return new SignInServiceUnavailable(now + pauseMs(answer, now), { cause: error })
  if (error instanceof InteractionRequiredAuthError && error.claims) return new ClaimsChallenge(error.claims)
  const entraCode = entraCodeOf(error)
  const consent =
    /^AADSTS6500[14]$/.test(entraCode) || (error instanceof ServerError && error.subError === 'consent_required')
  return new ExchangeRefused(consent ? 'ConsentRequired' : 'SignInRequired', entraCode, { cause: error })
}

function pauseMs(answer: EntraAnswer, now: number): number {
  const asked = retryAfterMs(answer.retryAfter, now)
  return Math.min(asked ?? (answer.status === 429 ? throttledForMs : failedForMs), longestPauseMs)
}

// never the message itself: it can name people and applications
function entraCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return /AADSTS\d+/.exec(error.message)?.[0] ?? ('errorCode' in error ? String(error.errorCode) : 'unknown')
}
