import type { ConnectionFinding, ConnectionLink, LinkFact, LinkReport } from '@portal/portal-api'

/** What a look at a link has shown: nothing amiss, or a finding that is a warning or a failure. */
export type Seen =
  | { verdict: 'ok'; facts: LinkFact[] }
  | { verdict: 'warning' | 'failed'; finding: ConnectionFinding; facts: LinkFact[] }

export function ok(facts: LinkFact[] = []): Seen {
  return { verdict: 'ok', facts }
}

export function failed(finding: ConnectionFinding, facts: LinkFact[] = []): Seen {
  return { verdict: 'failed', finding, facts }
}

export function warning(finding: ConnectionFinding, facts: LinkFact[] = []): Seen {
  return { verdict: 'warning', finding, facts }
}

/** Checks a step and measures how long it took. `look` maps expected errors; it rethrows others. */
export async function lookedAt(link: ConnectionLink, look: () => Promise<Seen>, about?: string): Promise<LinkReport> {
  const startedAt = performance.now()
  const seen = await look()
  return { link, ...(about !== undefined && { about }), ...seen, ms: Math.round(performance.now() - startedAt) }
}

/** A step that was not reached because an earlier one failed. */
export function notReached(link: ConnectionLink): LinkReport {
  return { link, verdict: 'notReached', facts: [], ms: 0 }
}
