// node bench/cold-sign-in/draw.mjs BEFORE [PATH]: draws docs/images/cold-sign-in.svg, a sign-in to the demo with an
// empty cache in the checkout BEFORE, which has been built, and in this one, in turns. PATH: the galleries in BEFORE.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { freePort } from '../../scripts/dev/free-port.mjs'
import { root } from '../../scripts/run-step.mjs'
import { browserArguments } from '../../scripts/test/browser-arguments.mjs'
import { findBrowser } from '../../scripts/test/find-browser.mjs'
import { startServer } from '../server-process.mjs'
import { drawTimelines } from './draw-timelines.mjs'
import { signInCold } from './sign-in-cold.mjs'

const rounds = 5
const galleries = '/galleries'
const [before, galleriesBefore = galleries] = process.argv.slice(2)
if (before === undefined) {
  console.error('Name the checkout of the portal as it was: node bench/cold-sign-in/draw.mjs ../before')
  process.exit(1)
}
const commitOf = (cwd) => execFileSync('git', ['rev-parse', '--short=8', 'HEAD'], { cwd, encoding: 'utf8' }).trim()

async function startPortal(folder, path) {
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  const env = { PORT: port, SIMULATOR_PORT: '0', LOG_LEVEL: 'silent' }
  const server = await startServer({ script: 'apps/bff/src/demo.ts', url: `${url}/readyz`, env, folder })
  return { address: `${url}${path}`, stop: server.stop, timelines: [] }
}

const ended = ({ marks }) => marks.at(-1)?.at ?? Infinity
/** The visit in the middle: none that was lucky, none that something else held up. */
const middle = (timelines) =>
  timelines.toSorted((one, other) => ended(one) - ended(other))[Math.floor(timelines.length / 2)]

const portals = [await startPortal(before, galleriesBefore), await startPortal(root, galleries)]
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
try {
  // The first round warms the browser and the servers.
  for (let round = 0; round <= rounds; round += 1)
    for (const { address, timelines } of portals) {
      const timeline = await signInCold(browser, address)
      if (round > 0) timelines.push(timeline)
    }
} finally {
  await browser.close()
  await Promise.all(portals.map(({ stop }) => stop()))
}
const [old, now] = portals.map(({ timelines }) => middle(timelines))
const picture = join(root, 'docs/images/cold-sign-in.svg')
writeFileSync(
  picture,
  drawTimelines([
    { title: `Before (${commitOf(before)})`, timeline: old },
    { title: `After (${commitOf(root)})`, timeline: now },
  ]),
)
console.log(`${picture}: ${Math.round(ended(old))} ms before, ${Math.round(ended(now))} ms after`)
