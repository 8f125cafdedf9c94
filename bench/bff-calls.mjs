import { existsSync } from 'node:fs'
import { apiVersions } from '../packages/arm/src/index.ts'
import { freePort } from '../scripts/dev/free-port.mjs'
import { requestLoop } from './load/request-loop.mjs'
import { processorTime, startServer } from './server-process.mjs'
import { median } from './table.mjs'

const apiVersion = `?api-version=${apiVersions.galleries.version}`
const registration = {
  tenantId: '00000000-0000-4000-8000-0000000000c0',
  portalClientId: '00000000-0000-4000-8000-0000000000c1',
  apiClientId: '00000000-0000-4000-8000-0000000000c2',
}

/**
 * The cost of one call through the portal's server, compared with a plain proxy to the same replies: a short reply, and
 * a list of 20 image versions that is validated field by field and reduced to what the browser needs.
 * @param {{ rounds?: number, requests?: number }} options
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function bffCalls({ rounds = 3, requests = 2000 } = {}) {
  const REGISTRATION = JSON.stringify(registration)
  const ports = { stub: await freePort(), bare: await freePort(), bff: await freePort() }
  const at = (name) => `http://127.0.0.1:${ports[name]}`
  const start = (name, script, ready) =>
    startServer({
      script,
      url: `${at(name)}${ready}`,
      env: { PORT: String(ports[name]), UPSTREAM: at('stub'), REGISTRATION },
    })
  const running = []
  try {
    running.push(await start('stub', 'bench/stub-azure.mjs', '/bench'))
    const { userToken, definition } = await (await fetch(`${at('stub')}/bench`)).json()
    const bare = await start('bare', 'bench/bare-proxy.mjs', `/subscriptions${apiVersion}`)
    running.push(bare)
    const bff = await start('bff', 'bench/bff-server.mjs', '/readyz')
    running.push(bff)

    const headers = { authorization: `Bearer ${userToken}` }
    const calls = [
      {
        name: 'short reply (subscriptions)',
        goal: 1.75,
        floor: { origin: at('bare'), path: `/subscriptions${apiVersion}` },
        ours: { origin: at('bff'), path: '/api/subscriptions', headers },
      },
      {
        name: 'checked reply (20 image versions)',
        goal: 2.25,
        floor: { origin: at('bare'), path: `${definition}/versions${apiVersion}` },
        ours: {
          origin: at('bff'),
          path: `/api/image-versions?imageDefinitionId=${encodeURIComponent(definition)}`,
          headers,
        },
      },
    ]
    const measures = []
    for (const { name, goal, floor, ours } of calls) {
      const sides = { floor: { ...floor, pid: bare.pid }, ours: { ...ours, pid: bff.pid } }
      const processor = { floor: [], ours: [] }
      const time = { floor: [], ours: [] }
      // In the first round, both compile their hot code.
      for (let round = 0; round <= rounds; round += 1) {
        for (const [side, { pid, ...target }] of Object.entries(sides)) {
          const before = existsSync('/proc') ? processorTime(pid) : 0
          await requestLoop({ ...target, connections: 16, requests })
          const used = existsSync('/proc') ? (processorTime(pid) - before) / requests : 0
          const alone = await requestLoop({ ...target, connections: 1, requests: Math.ceil(requests / 5) })
          if (round === 0) continue
          processor[side].push(used)
          time[side].push(median(alone) * 1000)
        }
      }
      const row = (what, values, ratio) => ({
        name: `${name}: ${what}`,
        unit: 'us',
        floor: median(values.floor),
        ours: median(values.ours),
        goal: { ratio },
      })
      if (existsSync('/proc')) measures.push(row('processor time a request', processor, goal))
      measures.push(row('p50, one connection', time, 1.3))
    }
    return measures
  } finally {
    for (const server of running.toReversed()) await server.stop()
  }
}
