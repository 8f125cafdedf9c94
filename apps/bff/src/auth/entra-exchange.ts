import {
  ConfidentialClientApplication,
  InteractionRequiredAuthError,
  ServerError,
  type AuthenticationResult,
  type Configuration,
} from '@azure/msal-node'
import { forTenant, type Cloud } from '../cloud.ts'
import type { AzureServices, Heard } from '../outages/azure-services.ts'
import { ServiceNotAnswering } from '../outages/service-not-answering.ts'
import { Refusal, type Answer as ProblemAnswer, type RefusalEvent } from '../refusals/refusal.ts'
import { retryAfterMs } from '../refusals/retry-after.ts'
import { userKey, type Caller } from './caller.ts'
import { ClaimsChallenge } from './claims-challenge.ts'
import { msalNetworkClient, type Answer } from './msal-network-client.ts'
import type { ApiCredential, Registration } from './registration.ts'
import { NoApiCredential, SignInServiceUnavailable } from './sign-in-service.ts'

/**
 * Entra ID returns no token for ARM, and a claims request to the user would not help. `consent`: an administrator must
 * consent.
 */
export class ExchangeRefused extends Refusal {
  readonly code: 'ConsentRequired' | 'SignInRequired'
  /** for example AADSTS65001 */
  readonly entraCode: string
  constructor(code: 'ConsentRequired' | 'SignInRequired', entraCode: string, options?: ErrorOptions) {
    super(`Entra ID refuses the exchange: ${entraCode}`, options)
    this.name = 'ExchangeRefused'
    this.code = code
    this.entraCode = entraCode
  }

  // 403 and not 401: another token would also be rejected, and the browser must not loop
  answer(): ProblemAnswer {
    return { status: 403, code: this.code }
  }

  override logEvent(): RefusalEvent {
    return { level: 'warn', event: 'exchange-refused', entraCode: this.entraCode }
  }
}

export interface ArmToken {
  token: string
  /** ms since 1970 */
  expiresAt: number
}

export type Exchange = (caller: Caller, claims?: string) => Promise<ArmToken>

const throttledForMs = 30_000
const failedForMs = 2_000
const longestPauseMs = 3_600_000
const longestWaitMs = 15_000

/**
 * Exchanges the caller's access token for one of theirs for ARM. Throws `ClaimsChallenge`, `ExchangeRefused` or
 * `SignInServiceUnavailable`. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export function entraExchange(cloud: Cloud, registration: Registration, now: () => number): Exchange {
  const asApi = apiApplication(cloud, registration, now)
  return (caller, claims) =>
    asApi(caller.tid, (client) =>
      client.acquireTokenOnBehalfOf({
        oboAssertion: caller.assertion,
        scopes: [cloud.resourceManagerScope],
        skipCache: true,
        ...(claims === undefined ? {} : { claims }),
      }),
    )
}

/**
 * The same exchange in one of Entra ID's places. While Entra ID does not answer, throws `SignInServiceUnavailable` at
 * once; too many that wait for a place throw `SemaphoreFull`.
 */
export function exchangeInPlace(exchange: Exchange, services: AzureServices): Exchange {
  return async (caller, claims) => {
    const call = { service: 'EntraId', user: userKey(caller), waitMs: longestWaitMs, heardIn } as const
    try {
      return await services.call(call, () => exchange(caller, claims))
    } catch (error) {
      if (error instanceof ServiceNotAnswering) throw new SignInServiceUnavailable(error.retryAt, { cause: error })
      throw error
    }
  }
}

// After an answer, `SignInServiceUnavailable` has a time.
function heardIn(error: unknown): Heard {
  if (!(error instanceof SignInServiceUnavailable)) return 'answer'
  if (error.cause instanceof NoApiCredential) return 'noCall'
  return error.retryAt === undefined ? 'noAnswer' : 'answer'
}

/**
 * Proves the API's credential to Entra ID in a tenant, without a user: it requests an app-only token for ARM, where the
 * application has no role, and discards it. Throws what the exchange throws.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export function credentialProof(
  cloud: Cloud,
  registration: Registration,
  now: () => number,
): (tenantId: string) => Promise<void> {
  const asApi = apiApplication(cloud, registration, now)
  return async (tenantId) => {
    await asApi(tenantId, (client) =>
      client.acquireTokenByClientCredential({ scopes: [cloud.resourceManagerScope], skipCache: true }),
    )
  }
}

type Acquire = (client: ConfidentialClientApplication) => Promise<AuthenticationResult | null>

// A fresh client each time: msal-node's own cache and throttling do not keep users apart.
function apiApplication(cloud: Cloud, registration: Registration, now: () => number) {
  return async (tenantId: string, acquire: Acquire): Promise<ArmToken> => {
    let last: Answer | undefined
    const networkClient = msalNetworkClient((answer) => (last = answer))
    const client = new ConfidentialClientApplication(
      clientConfiguration(cloud, registration, { tenantId, networkClient }),
    )
    try {
      const result = await acquire(client)
      if (!result?.expiresOn) throw new SignInServiceUnavailable()
      return { token: result.accessToken, expiresAt: result.expiresOn.getTime() }
    } catch (error) {
      throw failureOf(error, last, now())
    }
  }
}

function clientConfiguration(
  cloud: Cloud,
  registration: Registration,
  { tenantId, networkClient }: { tenantId: string; networkClient: ReturnType<typeof msalNetworkClient> },
): Configuration {
  const { tenantAuthority, knownAuthorities, metadata: ofBrowsers, ownMetadata: metadata = ofBrowsers } = cloud.signIn
  return {
    auth: {
      clientId: registration.api.clientId,
      authority: forTenant(tenantAuthority, tenantId),
      knownAuthorities,
      clientCapabilities: ['CP1'],
      ...(metadata === undefined ? {} : { authorityMetadata: forTenant(JSON.stringify(metadata), tenantId) }),
      ...credentialOf(registration.api.credential),
    },
    system: { networkClient, disableInternalRetries: true },
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
      return {
        clientAssertion: () =>
          credential.assertion().catch((error: unknown) => {
            throw new NoApiCredential({ cause: error })
          }),
      }
  }
}

function failureOf(error: unknown, answer: Answer | undefined, now: number): Error {
  if (error instanceof SignInServiceUnavailable) return error
  if (answer === undefined || error instanceof NoApiCredential)
    return new SignInServiceUnavailable(undefined, { cause: error })
  if (answer.status === 429 || answer.status >= 500)
    return new SignInServiceUnavailable(now + pauseMs(answer, now), { cause: error })
  const entraCode = entraCodeOf(error)
  if (error instanceof InteractionRequiredAuthError && error.claims) return new ClaimsChallenge(error.claims, entraCode)
  const consent =
    /^AADSTS6500[14]$/.test(entraCode) || (error instanceof ServerError && error.subError === 'consent_required')
  return new ExchangeRefused(consent ? 'ConsentRequired' : 'SignInRequired', entraCode, { cause: error })
}

function pauseMs(answer: Answer, now: number): number {
  const asked = retryAfterMs(answer.retryAfter, now)
  return Math.min(asked ?? (answer.status === 429 ? throttledForMs : failedForMs), longestPauseMs)
}

// never the message itself: it can name people and applications
function entraCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return /AADSTS\d+/.exec(error.message)?.[0] ?? ('errorCode' in error ? String(error.errorCode) : 'unknown')
}
