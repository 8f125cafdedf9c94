import type { RequestHandler } from 'express'
import { destination, pino, type DestinationStream, type Logger } from 'pino'
import { beginTrace } from './trace.ts'

export type { Logger } from 'pino'

/** One JSON object a line on stdout, or on `stream`. Fields are chosen one by one: no header, body or token is ever logged. */
export function createLogger(level: string, stream: DestinationStream = destination({ sync: true })): Logger {
  const formatters = { level: (label: string) => ({ level: label }) }
  return pino({ level, base: null, formatters, timestamp: () => `,"ts":"${new Date().toISOString()}"` }, stream)
}

/** Begins a request's trace and writes its one line when the answer is out (or the browser has gone). */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const trace = beginTrace(request, response)
    response.once('close', () => {
      const { route, correlationId, caller, calls, problemCode } = trace
      const status = response.statusCode
      const line = {
        event: 'request',
        correlationId,
        method: request.method,
        route,
        status,
        ms: Math.round(performance.now() - trace.startedAt),
        finished: response.writableFinished,
        ...(caller && { tid: caller.tid, oid: caller.oid }),
        ...(problemCode !== undefined && { problem: problemCode }),
        ...(calls.length > 0 && { arm: calls }),
      }
      // files and probes come by the hundred and say little
      if (!route.startsWith('/api/')) logger.debug(line)
      else if (status >= 500) logger.error(line)
      else logger.info(line)
    })
    next()
  }
}
