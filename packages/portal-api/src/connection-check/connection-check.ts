import * as z from 'zod/mini'
import { endpoint, type ResponseOf } from '../endpoint.ts'
import { subscription } from '../subscriptions.ts'

/** The links of the way to Azure; those further down need those above, but for the clock. */
export const connectionLink = z.enum([
  /** Entra ID's metadata: its identity and addresses */
  'metadata',
  /** the keys that verify the signatures of tokens */
  'signingKeys',
  /** the browser's token for the portal */
  'userToken',
  /** the API application's credential for Entra ID */
  'apiCredential',
  /** the user's token is exchanged for one of theirs for Azure */
  'onBehalfOf',
  /** Azure Resource Manager accepts that token */
  'resourceManager',
  /** a resource provider of a subscription: `about` names it */
  'resourceProvider',
  /** the server's clock against Entra ID's */
  'clock',
])
export type ConnectionLink = z.infer<typeof connectionLink>

/** `notReached`: a link above it failed, so nothing can be said of this one. */
export const linkVerdict = z.enum(['ok', 'warning', 'failed', 'notReached'])
export type LinkVerdict = z.infer<typeof linkVerdict>

/** Why a step is not ok. Each has a text that says what to do. */
export const connectionFinding = z.enum([
  'EntraUnreachable',
  'CertificateUntrusted',
  'TenantNotFound',
  'IssuerDiffers',
  'NoSigningKeys',
  'TokenMissing',
  'TokenMalformed',
  'TokenNotSigned',
  'TokenAudience',
  'TokenVersion',
  'TokenIssuer',
  'TokenTenant',
  'TokenOfApplication',
  'TokenClient',
  'TokenScope',
  'TokenClaims',
  'TokenExpired',
  'TokenNotYetValid',
  'TokenSignedOut',
  'CredentialUnavailable',
  'SecretWrong',
  'SecretExpired',
  'CertificateNotRegistered',
  'AssertionNotCurrent',
  'FederatedCredentialDiffers',
  'ApiNotInTenant',
  'ApiDisabled',
  'ServicePrincipalMissing',
  'ConsentMissing',
  'AssertionRefused',
  'MoreProofNeeded',
  'BlockedByConditionalAccess',
  'UserNotInTenant',
  'SessionRevoked',
  'ExchangeRefused',
  'EntraBusy',
  'TooManyExchanges',
  'ArmUnreachable',
  'ArmRefusesToken',
  'ArmForbids',
  'ArmBusy',
  'NoSubscriptions',
  'ProviderNotRegistered',
  'ProviderRegistering',
  'ProviderUnreadable',
  'ApiVersionUnknown',
  'ServerClockOff',
  'BrowserClockOff',
  'Unexpected',
])
export type ConnectionFinding = z.infer<typeof connectionFinding>

/** A detail, under its name in Entra ID or Azure, for example `aud`. Never a secret or a token. */
export const linkFact = z.strictObject({ name: z.string(), value: z.string(), expected: z.optional(z.string()) })
export type LinkFact = z.infer<typeof linkFact>

/** What a look at one link has shown. */
export const linkReport = z.strictObject({
  link: connectionLink,
  /** which one, if there are several of a kind: for example, `Microsoft.Compute` */
  about: z.optional(z.string()),
  verdict: linkVerdict,
  finding: z.optional(connectionFinding),
  facts: z.array(linkFact),
  /** how long it took, in milliseconds */
  ms: z.number(),
})
export type LinkReport = z.infer<typeof linkReport>

/**
 * Checks each step of the connection to Azure, now. Answers anyone: without a valid token, it checks the steps that
 * need none and says why the token is rejected.
 */
export const checkConnection = endpoint({
  method: 'POST',
  path: '/api/connection-checks',
  forAnybody: true,
  /** whose resource providers are checked; by default those of the user's first subscription */
  request: z.strictObject({ subscriptionId: z.optional(z.string()) }),
  response: z.strictObject({
    links: z.array(linkReport),
    /** those that the user can see; none if Azure was not reached */
    subscriptions: z.array(subscription),
    /** the one whose resource providers were checked */
    subscriptionId: z.optional(z.string()),
    /** the server's clock when it answered, ISO 8601 */
    serverTime: z.string(),
  }),
})
export type ConnectionCheck = ResponseOf<typeof checkConnection>
