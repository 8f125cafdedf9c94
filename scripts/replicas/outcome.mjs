// The results: the requirements, and the figures.
import { longestPause } from './load.mjs'

/** @typedef {import('./setting.mjs').Setting} Setting */

/**
 * @param {Setting} setting whose load has been stopped
 * @param {{ put: { method: string, path: RegExp }, exchangesWithRedis: number }} known put: the request that creates the
 *   version in Azure; exchangesWithRedis: how many exchanges there were before Redis went
 * @returns {{ checks: Record<string, boolean>, figures: string }}
 */
export function outcomeOf({ azure, arrivals, replicas, nginx, tokens, load, session }, { put, exchangesWithRedis }) {
  const answered = nginx.answered().filter(({ path }) => path !== '/api/session')
  const byReplica = replicas.map(
    ({ address }) => answered.filter(({ upstreams }) => upstreams.at(-1) === address).length,
  )
  const puts = azure.requests.filter(({ method, path }) => method === put.method && put.path.test(path)).length
  const lost = answered.filter(({ status }) => status >= 500)
  const failed = load.failed()
  const logged = (/** @type {string} */ event, reason = '') =>
    replicas.reduce((sum, replica) => sum + replica.told(event, reason), 0)
  const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`

  const checks = {
    'every replica answered': byReplica.every((count) => count > 0),
    'no request of a user failed': failed.length === 0,
    "nothing went wrong before Ada's eyes": session.troubles.size === 0,
    'Ada signed in once': session.signIns() === 1,
    'Azure received the version once': puts === 1,
    'the creation lost its answer, and no read did':
      lost.filter(({ path }) => path === '/api/image-versions').length === 1 &&
      !lost.some(({ method }) => method === 'GET'),
  }
  const figures = {
    requests: `${answered.length}: ${load.outcomes.length} of the users, the rest of Ada's pages`,
    'by replica': byReplica.join(', '),
    'failed for a user': [failed.length, ...failed.map(({ path, status }) => `${status} ${path}`)].join('; '),
    'troubles in the browser': [...session.troubles].join('; ') || 'none',
    'passed on by nginx': answered.filter(({ upstreams }) => upstreams.length > 1).length,
    'asked again by users': load.outcomes.filter(({ retries }) => retries > 0).length,
    'answers that were lost': lost
      .map(({ method, path, status, upstreams }) => `${method} ${path} ${status} (${upstreams.join(', ')})`)
      .join('; '),
    'looked for in Azure': `by the browser, which found the version; at the servers ${logged('no-clear-answer')} unclear answers and ${logged('outcome-unknown')} unknown outcomes`,
    'PUT of the version': puts,
    'sign-ins of Ada': session.signIns(),
    'exchanges with Entra ID': `${exchangesWithRedis} for ${tokens.length + 1} tokens in ${replicas.length * 2 + 1} processes, then ${arrivals.exchanges() - exchangesWithRedis} without Redis`,
    'Redis slow for a moment': logged('redis-away', 'too slow'),
    'longest wait of a user': seconds(Math.max(...load.outcomes.map(({ ms }) => ms))),
    'longest pause for all': seconds(longestPause(load.outcomes)),
  }
  const lines = Object.entries(figures).map(([name, figure]) => `${name.padEnd(25)} ${figure}`)
  return { checks, figures: lines.join('\n') }
}
