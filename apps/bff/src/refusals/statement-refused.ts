import type { Difference } from '@portal/portal-api'
import { Refusal, type Answer, type RefusalEvent } from './refusal.ts'

/**
 * A deployment under a name of this portal's that does not state what the name says, or what the portal would not carry
 * out. Anyone with permission to deploy could have written it, so nothing of it is used: docs/security/threat-model.md.
 */
export class StatementRefused extends Refusal {
  readonly code = 'StatementRefused'
  readonly differences: Difference[]
  constructor(reason: string, differences: Difference[] = []) {
    super(reason)
    this.name = 'StatementRefused'
    this.differences = differences
  }

  answer(): Answer {
    const { code, differences } = this
    return { status: 409, code, ...(differences.length > 0 && { differences }) }
  }

  override logEvent(): RefusalEvent {
    return { level: 'warn', event: 'statement-refused', reason: this.message }
  }
}

/** What was read, or undefined if somebody wrote something else there: a list leaves that out. */
export async function unlessRefused<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error: unknown) => {
    if (error instanceof StatementRefused) return undefined
    throw error
  })
}
