import { chromium } from 'playwright-core'
import { browserArguments } from '../scripts/test/browser-arguments.mjs'
import { openDemo } from './demo-page.mjs'
import { forked } from './forked.mjs'
import { median } from './table.mjs'

const rounds = 5
const busiestKey = 'https://kv1-belgiumcentral.vault.azure.net/keys/key'

// What each view shows first, in the largest estate: figures, rows, or what depends on the busiest key.
const views = [
  { name: 'posture: first figures', address: '/estate', shown: 'of 100,99\\d', most: 1000 },
  { name: 'key health: first rows', address: '/estate/key-health', shown: 'key vault', most: 500, row: true },
  {
    name: 'key impact of 510 versions',
    address: `/estate/key-impact?${new URLSearchParams({ key: busiestKey })}`,
    shown: '\\b510\\b',
    most: 1000,
  },
]

// Runs in the page: from the way to a view until it shows what is waited for, in ms.
async function untilShown({ address, shown, row = false }) {
  const isShown = () =>
    new RegExp(shown, 'i').test(document.querySelector('main').innerText) &&
    (!row || document.querySelector('main [data-index="0"] a') !== null)
  const start = performance.now()
  history.pushState(null, '', address)
  do await new Promise(requestAnimationFrame)
  while (!isShown())
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - start
}

/**
 * The views of the estate over 100,990 versions and 10,949 sets, each from a click until it shows its first facts.
 * @param {{ browser: string }} options browser: path of the executable
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function estate({ browser: executablePath }) {
  const azure = await forked('estate-azure.mjs', {})
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  const { page, url, close } = await openDemo(browser, azure.ready)
  try {
    const measures = []
    for (const { name, most, ...view } of views) {
      const times = []
      for (let round = 0; round <= rounds; round += 1) {
        // Nothing of the previous round is kept: the page is reloaded.
        await page.goto(`${url}/help`, { waitUntil: 'networkidle' })
        times.push(await page.evaluate(`(${untilShown})(${JSON.stringify(view)})`))
      }
      measures.push({ name: `estate, ${name}`, unit: 'ms', ours: median(times.slice(1)), goal: { most } })
    }
    return measures
  } finally {
    await close()
    await browser.close()
    await azure.stop()
  }
}
