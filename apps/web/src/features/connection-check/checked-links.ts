import type { ConnectionCheck, LinkReport } from '@portal/portal-api'

/** A link as it is shown: one that the server looked at, or this computer's clock. */
export type CheckedLink = Omit<LinkReport, 'link'> & { link: LinkReport['link'] | 'browserClock' }

// ms; as much as the server forgives in tokens
const tolerated = 60_000

/** The links of a check and, after them, this computer's clock against the server's. `receivedAt` is in ms since 1970. */
export function checkedLinks({ links, serverTime }: ConnectionCheck, receivedAt: number): CheckedLink[] {
  const seconds = Math.round((receivedAt - Date.parse(serverTime)) / 1000)
  const clock = {
    link: 'browserClock' as const,
    facts: [{ name: 'Portal', value: `${-seconds > 0 ? '+' : ''}${-seconds || 0} s` }],
    ms: 0,
  }
  const isOff = Math.abs(seconds * 1000) > tolerated
  return [...links, isOff ? { ...clock, verdict: 'warning', finding: 'BrowserClockOff' } : { ...clock, verdict: 'ok' }]
}

/** What tells a link from the others of a check. */
export function keyOfLink({ link, about = '' }: CheckedLink): string {
  return `${link} ${about}`
}
