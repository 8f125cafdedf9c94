import { monitorEventLoopDelay } from 'node:perf_hooks'
import {
  type Meter,
  SpanKind,
  SpanStatusCode,
  type Attributes,
  type Tracer,
  ROOT_CONTEXT,
  trace as spans,
  type Context,
} from '@opentelemetry/api'
import { setGlobalErrorHandler, parseTraceParent } from '@opentelemetry/core'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Logger } from './log.ts'
import type { Telemetry, EndedRequest } from './telemetry-events.ts'
import type { ArmCall } from './trace.ts'

/**
 * OpenTelemetry's SDK with the facts of the log lines: nothing is patched, and it contains no address, header or user
 * name; for writes, it contains the user's object ID. https://opentelemetry.io/docs/specs/otlp/#otlphttp
 */
export function openTelemetry(endpoint: string, logger: Logger): Telemetry {
  // not the error itself: it quotes the collector's response
  setGlobalErrorHandler(() => logger.warn({ event: 'telemetry-not-sent' }))
  const scope = 'gallery-encryption-portal'
  const resource = resourceFromAttributes({ 'service.name': scope })
  // 3 s, so that a collector that hangs leaves the process within the time it has to end
  const at = (signal: string) => ({ url: `${endpoint.replace(/\/$/, '')}/v1/${signal}`, timeoutMillis: 3_000 })
  const traces = new TracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter(at('traces')) })],
  })
  const metrics = new MeterProvider({
    resource,
    readers: [new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter(at('metrics')) })],
  })
  const meter = metrics.getMeter(scope)
  const record = [requestSpans(traces.getTracer(scope)), requestMetrics(meter)]
  const redis = meter.createGauge('portal.redis.answers', {
    description: '1 while the Redis that the processes share answers this one, 0 while it does not',
  })
  const alarms = meter.createCounter('portal.eventloop.alarms', {
    description: 'how often the event loop stood still for longer than EVENT_LOOP_ALARM_MS',
  })
  const violations = meter.createCounter('portal.csp.violations', {
    description: 'what pages reported against the content security policy',
  })
  const events = meter.createCounter('portal.log.events', {
    description: 'what senders caused repeatedly, by event, whether or not it has a line in the log',
  })
  const calls = meter.createCounter('portal.service.calls', {
    description: 'calls to each service of Azure: answer, noAnswer, noCall (the token failed), notSent (refused here)',
  })
  const answering = meter.createGauge('portal.service.answers', {
    description: '0 while a service of Azure leaves all calls without an answer, 1 once it answers again',
  })
  const stopWatching = processMetrics(meter)
  return {
    requestEnded(request) {
      for (const each of record) each(request)
    },
    writeEnded: writeSpans(traces.getTracer(scope)),
    eventLoopDelayed: () => alarms.add(1),
    policyViolated: (directive) => violations.add(1, { directive }),
    eventLogged: (event) => events.add(1, { event }),
    redisAnswers: (answers) => redis.record(answers ? 1 : 0),
    observeTroubles: (troubles) =>
      meter
        .createObservableGauge('portal.troubles', { description: '1 for each trouble that /readyz names' })
        .addCallback((gauge) => {
          for (const trouble of troubles()) gauge.observe(1, { trouble })
        }),
    serviceCalled: (service, outcome) => calls.add(1, { service, outcome }),
    serviceAnswers: (service, answers) => answering.record(answers ? 1 : 0, { service }),
    async close() {
      // An unavailable collector must not delay the exit.
      await Promise.allSettled([traces.shutdown(), metrics.shutdown()])
      stopWatching()
    },
  }
}

/**
 * Metrics of the process: the delay of its event loop since the last check, and its memory. Returns a function that
 * stops them. https://opentelemetry.io/docs/specs/semconv/runtime/nodejs-metrics/
 */
function processMetrics(meter: Meter): () => void {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  meter.createObservableGauge('nodejs.eventloop.delay.p99', { unit: 's' }).addCallback((gauge) => {
    gauge.observe(delay.percentile(99) / 1e9)
    delay.reset()
  })
  meter
    .createObservableGauge('process.memory.usage', { unit: 'By' })
    .addCallback((gauge) => gauge.observe(process.memoryUsage.rss()))
  return () => {
    delay.disable()
  }
}

/**
 * Rate, errors and duration of the portal's routes and of its calls to Azure: histograms by OpenTelemetry's names,
 * whose counts are the rates. https://opentelemetry.io/docs/specs/semconv/http/http-metrics/
 */
function requestMetrics(meter: Meter): (request: EndedRequest) => void {
  // seconds; the last ones for a write that Azure needs long for
  const advice = { explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 65] }
  const served = meter.createHistogram('http.server.request.duration', { unit: 's', advice })
  const asked = meter.createHistogram('http.client.request.duration', { unit: 's', advice })
  const readsLeft = meter.createGauge('azure.reads_left', {
    description: 'how many reads Azure last said that it leaves a user in a subscription',
  })
  return ({ trace, method, status, ms }) => {
    served.record(ms / 1000, {
      'http.request.method': method,
      'http.route': trace.route,
      'http.response.status_code': status,
    })
    for (const call of trace.calls) {
      asked.record(call.ms / 1000, {
        'http.route': trace.route,
        'http.request.method': call.method,
        'http.request.resend_count': call.attempt - 1,
        // 0: there was no answer
        'http.response.status_code': call.status ?? 0,
      })
      if (call.readsLeft !== undefined) readsLeft.record(call.readsLeft)
    }
  }
}

/**
 * A span and its event for each write, with the content of its log line: the user, the request and the outcome.
 * https://opentelemetry.io/docs/specs/otel/trace/api/#add-events
 */
function writeSpans(tracer: Tracer): Telemetry['writeEnded'] {
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

/**
 * A span for a request and a child for each call to Azure, created when the response is sent: its trace has times and
 * outcomes. https://opentelemetry.io/docs/specs/semconv/http/http-spans/
 */
function requestSpans(tracer: Tracer): (request: EndedRequest) => void {
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
function contextOf(traceParent: string | undefined): Context {
  const parent = traceParent === undefined ? null : parseTraceParent(traceParent)
  return parent === null ? ROOT_CONTEXT : spans.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true })
}
