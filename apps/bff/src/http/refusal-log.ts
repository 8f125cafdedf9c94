import { InvalidResourceId } from '@portal/arm'
import type { ProblemCode } from '@portal/portal-api'
import { Refusal, type RefusalEvent } from '../refusals/refusal.ts'
import type { SummedLines } from '../telemetry/summed-lines.ts'
import type { Trace } from '../telemetry/trace.ts'

// What a request meets before any of its work: its own line would say no more.
const atTheDoor = new Set(['rate-limited', 'overloaded', 'token-refused', 'origin-refused', 'user-blocked'])

/**
 * Writes one line about the failure of a request, if it matters to operators: an event, the request, and its user or,
 * before they are known, its address. Never the text of an error, which might quote user input.
 */
export function logRefusal(
  lines: SummedLines,
  error: unknown,
  { trace, code }: { trace: Trace; code: ProblemCode },
): void {
  const told = eventOf(error, code)
  if (told === undefined) return
  const { correlationId, route, caller, address, calls } = trace
  const sender = caller ? { tid: caller.tid, oid: caller.oid } : { address }
  lines.write({ ...told, ...sender }, { correlationId, route })
  trace.isTurnedAway = atTheDoor.has(told.event) && calls.length === 0
}

function eventOf(error: unknown, code: ProblemCode): RefusalEvent | undefined {
  if (error instanceof Refusal) return error.logEvent()
  if (error instanceof InvalidResourceId) return { level: 'warn', event: 'resource-id-refused' }
  return code === 'InternalError' ? { level: 'error', event: 'internal-error', ...originOf(error) } : undefined
}

/** The same for a failure in a request that was answered anyway, for example by a connection check. */
export function logAnswered(lines: SummedLines, error: unknown, trace: Trace): void {
  logRefusal(lines, error, { trace, code: 'InternalError' })
}

/** What is logged of an unexpected error: its name and where it was thrown. */
export function originOf(error: unknown): { error: string; stack?: string[] } {
  return error instanceof Error ? { error: error.name, stack: framesOf(error) } : { error: typeof error }
}

function framesOf({ stack }: Error): string[] {
  return (stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => line.trim())
    .slice(0, 12)
}
