import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace as spans, type Context, type Tracer } from '@opentelemetry/api'
import { parseTraceParent } from '@opentelemetry/core'
import type { EndedRequest } from './telemetry.ts'
import type { ArmCall } from './trace.ts'

/**
 * A span for a request and a child for each call to Azure, created when the response is sent: its trace has times and
 * outcomes. https://opentelemetry.io/docs/specs/semconv/http/http-spans/
 */
export function requestSpans(tracer: Tracer): (request: EndedRequest) => void {
  return ({ trace, method, status, ms }) => {
    const startedAt = performance.timeOrigin + trace.startedAt
    const span = tracer.startSpan(
      `${method} ${trace.route}`,
      {
        kind: SpanKind.SERVER,
        startTime: startedAt,
        attributes: {
          'http.request.method': method,
          'http.route': trace.route,
          'http.response.status_code': status,
          'portal.correlation_id': trace.correlationId,
          ...(trace.problemCode !== undefined && { 'error.type': trace.problemCode }),
        },
      },
      contextOf(trace.traceParent),
    )
    for (const call of trace.calls) callSpan(tracer, call, spans.setSpan(ROOT_CONTEXT, span))
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end(startedAt + ms)
  }
}

function callSpan(tracer: Tracer, call: ArmCall, context: Context): void {
  const { method, status, armCode, attempt, startedAt, ms } = call
  const attributes = {
    'http.request.method': method,
    'http.request.resend_count': attempt - 1,
    'azure.client_request_id': call.clientRequestId,
    ...(status !== undefined && { 'http.response.status_code': status }),
    ...(call.requestId !== undefined && { 'azure.request_id': call.requestId }),
    ...(armCode !== undefined && { 'error.type': armCode }),
  }
  const span = tracer.startSpan(`${method} Azure`, { kind: SpanKind.CLIENT, startTime: startedAt, attributes }, context)
  if (status === undefined || status >= 400) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end(startedAt + ms)
}

/** The context from the W3C header; an invalid trace parent starts a new trace. */
export function contextOf(traceParent: string | undefined): Context {
  const parent = traceParent === undefined ? null : parseTraceParent(traceParent)
  return parent === null ? ROOT_CONTEXT : spans.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true })
}
