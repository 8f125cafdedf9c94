import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Logger } from './log.ts'
import type { Telemetry } from './telemetry-events.ts'

/** How long the event loop was blocked since the last check; milliseconds. */
export interface Delays {
  p99: number
  max: number
}

interface Alarm {
  /** milliseconds */
  thresholdMs: number
  logger: Logger
  telemetry: Pick<Telemetry, 'eventLoopDelayed'>
}

const lookMs = 10_000

/** Checks the delays: if the longest exceeds the threshold, nobody was answered meanwhile, and the log says so. */
export function eventLoopAlarm({ thresholdMs, logger, telemetry }: Alarm): (delays: Delays) => void {
  return ({ p99, max }) => {
    if (max <= thresholdMs) return
    logger.warn({ event: 'event-loop-delayed', p99Ms: Math.round(p99), maxMs: Math.round(max), thresholdMs })
    telemetry.eventLoopDelayed(max / 1000)
  }
}

/**
 * Looks every ten seconds, as long as the process runs.
 * https://nodejs.org/api/perf_hooks.html#perf_hooksmonitoreventloopdelayoptions
 */
export function watchEventLoop(alarm: Alarm): void {
  const look = eventLoopAlarm(alarm)
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  setInterval(() => {
    look({ p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 })
    delay.reset()
  }, lookMs).unref()
}
