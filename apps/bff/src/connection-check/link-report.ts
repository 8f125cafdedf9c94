import type { ConnectionFinding, ConnectionLink, LinkFact, LinkReport } from '@portal/portal-api'

/** What a look at a link has shown: nothing amiss, or a finding that is a warning or a failure. */
export type LinkOutcome =
  | { verdict: 'ok'; facts: LinkFact[] }
  | { verdict: 'warning' | 'failed'; finding: ConnectionFinding; facts: LinkFact[] }

export function ok(facts: LinkFact[] = []): LinkOutcome {
  return { verdict: 'ok', facts }
}

export function failed(finding: ConnectionFinding, facts: LinkFact[] = []): LinkOutcome {
  return { verdict: 'failed', finding, facts }
}

export function warning(finding: ConnectionFinding, facts: LinkFact[] = []): LinkOutcome {
  return { verdict: 'warning', finding, facts }
}

/** Checks a step and measures how long it took. `look` maps expected errors; it rethrows others. */
export async function linkReport(
  link: ConnectionLink,
  look: () => Promise<LinkOutcome>,
  about?: string,
): Promise<LinkReport> {
  const startedAt = performance.now()
  const seen = await look()
  return { link, ...(about !== undefined && { about }), ...seen, ms: Math.round(performance.now() - startedAt) }
}

/** A step that was not reached because an earlier one failed. */
export function notReached(link: ConnectionLink): LinkReport {
  return { link, verdict: 'notReached', facts: [], ms: 0 }
}
