import type { ConnectionCheck, LinkReport, LinkFact } from '@portal/portal-api'
import { decodeJwt, type JWTPayload } from 'jose'
import * as z from 'zod/mini'
import { type Caller, TokenRefused } from '../auth/caller.ts'
import type { OnBehalfOf } from '../auth/on-behalf-of.ts'
import type { Registration } from '../auth/registration.ts'
import type { SignInServiceUnavailable } from '../auth/sign-in-service.ts'
import { ArmRefusal } from '../azure/arm/arm-reply.ts'
import type { Azure } from '../azure/arm/clients.ts'
import { answered } from '../azure/arm/sdk-answers.ts'
import type { SignInService } from '../cloud.ts'
import { armLink, armFailure } from './arm-links.ts'
import { clockLink } from './clock-link.ts'
import { entraFinding, provesCredential } from './entra-findings.ts'
import { metadataLink, signingKeysLink, type EntraLink } from './entra-links.ts'
import { notReached, failed, linkReport, ok, warning, type LinkOutcome } from './link-report.ts'
import { usedProviders, type UsedProvider } from './used-providers.ts'

/** Whose connection is checked: a signed-in user's, or that of someone whose token is rejected. */
type Checked =
  | { caller: Caller; azure: Azure; subscriptionId: string | undefined }
  | { refusal: TokenRefused | SignInServiceUnavailable }

export interface ConnectionChecker {
  /**
   * Checks each step; after a failure, the steps that depend on it are not reached. `onFailure` gets the failures, for
   * the log.
   */
  check(checked: Checked, onFailure: (error: unknown) => void): Promise<ConnectionCheck>
}

interface Dependencies {
  signIn: SignInService
  registration: Registration
  tokens: OnBehalfOf
}

// ms: repeated checks, signed in or not, do not make the server call Entra ID each time
const entraLinksCachedMs = 5_000

/** Checks connections with the server's own code, so that the check has the same result as everything else. */
export function connectionChecker({ signIn, registration, tokens }: Dependencies): ConnectionChecker {
  let kept: { links: Promise<[EntraLink, EntraLink]>; at: number } | undefined
  const entraLinks = () => {
    if (kept === undefined || performance.now() - kept.at > entraLinksCachedMs) {
      const tenant = tenantOf(registration)
      kept = { links: Promise.all([metadataLink(signIn, tenant), signingKeysLink(signIn)]), at: performance.now() }
    }
    return kept.links
  }
  return {
    async check(checked, onFailure) {
      const [metadata, keys] = await entraLinks()
      const token = await userTokenLink('refusal' in checked ? checked.refusal : checked.caller, registration)
      const beyond = 'refusal' in checked ? nothingBeyond : await linksBeyondToken(checked, tokens, onFailure)
      const { links, armAheadMs, ...found } = beyond
      const clock = await clockLink({ entraAheadMs: metadata.aheadMs ?? keys.aheadMs, armAheadMs })
      return {
        links: [metadata.report, keys.report, token, ...links, clock],
        ...found,
        serverTime: new Date().toISOString(),
      }
    },
  }
}

/** The tenant that people sign in at: the only one, or `organizations`. */
function tenantOf({ tenantIds }: Registration): string {
  return (tenantIds.length === 1 && tenantIds[0]) || 'organizations'
}

interface Beyond extends Pick<ConnectionCheck, 'subscriptions' | 'subscriptionId'> {
  links: LinkReport[]
  armAheadMs?: number | undefined
}

const nothingBeyond: Beyond = {
  links: [
    notReached('apiCredential'),
    notReached('onBehalfOf'),
    notReached('resourceManager'),
    notReached('resourceProvider'),
  ],
  subscriptions: [],
}

async function linksBeyondToken(
  { caller, azure, subscriptionId }: Exclude<Checked, { refusal: unknown }>,
  tokens: OnBehalfOf,
  onFailure: (error: unknown) => void,
): Promise<Beyond> {
  const { links, exchanged } = await exchangeLinks(tokens, caller, onFailure)
  if (!exchanged)
    return { links: [...links, notReached('resourceManager'), notReached('resourceProvider')], subscriptions: [] }
  const { report, subscriptions, aheadMs: armAheadMs } = await armLink(azure, caller.tid, onFailure)
  const looked = subscriptionId ?? subscriptions[0]?.subscriptionId
  const providers =
    report.verdict === 'ok' && looked !== undefined
      ? await providerLinks(azure, looked, onFailure)
      : [notReached('resourceProvider')]
  return {
    links: [...links, report, ...providers],
    subscriptions,
    ...(looked !== undefined && { subscriptionId: looked }),
    armAheadMs,
  }
}

/**
 * The API's credential and the exchange, which one request to Entra ID proves together; then whether there is a token.
 */
interface ExchangeLinks {
  links: [LinkReport, LinkReport]
  exchanged: boolean
}

/**
 * Exchanges the caller's token again, so that a recent fix has an effect. `onFailure` gets the failures, for the log.
 */
async function exchangeLinks(
  tokens: OnBehalfOf,
  caller: Caller,
  onFailure: (error: unknown) => void,
): Promise<ExchangeLinks> {
  const report = await linkReport('onBehalfOf', async () => {
    try {
      await tokens.renew(caller)
      return ok()
    } catch (error) {
      onFailure(error)
      const { finding, facts } = entraFinding(error) ?? { finding: 'Unexpected', facts: [] }
      return finding === 'TooManyExchanges' ? warning(finding, facts) : failed(finding, facts)
    }
  })
  const exchanged = report.verdict === 'ok'
  if (report.finding === undefined || provesCredential(report.finding))
    return { links: [{ link: 'apiCredential', verdict: 'ok', facts: [], ms: report.ms }, report], exchanged }
  return { links: [{ ...report, link: 'apiCredential' }, notReached('onBehalfOf')], exchanged }
}

/**
 * The user's token, as the server's own check has judged it (auth/caller.ts). Nothing is checked separately here, so
 * that no token can pass here that fails there. Its claims are shown only after Entra ID's signature is verified.
 */
function userTokenLink(
  judged: Caller | TokenRefused | SignInServiceUnavailable,
  registration: Registration,
): Promise<LinkReport> {
  return linkReport('userToken', () => {
    if (!(judged instanceof Error)) return Promise.resolve(ok(factsOf(decodeJwt(judged.assertion), registration)))
    if (!(judged instanceof TokenRefused)) return Promise.resolve(failed('NoSigningKeys'))
    return Promise.resolve(failed(judged.finding, judged.claims && factsOf(judged.claims, registration)))
  })
}

// Neither the user nor the rest of the token; the expected values are not secret (/api/configuration).
function factsOf(claims: JWTPayload, { api, portalClientId }: Registration): LinkFact[] {
  const scope = api.scope.split('/').at(-1) ?? ''
  const fact = (name: string, expected?: string): LinkFact[] => {
    const claim = claims[name]
    if (typeof claim !== 'string' && !Array.isArray(claim)) return []
    const value = String(claim)
    return [{ name, value, ...(expected !== undefined && value !== expected && { expected }) }]
  }
  return [
    ...fact('aud', api.clientId),
    ...fact('iss'),
    ...fact('ver', '2.0'),
    ...fact('azp', portalClientId),
    ...fact('scp', claims['scp']?.toString().split(' ').includes(scope) ? undefined : scope),
    ...fact('tid'),
    ...(claims.exp === undefined ? [] : [{ name: 'exp', value: new Date(claims.exp * 1000).toISOString() }]),
  ]
}

const provider = z.object({
  registrationState: z.string(),
  resourceTypes: z.array(z.object({ resourceType: z.string(), apiVersions: z.optional(z.array(z.string())) })),
})
type Provider = z.infer<typeof provider>

/**
 * Each resource provider that the portal uses, as registered in a subscription. `onFailure` gets the failures, for the
 * log.
 */
function providerLinks(
  azure: Azure,
  subscriptionId: string,
  onFailure: (error: unknown) => void,
): Promise<LinkReport[]> {
  return Promise.all(
    usedProviders.map((used) =>
      linkReport(
        'resourceProvider',
        async () => {
          try {
            const { providers } = azure.resources(subscriptionId)
            return outcomeOf(used, await answered(provider, providers.get(used.namespace)))
          } catch (error) {
            onFailure(error)
            return unreadable(error)
          }
        },
        used.namespace,
      ),
    ),
  )
}

function unreadable(error: unknown): LinkOutcome {
  if (!(error instanceof ArmRefusal) || (error.status !== 403 && error.status !== 404)) return armFailure(error)
  const { code } = error.arm
  // the cloud does not have this provider
  const finding = code === 'InvalidResourceNamespace' ? 'ApiVersionUnknown' : 'ProviderUnreadable'
  return warning(finding, [{ name: 'code', value: code }])
}

// https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
function outcomeOf(
  { isEssential, apiVersions }: UsedProvider,
  { registrationState, resourceTypes }: Provider,
): LinkOutcome {
  const facts: LinkFact[] = [{ name: 'registrationState', value: registrationState }]
  if (registrationState === 'Registering') return warning('ProviderRegistering', facts)
  if (registrationState !== 'Registered')
    return isEssential ? failed('ProviderNotRegistered', facts) : warning('ProviderNotRegistered', facts)
  const unknown = Object.entries(apiVersions).flatMap(([type, versions]): LinkFact[] => {
    const known = resourceTypes.find(({ resourceType }) => resourceType.toLowerCase() === type.toLowerCase())
    return versions
      .filter((version) => known?.apiVersions?.includes(version) !== true)
      .map((version) => ({ name: type, value: known?.apiVersions?.[0] ?? '–', expected: version }))
  })
  return unknown.length === 0 ? ok(facts) : warning('ApiVersionUnknown', [...facts, ...unknown])
}
