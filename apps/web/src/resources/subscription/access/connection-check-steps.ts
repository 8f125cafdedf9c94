import { findingOfEntraCode, type ConnectionCheck, type LinkReport } from '@portal/portal-api'
import type { AccessTexts } from '../texts/access-texts.ts'

/** A step as shown: one that the server checked, or this computer's clock. */
export type ConnectionCheckStep = Omit<LinkReport, 'link'> & { link: LinkReport['link'] | 'browserClock' }

// ms; the server's tolerance for tokens
const tolerated = 60_000

/** What the browser knows of a check: when it arrived (ms since 1970), and Entra ID's error at sign-in, if any. */
/**
 * The steps of a check, with the reason if there is no token and, after them, this computer's clock against the
 * server's.
 */
export function connectionCheckSteps(
  { links, serverTime }: ConnectionCheck,
  { receivedAt, signInRefusal }: { receivedAt: number; signInRefusal?: string | undefined },
): ConnectionCheckStep[] {
  const seconds = Math.round((receivedAt - Date.parse(serverTime)) / 1000)
  const clock = {
    link: 'browserClock' as const,
    facts: [{ name: 'Portal', value: `${-seconds > 0 ? '+' : ''}${-seconds || 0} s` }],
    ms: 0,
  }
  const isOff = Math.abs(seconds * 1000) > tolerated
  return [
    ...links.map((each) => withRefusal(each, signInRefusal)),
    isOff ? { ...clock, verdict: 'warning', finding: 'BrowserClockOff' } : { ...clock, verdict: 'ok' },
  ]
}

// The server only sees that there is no token; Entra ID gave the browser the reason.
function withRefusal(report: LinkReport, code: string | undefined): LinkReport {
  if (report.finding !== 'TokenMissing' || code === undefined) return report
  return { ...report, finding: findingOfEntraCode(code, 'ExchangeRefused'), facts: [{ name: 'error', value: code }] }
}

/** The name of a step, with which one it is of its kind. */
export function nameOfStep({ link, about }: ConnectionCheckStep, t: AccessTexts['connection']): string {
  const name = link === 'browserClock' ? t.browserClock : t.of.links[link]
  return about === undefined ? name : `${name} ${about}`
}

/** A check as plain text for a support ticket, a line for each step. `at`: who was checked, and when. */
export function connectionReport(
  steps: ConnectionCheckStep[],
  at: { origin: string; time: string },
  t: AccessTexts['connection'],
): string {
  return [t.reportTitle(at.origin, at.time), ...steps.map((step) => lineOf(step, t))].join('\n')
}

function lineOf(step: ConnectionCheckStep, t: AccessTexts['connection']): string {
  const { verdict, finding, facts, ms } = step
  const seen = facts.map(
    ({ name, value, expected }) => `${name} ${value}${expected === undefined ? '' : ` (${t.expected(expected)})`}`,
  )
  const parts = [
    ...(finding === undefined ? [] : [`${finding}: ${t.of.findings[finding].title}`]),
    ...seen,
    ...(ms === 0 ? [] : [t.milliseconds(String(ms))]),
  ]
  const head = `${t.of.verdicts[verdict]} - ${nameOfStep(step, t)}`
  return parts.length === 0 ? head : `${head} - ${parts.join('; ')}`
}
