import type { ConnectionCheck, LinkReport } from '@portal/portal-api'
import type { Caller, TokenRefused } from '../auth/caller.ts'
import type { OnBehalfOf } from '../auth/on-behalf-of.ts'
import type { Registration } from '../auth/registration.ts'
import type { SignInServiceUnavailable } from '../auth/sign-in-service.ts'
import type { Azure } from '../azure/arm/clients.ts'
import type { SignInService } from '../cloud.ts'
import { armLink } from './arm-links.ts'
import { clockLink } from './clock-link.ts'
import { metadataLink, signingKeysLink, type EntraLink } from './entra-links.ts'
import { exchangeLinks } from './exchange-links.ts'
import { notReached } from './looked-at.ts'
import { providerLinks } from './provider-links.ts'
import { userTokenLink } from './token-link.ts'

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
const entraLinksKeptMs = 5_000

/** Checks connections with the server's own code, so that the check has the same result as everything else. */
export function connectionChecker({ signIn, registration, tokens }: Dependencies): ConnectionChecker {
  let kept: { links: Promise<[EntraLink, EntraLink]>; at: number } | undefined
  const entraLinks = () => {
    if (kept === undefined || performance.now() - kept.at > entraLinksKeptMs) {
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
