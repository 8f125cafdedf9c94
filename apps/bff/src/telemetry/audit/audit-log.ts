import type { ProblemCode } from '@portal/portal-api'
import type { LineOutput } from '../../process/line-output.ts'
import { standardOutput } from '../../process/standard-output.ts'
import { PlainRefusal } from '../../refusals/refusal.ts'
import { createLogger } from '../log.ts'
import type { Telemetry } from '../telemetry-events.ts'
import type { Trace } from '../trace.ts'
import type { EndedWrite, WriteOutcome } from './ended-write.ts'
import type { WriteRecord } from './write-record.ts'

/** Who wrote what. */
export interface AuditLog {
  /**
   * Before anything is sent to Azure: a process that is killed then has left this. Throws `ChangeNotRecorded` if it
   * can't be written.
   */
  begun(trace: Trace, method: string, write: WriteRecord): void
  ended(trace: Trace, outcome: WriteOutcome, problem?: ProblemCode): void
}

/** The audit log can't be written, so the change was not sent to Azure. */
class ChangeNotRecorded extends PlainRefusal {
  constructor(options: ErrorOptions) {
    const event = { level: 'error', event: 'change-not-recorded' } as const
    super('the audit log can’t be written', { code: 'ChangesNotRecorded', status: 503, event }, options)
  }
}

/**
 * Writes two lines for each write to `output`, whatever the log level, and passes its result to `telemetry`. Without an
 * output, the lines go to standard output, like the log.
 */
export function auditLog(
  telemetry: Pick<Telemetry, 'writeEnded'>,
  output: Pick<LineOutput, 'record' | 'keep'> = standardOutput,
): AuditLog {
  const begunLines = createLogger('info', { write: (line) => output.record(line) })
  const endedLines = createLogger('info', { write: (line) => output.keep(line) })
  return {
    begun(trace, method, write) {
      const { correlationId, clientCorrelationId, route, caller } = trace
      const ids = { correlationId, clientCorrelationId, tid: caller?.tid, oid: caller?.oid }
      try {
        begunLines.info({ event: 'write-begun', ...ids, method, route, ...write })
      } catch (cause) {
        throw new ChangeNotRecorded({ cause })
      }
      trace.write = { ...write, method }
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
      endedLines.info({ event: 'write-ended', ...ended })
      telemetry.writeEnded({ write: ended, traceParent: trace.traceParent })
    },
  }
}
