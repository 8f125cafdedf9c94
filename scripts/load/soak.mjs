// npm run soak: L5 of docs/reliability.md. Sixty users behind one address read 100 pages a second and two of them create
// versions, for 30 minutes. In each minute something else goes wrong for half of it.
//   npm run soak -- --minutes 2
import { setTimeout as after } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startSoak } from '../../bench/load/load-process.mjs'
import {
  definition,
  foundSets,
  inventory,
  keys,
  listsOfGraph,
  poll,
  subscriptions,
} from '../../bench/load/load-requests.mjs'
import { createVersions, halfRequests } from '../../bench/load/soak-users.mjs'
import { steadyLoad } from '../../bench/load/steady-load.mjs'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } })
const minutes = Number(values.minutes)
if (!(minutes >= 1 && minutes <= 240)) throw new Error('--minutes takes 1 to 240')

const users = 60
/** Each page with the services that it needs, by the names of `misbehaviour`. */
const pages = [
  ...listsOfGraph.map((path) => ({ path, needs: ['ResourceGraph'] })),
  { path: foundSets, needs: ['ResourceGraph'] },
  { path: subscriptions, needs: ['ResourceManager'] },
  { path: poll, needs: ['Compute'] },
  { path: keys, needs: ['KeyVault'] },
  { path: inventory, needs: ['Compute', 'KeyVault', 'Network', 'ResourceManager', 'Storage'] },
]
const faults = [
  { service: 'ResourceGraph', how: 'hangs' },
  { service: 'KeyVault', how: 'fails half the time' },
  { service: 'Compute', how: 'is slow by 2 s' },
  { service: 'EntraId', how: 'hangs' },
  { how: 'loses answers to writes' },
  { service: 'ResourceManager', how: 'hangs' },
  { service: 'Compute', how: 'fails half the time' },
  { service: 'KeyVault', how: 'hangs' },
  { how: 'a user sends half requests' },
  { service: 'Compute', how: 'hangs' },
]
// what a page answers that needs a service that is ill
const told = [200, 429, 502, 503, 504]
const tokenMinutes = 10

const pathOf = (index) => pages[index % pages.length].path

/** Whether a page was answered as it should be while `service` is ill. */
function isLost({ status }, { needs }, service) {
  return needs.includes(service) ? !told.includes(status) : status !== 200
}

const soak = await startSoak({ users: users + 1 })
const samples = []
const wanted = []
let { tokens } = soak
let lost = 0
try {
  // Code is compiled, and every user has a token for Azure.
  await steadyLoad({ origin: soak.url, tokens: tokens.slice(0, users), perSecond: 30, seconds: 10, pathOf })
  for (let minute = 1; minute <= minutes; minute += 1) {
    // A token lives a quarter of an hour there.
    if (minute % tokenMinutes === 0) ({ tokens } = await soak.azure({ signIn: true }))
    const { service, how } = faults[(minute - 1) % faults.length]
    const misbehave = async () => {
      await after(15_000)
      await soak.azure({ service, how })
      const attack = how === 'a user sends half requests' ? halfRequests(soak.url, tokens.at(-1), 300) : undefined
      await after(30_000)
      attack?.end()
      await soak.azure()
    }
    const load = { origin: soak.url, tokens: tokens.slice(0, users), perSecond: 100, seconds: 60, patienceMs: 30_000 }
    const writers = tokens.slice(0, 2).map((token, number) => ({ token, first: `50.${number}.${minute}0` }))
    const [answers, ...created] = await Promise.all([
      steadyLoad({ ...load, pathOf }),
      ...writers.map(({ token, first }) => createVersions({ origin: soak.url, token, definition, first, count: 5 })),
      misbehave(),
    ])
    wanted.push(...created.slice(0, writers.length).flat())
    const bad = answers.flatMap((answer, index) => {
      const page = pages[index % pages.length]
      return isLost(answer, page, service) ? [`${answer.status} ${page.path.split('?')[0]}`] : []
    })
    lost += bad.length
    const figures = await soak.figures()
    samples.push(figures)
    const { rssMb, handles, eventLoopP99Ms } = figures
    console.log(
      `minute ${minute}: ${service ?? 'Azure'} ${how}: ${rssMb.toFixed(0)} MB, ${handles} handles, event loop p99 ${eventLoopP99Ms.toFixed(0)} ms, lost: ${bad.length}${bad.length > 0 ? ` (${[...new Set(bad)].join(', ')})` : ''}`,
    )
  }
  const { accepted } = await soak.azure()
  for (const { id, status } of wanted) {
    const times = accepted[id] ?? 0
    if (status === 200 && times === 1) continue
    lost += 1
    console.log(`${id}: answered ${status}, accepted by Azure ${times} times`)
  }
} finally {
  await soak.stop()
}
// caches fill and code is compiled in the first third, ten minutes of thirty
const settled = Math.floor(minutes / 3)
const from = samples[settled] ?? samples[0]
const to = samples.at(-1)
const slope = fittedSlope(samples.slice(settled).map(({ rssMb }) => rssMb))
console.log(
  `${slope.toFixed(2)} MB a minute after minute ${settled + 1}; handles ${from.handles} to ${to.handles}; ${wanted.length} versions created, each once unless named; ${lost} lost`,
)
process.exitCode = slope <= 1 && to.handles <= from.handles + 20 && lost === 0 ? 0 : 1

/** Of the line that fits best, per sample: two single samples differ by when the memory was last cleaned up. */
function fittedSlope(values) {
  const [middle, mean] = [(values.length - 1) / 2, values.reduce((sum, value) => sum + value, 0) / values.length]
  const spread = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0)
  return spread === 0 ? 0 : values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0) / spread
}
