import { SpanKind, SpanStatusCode, type Attributes, type Tracer } from '@opentelemetry/api'
import { contextOf } from './request-spans.ts'
import type { Telemetry } from './telemetry.ts'

/**
 * A span and its event for each write, with the content of its log line: the user, the request and the outcome.
 * https://opentelemetry.io/docs/specs/otel/trace/api/#add-events
 */
export function writeSpans(tracer: Tracer): Telemetry['writeEnded'] {
  return ({ write, traceParent }) => {
    const { tid, oid, correlationId, method, route, outcome, resource, fields, problem, azure } = write
    const attributes: Attributes = {
      'portal.tenant_id': tid,
      'portal.user_id': oid,
      'portal.correlation_id': correlationId,
      'http.request.method': method,
      'http.route': route,
      'portal.outcome': outcome,
      'portal.fields': fields,
      ...prefixed('portal.resource', resource),
      ...prefixed('portal.sets_asked', write.setsAsked),
      ...prefixed('portal.sets_before', write.setsBefore ?? {}),
      'azure.correlation_ids': azure.flatMap((call) => call.correlationId ?? []),
      'azure.request_ids': azure.flatMap(({ requestId }) => requestId ?? []),
      ...(problem !== undefined && { 'error.type': problem }),
    }
    const span = tracer.startSpan('portal.write', { kind: SpanKind.INTERNAL, attributes }, contextOf(traceParent))
    span.addEvent('portal.write', attributes)
    if (outcome !== 'accepted') span.setStatus({ code: SpanStatusCode.ERROR })
    span.end()
  }
}

function prefixed(prefix: string, values: Record<string, string>): Attributes {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, value]))
}
