import type { ProblemCode } from '@portal/portal-api'
import { destination, type DestinationStream } from 'pino'
import { createLogger } from '../http/log.ts'
import type { Trace } from '../http/trace.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import type { EndedWrite, WriteOutcome } from './ended-write.ts'
import type { WriteRecord } from './write-record.ts'

/** Who wrote what. */
export interface AuditLog {
  /** before anything is sent to Azure: a process that is killed then has left this */
  begun(trace: Trace, method: string, write: WriteRecord): void
  ended(trace: Trace, outcome: WriteOutcome, problem?: ProblemCode): void
}

/**
 * Writes two lines for each write to `stream`, whatever the log level, and passes its result to `telemetry`. Without a
 * stream, the lines go to standard output, like the log.
 */
export function auditLog(
  telemetry: Pick<Telemetry, 'writeEnded'>,
  stream: DestinationStream = destination({ sync: true }),
): AuditLog {
  const lines = createLogger('info', stream)
  return {
    begun(trace, method, write) {
      trace.write = { ...write, method }
      const { correlationId, clientCorrelationId, route, caller } = trace
      const ids = { correlationId, clientCorrelationId, tid: caller?.tid, oid: caller?.oid }
      lines.info({ event: 'write-begun', ...ids, method, route, ...write })
    },
    ended(trace, outcome, problem) {
      const { correlationId, clientCorrelationId, route, caller, write, calls } = trace
      if (write === undefined || caller === undefined) return
      delete trace.write
      const ended: EndedWrite = {
        correlationId,
        clientCorrelationId,
        tid: caller.tid,
        oid: caller.oid,
        ...write,
        route,
        outcome,
        ...(problem !== undefined && { problem }),
        azure: calls.flatMap(({ method, status, requestId, azureCorrelationId, write: sent }) =>
          sent === undefined ? [] : [{ method, ...sent, status, requestId, correlationId: azureCorrelationId }],
        ),
      }
      lines.info({ event: 'write-ended', ...ended })
      telemetry.writeEnded({ write: ended, traceParent: trace.traceParent })
    },
  }
}
