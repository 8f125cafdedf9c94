import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { manualClock, startAzureSimulator } from '@portal/azure-simulator'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { root } from '../scripts/run-step.mjs'
import { browserArguments } from '../scripts/test/browser-arguments.mjs'
import { openDemo } from './demo-page.mjs'
import { paintedAfter } from './interaction.mjs'
import { median } from './table.mjs'

const dist = join(root, '.bench/region-map')
const rounds = 7
const viewport = { width: 1440, height: 900 }
const draw = (argument) => globalThis.drawMap(argument)

/** Gives ubuntu-web 1.1.0 each region of the subscription, replicating for two hours. */
function replicateEverywhere({ world }, names, now) {
  const version = world.store.list('').find(({ id }) => id.endsWith('/ubuntu-web/versions/1.1.0'))
  const { publishingProfile } = version.properties
  const [first] = publishingProfile.targetRegions
  const targetRegions = names.map((name) => ({ ...first, name }))
  const replication = Object.fromEntries(names.map((name) => [name, { startedAt: now, endsAt: now + 7_200_000 }]))
  const properties = { ...version.properties, publishingProfile: { ...publishingProfile, targetRegions } }
  world.store.put({ ...version, properties, replication })
  return version.id
}

function observeShifts() {
  globalThis.shifted = 0
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shifted += value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** The page of a version in all regions: what moves by itself from its first paint over three polls. */
async function layoutShift(browser) {
  const clock = manualClock('2026-11-24T09:00:00Z')
  const azure = await startAzureSimulator({ port: 0, clock, throttling: 'off' })
  const { page, url, close } = await openDemo(browser, azure)
  try {
    const open = async (id) => {
      const read = page.waitForResponse(/\/api\/region-places/)
      await page.goto(`${url}/image-version?${new URLSearchParams({ id })}`)
      const places = await (await read).json()
      await page.locator('main svg[role=img] g').first().waitFor()
      return places
    }
    const id = replicateEverywhere(azure, ['westus'], clock.now())
    const places = await open(id)
    replicateEverywhere(
      azure,
      ['westus', ...places.map(({ name }) => name).filter((name) => name !== 'westus')],
      clock.now(),
    )
    await page.addInitScript(observeShifts)
    await open(id)
    for (let poll = 0; poll < 3; poll += 1) {
      clock.advance(600_000)
      await page.waitForResponse(/\/api\/image-version\?/)
    }
    const shifted = await page.evaluate(
      () => new Promise((resolve) => setTimeout(() => resolve(globalThis.shifted), 500)),
    )
    return { places, shifted }
  } finally {
    await close()
    await azure.close()
  }
}

async function serve() {
  const types = { html: 'text/html', js: 'text/javascript' }
  const server = createServer((request, reply) => {
    const path = request.url === '/' ? 'index.html' : request.url.slice(1)
    reply.writeHead(200, { 'content-type': types[path.split('.').at(-1)] ?? 'text/plain' })
    reply.end(path.includes('favicon') ? '' : readFileSync(join(dist, path)))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

async function drawTimes(browser, places) {
  await build({
    root: join(root, 'bench/region-map'),
    base: './',
    logLevel: 'error',
    configFile: false,
    build: { outDir: dist, emptyOutDir: true, reportCompressedSize: false, chunkSizeWarningLimit: 4000 },
  })
  const server = await serve()
  try {
    const page = await browser.newPage({ viewport })
    await page.goto(server.url)
    const [mounts, updates] = [[], []]
    for (let round = 0; round <= rounds; round += 1) {
      await paintedAfter(page, draw, [null, 0])
      mounts.push(await paintedAfter(page, draw, [places, 0]))
      updates.push(await page.evaluate(([all, progress]) => globalThis.updateMap([all, progress]), [places, 30]))
    }
    await page.close()
    return { mount: median(mounts.slice(1)), update: median(updates.slice(1)) }
  } finally {
    server.close()
  }
}

/**
 * The map of a version in all regions: mounted, updated in every dot as by a poll, and what moves on the page.
 * @param {{ browser: string }} options browser: path of the executable
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function regionMap({ browser: executablePath }) {
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  try {
    const { places, shifted } = await layoutShift(browser)
    const { mount, update } = await drawTimes(browser, places)
    // A figure that gets a digit more is a shift of 0.00001.
    const of = `map of ${places.length} regions`
    return [
      { name: `${of}: mount`, unit: 'ms', ours: mount, goal: { most: 50 } },
      { name: `${of}: update of every dot`, unit: 'ms', ours: update, goal: { most: 16 } },
      { name: `${of}: layout shift`, unit: '', ours: shifted, goal: { most: 0.004 } },
    ]
  } finally {
    await browser.close()
  }
}
