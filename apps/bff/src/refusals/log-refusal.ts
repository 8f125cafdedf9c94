import { InvalidResourceId } from '@portal/arm'
import type { ProblemCode } from '@portal/portal-api'
import { TokenRefused } from '../auth/caller.ts'
import { ClaimsChallenge } from '../auth/claims-challenge.ts'
import { ExchangeRefused } from '../auth/entra-exchange.ts'
import { NoApiCredential, SignInServiceUnavailable } from '../auth/sign-in-service.ts'
import { ArmRefusal, NoClearAnswer } from '../azure/arm/arm-reply.ts'
import { ForeignOrigin } from '../azure/arm/pinned-origin.ts'
import { TurnstileFull } from '../process/turnstile.ts'
import { OutcomeUnknown } from '../azure/versions/image-version-refusals.ts'
import type { Logger } from '../http/log.ts'
import { RequestRefused } from './request-refused.ts'
import type { Trace } from '../http/trace.ts'

/**
 * Writes the one line about what made a request fail, if it is of interest to those who watch over the portal: an event,
 * and who asked for what. Never the text of an error, which may quote what the user typed.
 */
export function logRefusal(logger: Logger, error: unknown, { trace, code }: { trace: Trace; code: ProblemCode }): void {
  const { correlationId, route, caller } = trace
  const about = { correlationId, route, ...(caller && { tid: caller.tid, oid: caller.oid }) }
  if (error instanceof ForeignOrigin) logger.error({ event: 'foreign-origin-blocked', ...about, origin: error.origin })
  else if (error instanceof NoClearAnswer)
    logger.warn({ event: 'no-clear-answer', ...about, reason: error.reason, cause: codeOf(error.cause) })
  else if (error instanceof TokenRefused) logger.warn({ event: 'token-refused', ...about, reason: error.reason })
  else if (error instanceof ExchangeRefused)
    logger.warn({ event: 'exchange-refused', ...about, entraCode: error.entraCode })
  else if (error instanceof SignInServiceUnavailable && error.cause instanceof NoApiCredential)
    logger.error({ event: 'no-api-credential', ...about, cause: codeOf(error.cause.cause) })
  else if (error instanceof OutcomeUnknown) logger.error({ event: 'outcome-unknown', ...about })
  else if (error instanceof InvalidResourceId) logger.warn({ event: 'resource-id-refused', ...about })
  else if (error instanceof TurnstileFull) logger.warn({ event: 'overloaded', ...about })
  else if (error instanceof RequestRefused) {
    if (error.securityEvent === undefined) logger.debug({ event: 'request-refused', ...about, reason: error.message })
    else logger.warn({ event: error.securityEvent, ...about, reason: error.message })
  } else if (code === 'InternalError') {
    logger.error({ event: 'internal-error', ...about, ...originOf(error) })
  }
}

/** The same of what failed while a request was answered all the same, by a connection check, say. */
export function logAnswered(logger: Logger, error: unknown, trace: Trace): void {
  logRefusal(logger, error, { trace, code: isExpected(error) ? 'RefusedByAzure' : 'InternalError' })
}

function isExpected(error: unknown): boolean {
  return error instanceof ArmRefusal || error instanceof ClaimsChallenge
}

// what Node and OpenSSL name it by, such as ECONNREFUSED or CERT_HAS_EXPIRED, and MSAL, such as network_error
function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined
  if ('code' in cause) return String(cause.code)
  return 'errorCode' in cause ? String(cause.errorCode) : undefined
}

/** What is logged of an error that nobody expected: its name and where it was thrown. */
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
