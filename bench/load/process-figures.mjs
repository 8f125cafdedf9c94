import { readdirSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/**
 * Watches this process.
 * @returns {() => { rssMb: number, eventLoopP99Ms: number, handles: number }} its figures; that of the event loop is
 * for the time
 *   since the last call
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
