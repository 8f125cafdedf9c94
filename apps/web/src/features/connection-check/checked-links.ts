import { findingOfEntraCode, type ConnectionCheck, type LinkReport } from '@portal/portal-api'

/** A step as shown: one that the server checked, or this computer's clock. */
export type CheckedLink = Omit<LinkReport, 'link'> & { link: LinkReport['link'] | 'browserClock' }

// ms; the server's tolerance for tokens
const tolerated = 60_000

/** What the browser knows of a check: when it arrived (ms since 1970), and Entra ID's error at sign-in, if any. */
export interface SeenHere {
  receivedAt: number
  signInRefusal?: string | undefined
}

/**
 * The steps of a check, with the reason if there is no token and, after them, this computer's clock against the
 * server's.
 */
export function checkedLinks(
  { links, serverTime }: ConnectionCheck,
  { receivedAt, signInRefusal }: SeenHere,
): CheckedLink[] {
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

/** What identifies a step of a check. */
export function keyOfLink({ link, about = '' }: CheckedLink): string {
  return `${link} ${about}`
}
