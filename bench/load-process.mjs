import { forked } from './forked.mjs'

/**
 * Starts load-server.mjs in a process of its own.
 * @param {{ moreSets?: number, faultsPerSecond?: number }} options
 * @returns {Promise<{ url: string, token: string, figures: () => Promise<{ rssMb: number, eventLoopP99Ms: number,
 *   handles: number }>, stop: () => Promise<void> }>} figures: the event loop's since they were asked for last
 */
export async function startLoadProcess({ moreSets = 0, faultsPerSecond = 0 } = {}) {
  const env = { SETS: String(moreSets), FAULTS: String(faultsPerSecond) }
  const { ready, ask, stop } = await forked('load-server.mjs', env)
  return { ...ready, figures: ask, stop }
}
