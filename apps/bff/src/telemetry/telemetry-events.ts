import type { AzureService } from '@portal/portal-api'
import type { EndedWrite } from './audit/ended-write.ts'
import type { Trace } from './trace.ts'

/** A browser's request whose response is sent, or whose browser has gone. */
export interface EndedRequest {
  trace: Trace
  method: string
  status: number
  ms: number
}

/** Reports to a collector what the portal does. */
export interface Telemetry {
  requestEnded(request: EndedRequest): void
  /** a finished write to Azure; `traceParent`: the W3C header of a caller that traces it */
  writeEnded(ended: { write: EndedWrite; traceParent: string | undefined }): void
  /** the event loop was blocked for longer than allowed; seconds */
  eventLoopDelayed(longest: number): void
  /** a page reported something against the content security policy */
  policyViolated(directive: string): void
  /** something that a sender can cause repeatedly, whether or not it has a line in the log */
  eventLogged(event: string): void
  /** whether the Redis that several processes share answers: at the start, and whenever that changes */
  redisAnswers(answers: boolean): void
  /** reports what is wrong although the server serves, by name, whenever metrics are sent */
  observeTroubles(troubles: () => readonly string[]): void
  /** a call to a service of Azure, and what came of it */
  serviceCalled(service: AzureService, outcome: 'answer' | 'noAnswer' | 'noCall' | 'notSent'): void
  /** whether a service of Azure answers: whenever that changes */
  serviceAnswers(service: AzureService, answers: boolean): void
  /** sends what has not been sent yet */
  close(): Promise<void>
}

/** Reports nothing. */
export const noTelemetry: Telemetry = {
  requestEnded: () => undefined,
  writeEnded: () => undefined,
  eventLoopDelayed: () => undefined,
  policyViolated: () => undefined,
  eventLogged: () => undefined,
  redisAnswers: () => undefined,
  observeTroubles: () => undefined,
  serviceCalled: () => undefined,
  serviceAnswers: () => undefined,
  close: () => Promise.resolve(),
}
