import type { ConnectionPageTexts } from '../../i18n/portal/connection.en.ts'
import type { CheckedLink } from './checked-links.ts'

/** The name of a link, with which one it is of its kind. */
export function nameOfLink({ link, about }: CheckedLink, t: ConnectionPageTexts): string {
  const name = link === 'browserClock' ? t.browserClock : t.of.links[link]
  return about === undefined ? name : `${name} ${about}`
}

/** A check as plain text for a support ticket, a line for each link. `at`: who was checked, and when. */
export function connectionReport(
  links: CheckedLink[],
  at: { origin: string; time: string },
  t: ConnectionPageTexts,
): string {
  return [t.reportTitle(at.origin, at.time), ...links.map((link) => lineOf(link, t))].join('\n')
}

function lineOf(link: CheckedLink, t: ConnectionPageTexts): string {
  const { verdict, finding, facts, ms } = link
  const seen = facts.map(
    ({ name, value, expected }) => `${name} ${value}${expected === undefined ? '' : ` (${t.expected(expected)})`}`,
  )
  const parts = [
    ...(finding === undefined ? [] : [`${finding}: ${t.of.findings[finding].title}`]),
    ...seen,
    ...(ms === 0 ? [] : [t.milliseconds(String(ms))]),
  ]
  const head = `${t.of.verdicts[verdict]} - ${nameOfLink(link, t)}`
  return parts.length === 0 ? head : `${head} - ${parts.join('; ')}`
}
