import { STATUS_CODES } from 'node:http'
import type { ArmErrorDetail } from '@portal/arm'
import { InvalidResourceId } from '@portal/arm'
import { problem as problemSchema, type Problem, type ProblemCode } from '@portal/portal-api'
import type { ErrorRequestHandler, Response } from 'express'
import * as z from 'zod/mini'
import type { AuditLog } from '../audit/audit-log.ts'
import type { WriteOutcome } from '../audit/ended-write.ts'
import { DirectoryNotAllowed, TokenRefused } from '../auth/caller.ts'
import { ClaimsChallenge, challengeHeader } from '../auth/claims-challenge.ts'
import { ExchangeRefused } from '../auth/entra-exchange.ts'
import { SignInServiceUnavailable } from '../auth/sign-in-service.ts'
import { ArmRefusal, isBusyRefusal, NoClearAnswer, OtherTenantRefusal } from '../azure/arm/arm-reply.ts'
import { ForeignOrigin } from '../azure/arm/pinned-origin.ts'
import { TurnstileFull } from '../process/turnstile.ts'
import type { SignInService } from '../cloud.ts'
import { DiskEncryptionSetInUse } from '../azure/sets/disk-encryption-set-in-use.ts'
import {
  ResourceBusy,
  ImageVersionChanged,
  ImageVersionExists,
  OutcomeUnknown,
  PlanRejected,
  RefusedPlan,
} from '../azure/versions/image-version-refusals.ts'
import { logRefusal } from './log-refusal.ts'
import type { Logger } from '../http/log.ts'
import { RequestRefused } from './request-refused.ts'
import { ResourceExists } from './resource-exists.ts'
import { traceOf } from '../http/trace.ts'

/** What is answered for an error: the problem but for what every problem has, and headers. */
interface Answer extends Pick<Problem, 'status' | 'code' | 'issues' | 'differences' | 'azure' | 'decoded'> {
  tenantId?: string | undefined
  retryAt?: number | undefined
  headers?: Record<string, string>
}

interface Dependencies {
  signIn: SignInService
  logger: Logger
  /** hears of writes that have failed */
  audit?: Pick<AuditLog, 'ended'>
}

// After an error of our own, too, nobody knows how far the write went.
function outcomeOf(error: unknown, code: ProblemCode): WriteOutcome {
  return code === 'OutcomeUnknown' || code === 'InternalError' || error instanceof NoClearAnswer ? 'unknown' : 'refused'
}

/**
 * The only place that writes an error: `application/problem+json` (RFC 9457), with a code that the portal has words for
 * and the correlation id under which the log has the rest. Nothing of the cause leaks but Azure's own error.
 */
export function problems({ signIn, logger, audit }: Dependencies): ErrorRequestHandler {
  // oxlint-disable-next-line eslint/max-params -- Express knows an error handler by its four parameters
  return (error: unknown, _request, response, _next) => {
    const trace = traceOf(response)
    const answer = answerTo(error, signIn, trace.caller?.tid ?? 'organizations')
    trace.problemCode = answer.code
    logRefusal(logger, error, { trace, code: answer.code })
    audit?.ended(trace, outcomeOf(error, answer.code), answer.code)
    if (response.headersSent) {
      response.destroy()
      return
    }
    try {
      writeProblem(response, answer, trace.correlationId)
    } catch (failure) {
      // the last resort: Express itself would answer with a page that shows the stack
      logRefusal(logger, failure, { trace, code: 'InternalError' })
      trace.problemCode = 'InternalError'
      writeProblem(response, { status: 500, code: 'InternalError' }, trace.correlationId)
    }
  }
}

function writeProblem(
  response: Response,
  { headers, retryAt, tenantId, ...rest }: Answer,
  correlationId: string,
): void {
  const body: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[rest.status] ?? '',
    correlationId,
    ...rest,
    ...(tenantId !== undefined && { tenantId }),
    ...(retryAt !== undefined && { retryAt: new Date(retryAt).toISOString() }),
  }
  const text = JSON.stringify(z.parse(problemSchema, body))
  response.status(rest.status)
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
  if (retryAt !== undefined)
    response.setHeader('Retry-After', String(Math.max(1, Math.ceil((retryAt - Date.now()) / 1000))))
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', 'application/problem+json')
  response.end(text)
}

const busyForMs = 1_000

const statusOf = {
  InvalidRequest: 400,
  CrossSiteRequest: 403,
  UserBlocked: 403,
  PortalReadOnly: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  PayloadTooLarge: 413,
  AddressTooLong: 414,
  UnsupportedMediaType: 415,
  TooManyRequests: 429,
} as const

function answerTo(error: unknown, signIn: SignInService, tenantId: string): Answer {
  if (error instanceof PlanRejected) return { status: 422, code: error.code, issues: error.issues }
  if (error instanceof ImageVersionExists) return { status: 409, code: error.code, differences: error.differences }
  if (error instanceof DiskEncryptionSetInUse) return { status: 409, code: error.code }
  if (error instanceof ImageVersionChanged) return { status: 409, code: error.code }
  if (error instanceof ResourceBusy) return { status: 409, code: error.code, ...azureOf(error.refusal.arm) }
  if (error instanceof ResourceExists) return { status: 409, code: error.code }
  if (error instanceof OutcomeUnknown) return { status: 502, code: error.code }
  if (error instanceof RequestRefused) {
    const { code, headers, retryAt } = error
    return { status: statusOf[code], code, headers, retryAt }
  }
  if (error instanceof TurnstileFull) return { status: 503, code: 'PortalBusy', retryAt: Date.now() + busyForMs }
  if (error instanceof InvalidResourceId) return { status: 400, code: 'InvalidRequest' }
  if (error instanceof ArmRefusal) return refusalBy(error)
  if (error instanceof RefusedPlan) return { ...refusalBy(error.refusal), decoded: error.decoded }
  if (error instanceof NoClearAnswer) {
    return {
      status: error.reason === 'timeout' ? 504 : 502,
      code: 'AzureUnavailable',
      ...azureOf(error.arm),
      retryAt: error.retryAt,
    }
  }
  if (error instanceof ForeignOrigin) return { status: 502, code: 'AzureUnavailable' }
  if (error instanceof ClaimsChallenge) {
    return { status: 401, code: error.code, headers: { 'WWW-Authenticate': challengeHeader(error, signIn, tenantId) } }
  }
  // 403, as for what follows: the user signs in well, and comes from elsewhere
  if (error instanceof DirectoryNotAllowed) return { status: 403, code: error.code }
  if (error instanceof TokenRefused) {
    return { status: 401, code: error.code, headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } }
  }
  // 403 and not 401: another token would be refused likewise, and the browser must not go round in circles
  if (error instanceof ExchangeRefused) return { status: 403, code: error.code }
  if (error instanceof SignInServiceUnavailable) return { status: 503, code: error.code, retryAt: error.retryAt }
  return answerToExpress(error)
}

function refusalBy(refusal: ArmRefusal): Answer {
  const { status, arm, retryAt } = refusal
  if (refusal instanceof OtherTenantRefusal)
    return { status: 403, code: 'OtherDirectory', ...azureOf(arm), tenantId: refusal.tenantId }
  if (status === 401) {
    return {
      status: 401,
      code: 'SignInRequired',
      ...azureOf(arm),
      headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
    }
  }
  if (status === 403) return { status, code: 'ForbiddenByAzure', ...azureOf(arm) }
  if (status === 404) return { status, code: 'NotFoundInAzure', ...azureOf(arm) }
  if (isBusyRefusal(refusal)) return { status: 409, code: 'ResourceBusy', ...azureOf(arm), retryAt }
  if (status === 429) return { status, code: 'ThrottledByAzure', ...azureOf(arm), retryAt }
  return { status: status < 400 ? 502 : status, code: 'RefusedByAzure', ...azureOf(arm) }
}

function azureOf(arm: ArmErrorDetail | undefined): Pick<Answer, 'azure'> {
  if (arm === undefined) return {}
  return {
    azure: { code: arm.code, message: arm.message, ...(typeof arm.target === 'string' && { target: arm.target }) },
  }
}

// Errors of Express and its body parser carry a status and a type, and messages that quote the request.
function answerToExpress(error: unknown): Answer {
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (status === 413) return { status, code: 'PayloadTooLarge' }
  if (status === 415) return { status, code: 'UnsupportedMediaType' }
  if (typeof status === 'number' && status >= 400 && status < 500) return { status: 400, code: 'InvalidRequest' }
  return { status: 500, code: 'InternalError' }
}
