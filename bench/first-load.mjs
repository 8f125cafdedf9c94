import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { root } from '../scripts/run-step.mjs'
import { browserArguments } from '../scripts/test/browser-arguments.mjs'
import { startDemoProcess } from './server-process.mjs'
import { median } from './table.mjs'

const floorDist = join(root, '.bench/floor-react')
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })

async function buildFloor() {
  await build({
    root: join(root, 'bench/floor-react'),
    base: './',
    logLevel: 'error',
    configFile: false,
    build: { outDir: floorDist, emptyOutDir: true, modulePreload: { polyfill: false }, reportCompressedSize: false },
  })
}

/** The scripts that a page loads initially: its own, those preloaded, and all their static imports. */
function initialScripts(dist, page = 'index.html') {
  const html = readFileSync(join(dist, page), 'utf8')
  const first = [...html.matchAll(/<(?:script|link)[^>]*(?:src|href)="[./]*([^"]+\.js)"/g)].map((match) => match[1])
  const seen = new Set()
  const visit = (path) => {
    if (seen.has(path) || !existsSync(join(dist, path))) return
    seen.add(path)
    const text = readFileSync(join(dist, path), 'utf8')
    for (const [, target] of text.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w${},*\s]+from\s*)?["'](\.[^"']+\.js)["']/g,
    ))
      visit(join(path, '..', target))
  }
  first.forEach(visit)
  return [...seen]
}

const compressedKB = (dist) =>
  initialScripts(dist).reduce((sum, path) => sum + brotli(readFileSync(join(dist, path))).length, 0) / 1000

/** The floor page, served compressed as the portal's is, and with the guard for which a browser starts a process. */
async function serveFloor() {
  const files = new Map()
  const server = createServer((request, reply) => {
    const path = request.url === '/' ? 'index.html' : request.url.slice(1).split('?')[0]
    const file = join(floorDist, path)
    if (!existsSync(file)) return void reply.writeHead(404).end()
    // Compressed for the browser: brotli over https and on localhost, gzip over http elsewhere.
    const encoding = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') ? 'br' : 'gzip'
    const key = `${encoding} ${path}`
    if (!files.has(key))
      files.set(key, encoding === 'br' ? brotli(readFileSync(file)) : gzipSync(readFileSync(file), { level: 9 }))
    reply.writeHead(200, {
      'cross-origin-opener-policy': 'same-origin',
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-encoding': encoding,
    })
    reply.end(files.get(key))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return { url: `http://localhost:${server.address().port}/`, close: () => server.close() }
}

/**
 * Loads a page with an empty cache and waits until it is quiet.
 * @returns {Promise<{ firstPaint: number, largestPaint: number, kB: number }>} ms, ms, and thousands of bytes on the wire
 */
async function load(browser, url, slowdown) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.addInitScript(() => {
    globalThis.largestPaint = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.largestPaint = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  // Until the text below the header is there: LCP before it would be the header's.
  await page.locator('main, #root p').first().waitFor()
  const paints = await page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() =>
          setTimeout(
            () =>
              resolve({
                firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
                largestPaint: globalThis.largestPaint,
              }),
            200,
          ),
        ),
      ),
  )
  await context.close()
  return { ...paints, kB: bytes / 1000 }
}

/**
 * The first page for a signed-out user, compared with a page of React and one paragraph.
 * @param {{ browser: string, rounds?: number }} options browser: path of the executable
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function firstLoad({ browser: executablePath, rounds = 21 }) {
  await buildFloor()
  const dist = join(root, 'apps/web/dist')
  const floor = await serveFloor()
  const portal = await startDemoProcess()
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  try {
    const samples = { floor: [], slowFloor: [], ours: [], slow: [] }
    for (let round = 0; round <= rounds; round += 1) {
      const one = {
        floor: await load(browser, floor.url, 1),
        ours: await load(browser, `${portal.url}/`, 1),
        slow: await load(browser, `${portal.url}/`, 4),
        slowFloor: await load(browser, floor.url, 4),
      }
      // The first round warms the browser and the servers.
      if (round > 0) for (const key of Object.keys(samples)) samples[key].push(one[key])
    }
    const of = (key, field) => median(samples[key].map((sample) => sample[field]))
    return [
      {
        name: 'initial JS (brotli 11)',
        unit: 'kB',
        floor: compressedKB(floorDist),
        ours: compressedKB(dist),
        goal: { ratio: 1.9, most: 102 },
      },
      { name: 'first load, all that is transferred', unit: 'kB', ours: of('ours', 'kB'), goal: { most: 350 } },
      {
        name: 'first contentful paint, floor with our opener policy',
        unit: 'ms',
        floor: of('floor', 'firstPaint'),
        ours: of('ours', 'firstPaint'),
        goal: { ratio: 1.15 },
      },
      {
        name: 'largest contentful paint',
        unit: 'ms',
        floor: of('floor', 'largestPaint'),
        ours: of('ours', 'largestPaint'),
        goal: { most: 2500 },
      },
      {
        name: 'largest contentful paint, processor 4x slower',
        unit: 'ms',
        floor: of('slowFloor', 'largestPaint'),
        ours: of('slow', 'largestPaint'),
        goal: { ratio: 1.8, most: 2500 },
      },
    ]
  } finally {
    await browser.close()
    await portal.stop()
    floor.close()
  }
}
