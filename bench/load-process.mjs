import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../scripts/run-step.mjs'

/**
 * Starts load-server.mjs in a process of its own.
 * @param {{ moreSets?: number, faultsPerSecond?: number }} options
 * @returns {Promise<{ url: string, token: string, figures: () => Promise<{ rssMb: number, eventLoopP99Ms: number,
 *   handles: number }>, stop: () => Promise<void> }>} figures: the event loop's since they were asked for last
 */
export async function startLoadProcess({ moreSets = 0, faultsPerSecond = 0 } = {}) {
  const env = { ...process.env, NODE_ENV: '', SETS: String(moreSets), FAULTS: String(faultsPerSecond) }
  const child = fork(join(root, 'bench/load-server.mjs'), { cwd: root, env })
  const next = async () => {
    const [message] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`The server ended with ${code}`))),
    ])
    return message
  }
  const { url, token } = await next()
  return {
    url,
    token,
    figures() {
      child.send('figures')
      return next()
    },
    async stop() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
