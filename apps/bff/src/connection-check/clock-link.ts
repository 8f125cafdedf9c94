import type { LinkReport } from '@portal/portal-api'
import { failed, linkReport, notReached, ok } from './link-report.ts'

// ms; the tolerance of the token check
const tolerated = 60_000

export interface Clocks {
  /** how far Entra ID's clock is ahead of ours, in milliseconds; undefined without a response */
  entraAheadMs: number | undefined
  /** the same for Azure Resource Manager, if it was reached */
  armAheadMs?: number | undefined
}

/**
 * This machine's clock against Entra ID's, which dates the tokens. Resource Manager's clock is reported but not judged:
 * the portal uses Azure's own time for Azure's resources, and the demo's clock runs faster than ours.
 */
export function clockLink({ entraAheadMs, armAheadMs }: Clocks): Promise<LinkReport> {
  if (entraAheadMs === undefined) return Promise.resolve(notReached('clock'))
  const facts = [
    { name: 'Entra ID', value: inSeconds(entraAheadMs) },
    ...(armAheadMs === undefined ? [] : [{ name: 'Azure Resource Manager', value: inSeconds(armAheadMs) }]),
  ]
  const seen = Math.abs(entraAheadMs) > tolerated ? failed('ServerClockOff', facts) : ok(facts)
  return linkReport('clock', () => Promise.resolve(seen))
}

function inSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${seconds > 0 ? '+' : ''}${seconds} s`
}
