import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Meter } from '@opentelemetry/api'

/**
 * Metrics of the process: the delay of its event loop since the last check, and its memory. Returns a function that
 * stops them. https://opentelemetry.io/docs/specs/semconv/runtime/nodejs-metrics/
 */
export function processMetrics(meter: Meter): () => void {
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
