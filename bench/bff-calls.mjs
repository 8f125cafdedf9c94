import { existsSync, readFileSync } from 'node:fs'
import { requestLoop } from './load/request-loop.mjs'
import { benchRegistration, processorTime, startedAt } from './server-process.mjs'
import { median } from './table.mjs'

const servers = { peer: 'bench/peer-server.mjs', ours: 'bench/bff-server.mjs' }

const calls = [
  {
    name: 'short reply (subscriptions)',
    call: 'subscriptions',
    goals: { processor: { ofPeer: 0.4 }, time: { ofPeer: 0.6 } },
  },
  {
    name: 'checked reply (20 image versions)',
    call: 'versions',
    goals: { processor: { ofPeer: 0.45 }, time: { ofPeer: 0.6 } },
  },
  {
    name: 'reply by the SDK (one image version)',
    call: 'version',
    goals: { processor: { ofPeer: 0.75 }, time: { ofPeer: 0.75 } },
  },
]

/**
 * The cost of one call through the portal's server, compared with a server of the same packages that lacks the portal's
 * guards: a short reply, a list of 20 image versions that is validated field by field and reduced to what the browser
 * needs, and one version, which both read with the SDK.
 * @param {{ rounds?: number, requests?: number, sides?: Record<string, string> }} options sides: the script of each
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function bffCalls({ rounds = 5, requests = 1500, sides = servers } = {}) {
  const REGISTRATION = JSON.stringify(benchRegistration)
  const stub = await startedAt('bench/stub-azure.mjs', '/bench', { REGISTRATION })
  const running = [stub]
  try {
    const { userToken, definition } = await (await fetch(`${stub.origin}/bench`)).json()
    const headers = { authorization: `Bearer ${userToken}` }
    const paths = {
      subscriptions: '/api/subscriptions',
      versions: `/api/image-versions?imageDefinitionId=${encodeURIComponent(definition)}`,
      version: `/api/image-version?id=${encodeURIComponent(`${definition}/versions/1.0.0`)}`,
    }
    const targets = []
    for (const [side, script] of Object.entries(sides)) {
      const server = await startedAt(script, '/readyz', { REGISTRATION, UPSTREAM: stub.origin })
      running.push(server)
      targets.push({ side, pid: server.pid, origin: server.origin, headers, idle: residentMb(server.pid) })
    }
    const measures = []
    for (const { name, call, goals } of calls) {
      const processor = Object.fromEntries(targets.map(({ side }) => [side, []]))
      const time = Object.fromEntries(targets.map(({ side }) => [side, []]))
      // In the first two rounds, all compile their hot code.
      for (let round = -1; round <= rounds; round += 1) {
        for (const { side, pid, idle: _, ...target } of targets) {
          const path = paths[call]
          const before = existsSync('/proc') ? processorTime(pid) : 0
          await requestLoop({ ...target, path, connections: 16, requests })
          const used = existsSync('/proc') ? (processorTime(pid) - before) / requests : 0
          const alone = await requestLoop({ ...target, path, connections: 1, requests: Math.ceil(requests / 5) })
          if (round < 1) continue
          processor[side].push(used)
          time[side].push(median(alone) * 1000)
        }
      }
      const row = (what, values, goal) => ({
        name: `${name}: ${what}`,
        unit: 'us',
        ...Object.fromEntries(Object.entries(values).map(([side, list]) => [side, median(list)])),
        goal,
      })
      if (existsSync('/proc')) measures.push(row('processor time a request', processor, goals.processor))
      measures.push(row('p50, one connection', time, goals.time))
    }
    const memory = (name, mb) => ({
      name: `memory of the process: ${name}`,
      unit: 'MB',
      ...Object.fromEntries(targets.map((target) => [target.side, mb(target)])),
      goal: { ofPeer: 2 },
    })
    return [
      ...measures,
      memory('before a request', ({ idle }) => idle),
      memory('after all', ({ pid }) => residentMb(pid)),
    ].filter(({ ours }) => !Number.isNaN(ours))
  } finally {
    for (const server of running.toReversed()) await server.stop()
  }
}

/** What a process has in memory, MB; NaN where there is no /proc. */
function residentMb(pid) {
  if (!existsSync('/proc')) return NaN
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}
