import { readdirSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/**
 * Watches this process.
 * @returns {() => { rssMb: number, eventLoopP99Ms: number, handles: number }} how it is; the event loop's figure is of the time
 *   since it was asked last
 */
export function processFigures() {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  return () => {
    const eventLoopP99Ms = delay.percentile(99) / 1e6
    delay.reset()
    return { rssMb: process.memoryUsage.rss() / 1e6, eventLoopP99Ms, handles: readdirSync('/proc/self/fd').length }
  }
}
