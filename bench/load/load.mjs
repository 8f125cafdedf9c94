import { forked } from '../forked.mjs'
import { startLoadProcess } from './load-process.mjs'
import { firstSets, foundSets, mixedPathOfTurn, underWay } from './load-requests.mjs'
import { requestLoop } from './request-loop.mjs'
import { percentile, steadyLoad } from './steady-load.mjs'

const measure = (name, unit, { ours, most }) => ({ name, unit, ours, goal: { most } })
const notAnswered = (answers) => answers.filter(({ status }) => status !== 200).length

/**
 * What load the portal supports, with the simulator in another process and the sender in this one, all on the same
 * machine.
 * @param {{ seconds?: number }} options duration of each load
 * @returns {Promise<import('../table.mjs').Measure[]>}
 */
export async function load({ seconds = 20 } = {}) {
  return [
    ...(await manyRequests(seconds)),
    ...(await manySets()),
    ...(await manyOperations()),
    ...(await manyVisitors(seconds)),
  ]
}

async function manyRequests(seconds) {
  const { url: origin, tokens, figures, stop } = await startLoadProcess()
  try {
    const base = { origin, tokens, pathOf: mixedPathOfTurn(tokens.length) }
    // compilation and connection of the first requests must not be measured
    await steadyLoad({ ...base, perSecond: 50, seconds: 3 })
    await figures()
    const steady = await steadyLoad({ ...base, perSecond: 200, seconds })
    const { eventLoopP99Ms } = await figures()
    const peak = await steadyLoad({ ...base, perSecond: 1000, seconds: Math.ceil(seconds / 2) })
    const after = await steadyLoad({ ...base, perSecond: 20, seconds: 10 })
    const ms = steady.map((answer) => answer.ms)
    const shed = peak.filter(({ status, retryAfter }) => (status === 503 || status === 429) && retryAfter)
    return [
      measure('L1: 200 requests/s, p95', 'ms', { ours: percentile(ms, 0.95), most: 150 }),
      measure('L1: 200 requests/s, p99', 'ms', { ours: percentile(ms, 0.99), most: 400 }),
      measure('L1: not answered with 200', '', { ours: notAnswered(steady), most: 0 }),
      measure('L1: event loop, p99', 'ms', { ours: eventLoopP99Ms, most: 50 }),
      measure('L2: 1,000 requests/s, neither 200 nor a refusal with a time', '', {
        ours: notAnswered(peak) - shed.length,
        most: 0,
      }),
      measure('L2: not answered with 200 in the 10 s after', '', { ours: notAnswered(after), most: 0 }),
    ]
  } finally {
    await stop()
  }
}

async function manySets() {
  const { url: origin, tokens, figures, stop } = await startLoadProcess({ moreSets: 10_000 })
  try {
    const ask = { origin, headers: { authorization: `Bearer ${tokens[0]}` }, connections: 1 }
    await requestLoop({ ...ask, path: firstSets, requests: 3 })
    const before = await figures()
    const first = await requestLoop({ ...ask, path: firstSets, requests: 20 })
    const found = await requestLoop({ ...ask, path: foundSets, requests: 20 })
    const { rssMb } = await figures()
    return [
      measure('L3: first page of 10,000 sets, p95', 'ms', { ours: percentile(first, 0.95), most: 300 }),
      measure('L3: search among 10,000 sets, p95', 'ms', { ours: percentile(found, 0.95), most: 200 }),
      measure('L3: memory grown meanwhile', 'MB', { ours: Math.max(0, rssMb - before.rssMb), most: 60 }),
    ]
  } finally {
    await stop()
  }
}

// seconds between two refreshes of the operations in progress on an open page, on Azure itself
const pollSeconds = 15

/** The server calls Azure only for requests of a page, and a page requests all operations in progress at once. */
async function manyOperations() {
  const { url: origin, tokens, azure, stop } = await startLoadProcess({ versionsUnderWay: 1000 })
  try {
    const look = { origin, path: underWay, headers: { authorization: `Bearer ${tokens[0]}` }, connections: 1 }
    const before = await azure()
    // the first refresh also reads what later ones can reuse
    const times = await requestLoop({ ...look, requests: 4 })
    const calls = (await azure()).requests - before.requests
    return [
      measure('L4: requests to Azure, an open page', '1/s', { ours: calls / (4 * pollSeconds), most: 10 }),
      measure('L4: a look at 1,000 operations, the longest', 'ms', { ours: Math.max(...times), most: 1000 }),
    ]
  } finally {
    await stop()
  }
}

const visitors = 200

async function manyVisitors(seconds) {
  const { ready, ask, stop } = await forked('load/load-demo.mjs', { VISITORS: String(visitors) })
  try {
    const base = { origin: ready.url, tokens: ready.tokens, pathOf: mixedPathOfTurn(visitors) }
    await steadyLoad({ ...base, perSecond: 50, seconds: 4 })
    const answers = await steadyLoad({ ...base, perSecond: 50, seconds })
    const { rssMb } = await ask()
    const ms = answers.map((answer) => answer.ms)
    return [
      measure('L6: 200 sandboxes, a request each in 4 s, p95', 'ms', { ours: percentile(ms, 0.95), most: 250 }),
      measure('L6: not answered with 200', '', { ours: notAnswered(answers), most: 0 }),
      measure('L6: memory of the whole demonstration', 'MB', { ours: rssMb, most: 512 }),
    ]
  } finally {
    await stop()
  }
}
