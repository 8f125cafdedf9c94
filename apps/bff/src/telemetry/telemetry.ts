import type { EndedWrite } from '../audit/ended-write.ts'
import type { Trace } from '../http/trace.ts'

/** A request of a browser whose answer is out, or whose browser has gone. */
export interface EndedRequest {
  trace: Trace
  method: string
  status: number
  ms: number
}

/** Tells a collector what the portal does. */
export interface Telemetry {
  requestEnded(request: EndedRequest): void
  /** a write to Azure that has come to its end; `traceParent`: W3C's header of whoever traces it */
  writeEnded(ended: { write: EndedWrite; traceParent: string | undefined }): void
  /** the event loop stood still for longer than it may; seconds */
  eventLoopDelayed(longest: number): void
  /** a page reported something against the content security policy */
  policyViolated(directive: string): void
  /** whether the Redis that several processes share answers: at the start, and whenever that changes */
  redisAnswers(answers: boolean): void
  /** sends what has not been sent yet */
  close(): Promise<void>
}

/** Tells nobody. */
export const noTelemetry: Telemetry = {
  requestEnded: () => undefined,
  writeEnded: () => undefined,
  eventLoopDelayed: () => undefined,
  policyViolated: () => undefined,
  redisAnswers: () => undefined,
  close: () => Promise.resolve(),
}
