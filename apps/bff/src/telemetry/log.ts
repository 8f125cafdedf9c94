import type { RequestHandler } from 'express'
import { pino, type DestinationStream, type Logger } from 'pino'
import { standardOutput } from '../process/standard-output.ts'
import type { Telemetry } from './telemetry-events.ts'
import { beginTrace } from './trace.ts'

export type { Logger } from 'pino'

/**
 * One JSON object a line on stdout, or on `stream`. Fields are chosen one by one: no header, body or token is ever
 * logged.
 */
export function createLogger(level: string, stream: DestinationStream = standardOutput): Logger {
  const formatters = { level: (label: string) => ({ level: label }) }
  const timestamp = () => `,"ts":"${new Date().toISOString()}"`
  return pino({ level, base: null, formatters, timestamp }, { write: (line) => stream.write(oneLine(line)) })
}

// JSON does not escape these, and line-based log readers might treat them as line ends.
function oneLine(line: string): string {
  return line.replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * Starts a request's trace; when the response is sent (or the browser has gone), writes its one line and passes it to
 * `telemetry`.
 */
export function logRequests(logger: Logger, telemetry: Telemetry): RequestHandler {
  return (request, response, next) => {
    const trace = beginTrace(request, response)
    response.once('close', () => {
      const { route, correlationId, clientCorrelationId, caller, calls, problemCode, isTurnedAway } = trace
      const { method } = request
      const status = response.statusCode
      const ms = performance.now() - trace.startedAt
      telemetry.requestEnded({ trace, method, status, ms })
      const line = {
        event: 'request',
        correlationId,
        clientCorrelationId,
        method,
        route,
        status,
        ms: Math.round(ms),
        finished: response.writableFinished,
        ...(caller && { tid: caller.tid, oid: caller.oid }),
        ...(problemCode !== undefined && { problem: problemCode }),
        ...(calls.length > 0 && {
          arm: calls.map(({ write, ...call }) => ({ ...call, isWrite: write !== undefined })),
        }),
      }
      // Files and probes are frequent and say little; what was turned away has a line that counts it.
      if (!route.startsWith('/api/') || (isTurnedAway === true && status >= 400)) logger.debug(line)
      else if (status >= 500) logger.error(line)
      else logger.info(line)
    })
    next()
  }
}
