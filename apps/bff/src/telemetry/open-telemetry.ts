import { setGlobalErrorHandler } from '@opentelemetry/core'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Logger } from './log.ts'
import { processMetrics } from './process-metrics.ts'
import { requestMetrics } from './request-metrics.ts'
import { requestSpans } from './request-spans.ts'
import type { Telemetry } from './telemetry.ts'
import { writeSpans } from './write-spans.ts'

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
