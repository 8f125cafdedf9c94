import { subscribe } from 'node:diagnostics_channel'
import { chromium } from 'playwright-core'
import { browserArguments } from '../scripts/test/browser-arguments.mjs'
import { openDemo } from './demo-page.mjs'
import { forked } from './forked.mjs'
import { median } from './table.mjs'

const rounds = 5
const largeGallery =
  '/subscriptions/c0470500-0000-4000-8000-00000000e000/resourceGroups/estateResourceGroup/providers/Microsoft.Compute/galleries/largeGallery'
const busiestKey = 'https://kv1-belgiumcentral.vault.azure.net/keys/key'

// What each view shows first, in the largest estate: figures, rows, or what depends on the busiest key.
const views = [
  { name: 'posture: first figures', address: '/estate', shown: 'of 110,99\\d', most: 1000 },
  {
    name: 'key health: first rows',
    address: '/disk-encryption-sets/key-health',
    shown: 'key vault',
    most: 500,
    row: true,
  },
  {
    name: 'key impact of 510 versions',
    address: `/disk-encryption-sets/key-impact?${new URLSearchParams({ key: busiestKey })}`,
    shown: '\\b510\\b',
    most: 1000,
  },
  {
    name: "preview of a rule on a gallery of 10,000 versions, after Azure's answers",
    address: `/clean-up-versions?${new URLSearchParams({ scope: largeGallery })}`,
    press: 'Preview',
    reply: '/api/clean-up-previews',
    shown: '9,9\\d\\d',
    most: 2000,
  },
]

// When Resource Graph has answered the portal, which runs in this process: the simulated one takes seconds.
const answers = []
subscribe('undici:request:trailers', ({ request }) => {
  if (request.path.includes('/Microsoft.ResourceGraph/')) answers.push(Date.now())
})

// Runs in the page: from the way to a view until it shows what is waited for, in ms; where a button is pressed for it,
// also when that is and when the server's reply was complete, in ms since 1970.
async function untilShown({ address, shown, press, reply, row = false }) {
  const nextFrame = () => new Promise(requestAnimationFrame)
  const button = () => [...document.querySelectorAll('main button')].find(({ innerText }) => innerText === press)
  const isShown = () =>
    new RegExp(shown, 'i').test(document.querySelector('main').innerText) &&
    (!row || document.querySelector('main [data-index="0"] a') !== null)
  const start = performance.now()
  history.pushState(null, '', address)
  if (press !== undefined) {
    while (button() === undefined) await nextFrame()
    button().click()
  }
  do await nextFrame()
  while (!isShown())
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const replied = performance.getEntriesByType('resource').findLast(({ name }) => name.endsWith(reply))
  const at = performance.now()
  return { ms: at - start, at: performance.timeOrigin + at, repliedAt: performance.timeOrigin + replied?.responseEnd }
}

/**
 * The views of the estate over 110,990 versions and 10,949 sets, each from a click until it shows its first facts.
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
        const { ms, at, repliedAt } = await page.evaluate(`(${untilShown})(${JSON.stringify(view)})`)
        times.push(view.press === undefined ? ms : at - answers.findLast((answered) => answered <= repliedAt))
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
