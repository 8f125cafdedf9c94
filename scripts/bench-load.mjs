// npm run bench:load: L1 to L4 and L6 of docs/reliability.md, half a minute each at most.
//   npm run bench:load -- --seconds 60
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { load } from '../bench/load.mjs'
import { isMet, table } from '../bench/table.mjs'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '20' } } })
const seconds = Number(values.seconds)
if (!(seconds >= 1 && seconds <= 600)) throw new Error('--seconds takes 1 to 600')
const [others] = loadavg()
const measures = await load({ seconds })
console.log(
  `Node ${process.version}, ${cpus().length} cores, load of the machine before ${others.toFixed(1)}; ${seconds} s\n`,
)
console.log(table(measures))
console.log(`\n${measures.filter(isMet).length} of ${measures.length} goals met`)
