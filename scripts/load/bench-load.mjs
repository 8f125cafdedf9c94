// npm run bench:load: L1 to L4 and L6 to L8 of docs/reliability.md, half a minute each at most.
//   npm run bench:load -- --seconds 60
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { coldStart } from '../../bench/cold-start.mjs'
import { firstLoad } from '../../bench/first-load.mjs'
import { load } from '../../bench/load/load.mjs'
import { isMet, table } from '../../bench/table.mjs'
import { buildIfStale } from '../build/web-build-state.mjs'
import { findBrowser } from '../test/find-browser.mjs'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '20' } } })
const seconds = Number(values.seconds)
if (!(seconds >= 1 && seconds <= 600)) throw new Error('--seconds takes 1 to 600')
await buildIfStale()
const named = (id, all) => all.map((measure) => ({ ...measure, name: `${id}: ${measure.name}` }))
const [others] = loadavg()
const measures = [
  ...(await load({ seconds })),
  ...named('L7', await coldStart()),
  ...named(
    'L8',
    (await firstLoad({ browser: findBrowser() })).filter(({ goal }) => goal.ratio === undefined),
  ),
]
console.log(
  `Node ${process.version}, ${cpus().length} cores, load of the machine before ${others.toFixed(1)}; ${seconds} s\n`,
)
console.log(table(measures))
console.log(`\n${measures.filter(isMet).length} of ${measures.length} goals met`)
