import type { Logger } from './log.ts'
import { noTelemetry, type Telemetry } from './telemetry-events.ts'

/**
 * Sends traces and metrics to the OTLP collector at `endpoint` (an address without /v1/…); without one it sends
 * nothing, and OpenTelemetry's SDK is not even loaded.
 */
export async function startTelemetry(endpoint: string | undefined, logger: Logger): Promise<Telemetry> {
  if (endpoint === undefined) return noTelemetry
  const { openTelemetry } = await import('./open-telemetry.ts')
  return openTelemetry(endpoint, logger)
}
