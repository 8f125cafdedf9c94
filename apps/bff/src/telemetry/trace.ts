import { randomUUID } from 'node:crypto'
import { guidPattern } from '@portal/arm'
import type { Request, Response } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import type { SentWrite } from './audit/sent-write.ts'
import type { WriteRecord } from './audit/write-record.ts'

/** The facts about one request to ARM for log and telemetry. */
export interface ArmCall {
  method: string
  /** 1, and more if a read is retried */
  attempt: number
  /** ms since 1970 */
  startedAt: number
  status: number | undefined
  armCode: string | undefined
  ms: number
  clientRequestId: string
  requestId: string | undefined
  /** the ID in Azure's own logs: the one we sent, or Azure's if it chose another */
  azureCorrelationId: string | undefined
  /** of a call that can change something in Azure: what it writes */
  write?: SentWrite
  /** names ARM's own data center and instance */
  routingRequestId: string | undefined
  /** how many more reads ARM allows the caller in that subscription, if it says so */
  readsLeft: number | undefined
}

/** The facts about a request during its processing: for the log, and for requests to ARM. */
export interface Trace {
  /** GUID that the server chose for this request: in the log, in a problem, and ARM's x-ms-correlation-request-id */
  correlationId: string
  /** GUID that the sender chose: joins the attempts of one operation, and proves nothing about who sent them */
  clientCorrelationId?: string
  /** the endpoint's path, never the raw URL; `/api` if it is rejected before an endpoint, `static` for a file */
  route: string
  /** ms since the process started, as performance.now() */
  startedAt: number
  /** the W3C header of a caller that traces this request; https://www.w3.org/TR/trace-context/ */
  traceParent: string | undefined
  /** the IPv4 address of the sender, or its IPv6 network: what is counted as one sender */
  address: string
  /** IDs of the directory and of the user */
  caller?: { tid: string; oid: string }
  calls: ArmCall[]
  problemCode?: string
  /** refused before any work; another line says so */
  isTurnedAway?: boolean
  /** of a write that is not at its end yet */
  write?: WriteRecord & { method: string; setsBefore?: Record<string, string> }
}

const header = 'x-correlation-id'
const traces = new WeakMap<Response, Trace>()

/**
 * Begins the trace of a request. Its correlation ID is always the server's own, because one that the sender chooses can
 * be that of a colleague's write; the sender's is kept beside it if it is a GUID.
 */
export function beginTrace(request: Request, response: Response): Trace {
  const sent = request.get(header)
  const correlationId = randomUUID()
  const startedAt = performance.now()
  const route = request.path.startsWith('/api/') ? '/api' : 'static'
  const address = ipKeyGenerator(request.ip ?? '')
  const traceParent = request.get('traceparent')
  const trace: Trace = { correlationId, route, startedAt, traceParent, address, calls: [] }
  if (sent !== undefined && guidPattern.test(sent)) trace.clientCorrelationId = sent.toLowerCase()
  traces.set(response, trace)
  response.setHeader(header, correlationId)
  return trace
}

/** The trace that `beginTrace` began for this response. */
export function traceOf(response: Response): Trace {
  const trace = traces.get(response)
  if (trace === undefined) throw new Error('The request has no trace: beginTrace comes first in app.ts')
  return trace
}
