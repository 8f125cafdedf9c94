import { STATUS_CODES } from 'node:http'
import { InvalidResourceId } from '@portal/arm'
import { problem as problemSchema, type Problem, type ProblemCode } from '@portal/portal-api'
import type { ErrorRequestHandler, Response } from 'express'
import * as z from 'zod/mini'
import type { SignInService } from '../cloud.ts'
import { Refusal, type Answer, type SignInPlace } from '../refusals/refusal.ts'
import type { AuditLog } from '../telemetry/audit/audit-log.ts'
import type { WriteOutcome } from '../telemetry/audit/ended-write.ts'
import type { SummedLines } from '../telemetry/summed-lines.ts'
import { traceOf } from '../telemetry/trace.ts'
import { logRefusal } from './refusal-log.ts'

interface Dependencies {
  signIn: SignInService
  lines: SummedLines
  /** is called for failed writes */
  audit?: Pick<AuditLog, 'ended'>
}

// After an error of our own, too, the progress of the write is unknown.
function outcomeOf(error: unknown, code: ProblemCode): WriteOutcome {
  const isOpen = error instanceof Refusal ? error.leavesOutcomeOpen : code === 'InternalError'
  return isOpen ? 'unknown' : 'refused'
}

/**
 * The only place that writes an error: `application/problem+json` (RFC 9457), with a code for which the portal has a
 * text and the correlation ID of the log. Of the cause, only Azure's own error is disclosed.
 */
export function problems({ signIn, lines, audit }: Dependencies): ErrorRequestHandler {
  // oxlint-disable-next-line eslint/max-params -- Express knows an error handler by its four parameters
  return (error: unknown, _request, response, _next) => {
    const trace = traceOf(response)
    const { authorizationEndpoint } = signIn
    const answer = answerTo(error, { authorizationEndpoint, tenantId: trace.caller?.tid ?? 'organizations' })
    trace.problemCode = answer.code
    logRefusal(lines, error, { trace, code: answer.code })
    audit?.ended(trace, outcomeOf(error, answer.code), answer.code)
    if (response.headersSent) {
      response.destroy()
      return
    }
    try {
      writeProblem(response, answer, trace.correlationId)
    } catch (failure) {
      // the last resort: Express itself would answer with a page that shows the stack
      logRefusal(lines, failure, { trace, code: 'InternalError' })
      trace.problemCode = 'InternalError'
      writeProblem(response, { status: 500, code: 'InternalError' }, trace.correlationId)
    }
  }
}

/**
 * Answers what `problems` itself failed on. Express would answer with a page that shows the stack, unless NODE_ENV is
 * production.
 */
// oxlint-disable-next-line eslint/max-params -- Express knows an error handler by its four parameters
export const lastResort: ErrorRequestHandler = (_error, _request, response, _next) => {
  if (response.headersSent) return void response.destroy()
  const correlationId = String(response.getHeader('x-correlation-id') ?? '')
  writeProblem(response, { status: 500, code: 'InternalError' }, correlationId)
}

function writeProblem(
  response: Response,
  { headers, retryAt, tenantId, service, ...rest }: Answer,
  correlationId: string,
): void {
  const body: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[rest.status] ?? '',
    correlationId,
    ...rest,
    ...(tenantId !== undefined && { tenantId }),
    ...(service !== undefined && { service }),
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

function answerTo(error: unknown, place: SignInPlace): Answer {
  if (error instanceof Refusal) return error.answer(place)
  if (error instanceof InvalidResourceId) return { status: 400, code: 'InvalidRequest' }
  return answerToExpress(error)
}

// Errors of Express and its body parser have a status and a type, and messages that quote the request.
function answerToExpress(error: unknown): Answer {
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (status === 413) return { status, code: 'PayloadTooLarge' }
  if (status === 415) return { status, code: 'UnsupportedMediaType' }
  if (typeof status === 'number' && status >= 400 && status < 500) return { status: 400, code: 'InvalidRequest' }
  return { status: 500, code: 'InternalError' }
}
