import type { LinkReport } from '@portal/portal-api'
import type { Caller } from '../auth/caller.ts'
import type { OnBehalfOf } from '../auth/on-behalf-of.ts'
import { entraFinding, provesCredential } from './entra-findings.ts'
import { failed, lookedAt, notReached, ok, warning } from './looked-at.ts'

/**
 * The API's credential and the exchange, which one request to Entra ID proves together; then whether there is a token.
 */
export interface ExchangeLinks {
  links: [LinkReport, LinkReport]
  exchanged: boolean
}

/**
 * Exchanges the caller's token again, so that a recent fix has an effect. `onFailure` gets the failures, for the log.
 */
export async function exchangeLinks(
  tokens: OnBehalfOf,
  caller: Caller,
  onFailure: (error: unknown) => void,
): Promise<ExchangeLinks> {
  const report = await lookedAt('onBehalfOf', async () => {
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
