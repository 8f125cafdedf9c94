// npm run bench: what the portal costs, next to a theoretical minimum or a peer in the same run where a goal needs one.
//   npm run bench -- start load calls simulator     runs only the named parts (sign-in: what is waited for around it,
//   matrix: the Encryption tab, browse: the lists, navigation: from a click
//   to a page's content, estate: its views in the largest one, map: the regions of a version,
//   bulkheads: pages while a service of Azure that they do not need misbehaves)
//   npm run bench -- load --record                  also writes the figures to bench/record.json, which every run
//   prints beside its own
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { bffCalls } from '../bench/bff-calls.mjs'
import { browse } from '../bench/browse.mjs'
import { bulkheads } from '../bench/bulkheads/bulkheads.mjs'
import { codeOut } from '../bench/code-out.mjs'
import { coldStart } from '../bench/cold-start.mjs'
import { estate } from '../bench/estate.mjs'
import { firstLoad } from '../bench/first-load.mjs'
import { matrix } from '../bench/matrix.mjs'
import { navigation } from '../bench/navigation.mjs'
import { neighbour } from '../bench/neighbour.mjs'
import { regionMap } from '../bench/region-map.mjs'
import { signIn } from '../bench/sign-in.mjs'
import { simulatorReads } from '../bench/simulator.mjs'
import { isMet, recordedWith, table } from '../bench/table.mjs'
import { buildIfStale } from './build/web-build-state.mjs'
import { root } from './run-step.mjs'
import { findBrowser } from './test/find-browser.mjs'

const parts = {
  start: () => coldStart(),
  load: () => firstLoad({ browser: findBrowser() }),
  matrix: () => matrix({ browser: findBrowser() }),
  'sign-in': () => signIn({ browser: findBrowser() }),
  navigation: () => navigation({ browser: findBrowser() }),
  browse: () => browse({ browser: findBrowser() }),
  estate: () => estate({ browser: findBrowser() }),
  map: () => regionMap({ browser: findBrowser() }),
  calls: () => bffCalls(),
  bulkheads: () => bulkheads(),
  simulator: () => simulatorReads(),
  neighbour: () => neighbour(),
  code: () => codeOut(),
}
const recordFile = join(root, 'bench/record.json')
const words = process.argv.slice(2)
const asked = words.filter((word) => word !== '--record')
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`No part named ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}

await buildIfStale()

const measures = []
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  console.error(`Measuring: ${name} …`)
  try {
    measures.push(...(await parts[name]()))
  } catch (error) {
    // The other parts took minutes: they are still printed.
    console.error(`${name} failed:`, error)
    process.exitCode = 1
  }
}
const record = JSON.parse(readFileSync(recordFile, 'utf8'))
console.log(`Node ${process.version}, ${cpus().length} cores; medians; floor, peer and ours in turn in one run\n`)
console.log(table(measures, record))
if (words.includes('--record')) {
  const commit = execFileSync('git', ['rev-parse', '--short=8', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const run = {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`,
    date: new Date().toISOString().slice(0, 10),
    commit,
  }
  writeFileSync(recordFile, `${JSON.stringify(recordedWith(record, measures, run), null, 2)}\n`)
}
const missed = measures.filter((measure) => !isMet(measure)).length
console.log(`\n${measures.length - missed} of ${measures.length} goals met`)
