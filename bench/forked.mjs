import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../scripts/run-step.mjs'

/**
 * Starts a script of this folder or below in a separate process, which sends a message once it is ready, and one for
 * each that it gets.
 * @param {string} script its path from this folder
 * @param {Record<string, string>} env
 * @returns {Promise<{ ready: any, ask: (message?: any) => Promise<any>, stop: () => Promise<void> }>} ready: the first
 *   message
 */
export async function forked(script, env) {
  const child = fork(join(root, 'bench', script), { cwd: root, env: { ...process.env, NODE_ENV: '', ...env } })
  const ended = once(child, 'exit')
  const next = async () => {
    const [message] = await Promise.race([
      once(child, 'message'),
      ended.then(([code]) => Promise.reject(new Error(`${script} ended with ${code}`))),
    ])
    return message
  }
  return {
    ready: await next(),
    ask(message = {}) {
      child.send(message)
      return next()
    },
    async stop() {
      child.disconnect()
      await ended
    },
  }
}

/** In that script: sends `ready` to its parent, answers each message with `figures` of it, and ends with its parent. */
export function tellParent(ready, figures = () => undefined) {
  process.on('message', (asked) => void Promise.resolve(figures(asked)).then((message) => process.send(message)))
  process.on('disconnect', () => process.exit(0))
  process.send(ready)
}
