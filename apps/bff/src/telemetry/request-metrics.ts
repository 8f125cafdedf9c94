import type { Meter } from '@opentelemetry/api'
import type { EndedRequest } from './telemetry.ts'

/**
 * Rate, errors and duration of the portal's routes and of its calls to Azure: histograms by OpenTelemetry's names,
 * whose counts are the rates. https://opentelemetry.io/docs/specs/semconv/http/http-metrics/
 */
export function requestMetrics(meter: Meter): (request: EndedRequest) => void {
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
