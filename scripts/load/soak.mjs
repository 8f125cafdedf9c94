// npm run soak: L5 of docs/reliability.md. 100 requests a second, 5 of Azure's answers a second fail, for 30 minutes.
//   npm run soak -- --minutes 2
import { parseArgs } from 'node:util'
import { startLoadProcess } from '../../bench/load/load-process.mjs'
import { mixedPathOfTurn } from '../../bench/load/load-requests.mjs'
import { steadyLoad } from '../../bench/load/steady-load.mjs'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } })
const minutes = Number(values.minutes)
if (!(minutes >= 1 && minutes <= 240)) throw new Error('--minutes takes 1 to 240')

// caches fill and code is compiled in the first third, ten minutes of thirty
const settled = Math.floor(minutes / 3)
const server = await startLoadProcess({ faultsPerSecond: 5 })
const samples = []
let lost = 0
try {
  const { url: origin } = server
  for (let minute = 1; minute <= minutes; minute += 1) {
    // A token lives a quarter of an hour there.
    const { tokens } = await server.azure()
    const pathOf = mixedPathOfTurn(tokens.length)
    const answers = await steadyLoad({ origin, tokens, perSecond: 100, seconds: 60, pathOf })
    // no response, or an error other than the planted one
    const bad = answers.map(({ status }) => status).filter((status) => ![200, 502, 503].includes(status))
    lost += bad.length
    const figures = await server.figures()
    samples.push(figures)
    const { rssMb, handles, eventLoopP99Ms } = figures
    console.log(
      `minute ${minute}: ${rssMb.toFixed(0)} MB, ${handles} handles, event loop p99 ${eventLoopP99Ms.toFixed(0)} ms, lost: ${bad.length}${bad.length > 0 ? ` (${[...new Set(bad)].join(', ')})` : ''}`,
    )
  }
} finally {
  await server.stop()
}
const from = samples[settled] ?? samples[0]
const to = samples.at(-1)
const steps = Math.max(1, samples.length - 1 - settled)
const slope = (to.rssMb - from.rssMb) / steps
console.log(
  `${slope.toFixed(2)} MB a minute after minute ${settled + 1}; handles ${from.handles} to ${to.handles}; ${lost} lost`,
)
process.exitCode = slope <= 1 && to.handles <= from.handles + 20 && lost === 0 ? 0 : 1
