import { chromium } from 'playwright-core'
import { browserArguments } from '../scripts/test/browser-arguments.mjs'
import { openDemo } from './demo-page.mjs'
import { forked } from './forked.mjs'
import { scrollFrame } from './interaction.mjs'
import { median } from './table.mjs'

const versions = 10_000
const rounds = 5
const viewport = { width: 1440, height: 900 }
const list = '[aria-busy]:has(> [role=table])'

// Runs in the page: from a click on the way to the list until its first row has been painted, in ms.
async function untilFirstRow(link) {
  const start = performance.now()
  document.querySelector(link).click()
  while (document.querySelector('[data-index="0"] a[href^="/image-version?"]') === null)
    await new Promise(requestAnimationFrame)
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - start
}

async function emptyScroller(browser) {
  const page = await browser.newPage({ viewport })
  await page.setContent('<div style="height:520000px"></div>')
  const scroll = await scrollFrame(page, 'html')
  await page.close()
  return scroll
}

/**
 * The list of 10,000 image versions in the running portal, its scrolling compared with that of an empty page.
 * @param {{ browser: string }} options browser: path of the executable
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function browse({ browser: executablePath }) {
  const azure = await forked('browse-azure.mjs', { VERSIONS: String(versions) })
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  const { page, url, close } = await openDemo(browser, azure.ready)
  try {
    const first = []
    for (let round = 0; round <= rounds; round += 1) {
      // Nothing of the previous round is kept: the page is reloaded.
      await page.goto(`${url}/galleries`, { waitUntil: 'networkidle' })
      first.push(await page.evaluate(`(${untilFirstRow})('nav a[href="/image-versions"]')`))
    }
    // With those of the demo.
    await page.getByText(/^10,\d{3} results$/).waitFor()
    const floor = await emptyScroller(browser)
    const scroll = await scrollFrame(page, 'html')
    const elements = await page.evaluate((wanted) => document.querySelector(wanted).querySelectorAll('*').length, list)
    return [
      {
        name: 'browse 10,000 versions: first rows',
        unit: 'ms',
        ours: median(first.slice(1)),
        goal: { most: 300 },
      },
      {
        name: 'browse 10,000 versions: scroll, 95th percentile of frames',
        unit: 'ms',
        floor,
        ours: scroll,
        goal: { ratio: 1.2 },
      },
      { name: 'browse 10,000 versions: elements', unit: '', ours: elements, goal: { most: 1000 } },
    ]
  } finally {
    await close()
    await browser.close()
    await azure.stop()
  }
}
