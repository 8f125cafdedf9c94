import { InvalidResourceId } from '@portal/arm'
import type { ProblemCode } from '@portal/portal-api'
import type { Logger } from '../http/log.ts'
import type { Trace } from '../http/trace.ts'
import { Refusal, type RefusalEvent } from './refusal.ts'

/**
 * Writes one line about the failure of a request, if it matters to operators: an event, the user and the request. Never
 * the text of an error, which might quote user input.
 */
export function logRefusal(logger: Logger, error: unknown, { trace, code }: { trace: Trace; code: ProblemCode }): void {
  const told = eventOf(error, code)
  if (told === undefined) return
  const { level, event, ...facts } = told
  const { correlationId, route, caller } = trace
  logger[level]({ event, correlationId, route, ...(caller && { tid: caller.tid, oid: caller.oid }), ...facts })
}

function eventOf(error: unknown, code: ProblemCode): RefusalEvent | undefined {
  if (error instanceof Refusal) return error.logEvent()
  if (error instanceof InvalidResourceId) return { level: 'warn', event: 'resource-id-refused' }
  return code === 'InternalError' ? { level: 'error', event: 'internal-error', ...originOf(error) } : undefined
}

/** The same for a failure in a request that was answered anyway, for example by a connection check. */
export function logAnswered(logger: Logger, error: unknown, trace: Trace): void {
  logRefusal(logger, error, { trace, code: 'InternalError' })
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
