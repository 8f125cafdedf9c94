import type { Trace } from '../trace.ts'

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
  /** whether the Redis that several processes share answers: at the start, and whenever that changes */
  redisAnswers(answers: boolean): void
  /** sends what has not been sent yet */
  close(): Promise<void>
}

/** Tells nobody. */
export const noTelemetry: Telemetry = {
  requestEnded: () => undefined,
  redisAnswers: () => undefined,
  close: () => Promise.resolve(),
}
