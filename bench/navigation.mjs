import { chromium } from 'playwright-core'
import { browserArguments } from '../scripts/test/browser-arguments.mjs'
import { openDemo } from './demo-page.mjs'
import { forked } from './forked.mjs'
import { median } from './table.mjs'

const rounds = 5
/** An ordinary laptop beside a video call. */
const slow = 4

/** Each main page: its address, and a text of its own content, which comes with Azure's answers. */
const pagesOf = (compute) => {
  const gallery = `${compute}/galleries/contosoGallery`
  const definition = `${gallery}/images/ubuntu-web`
  const version = `${definition}/versions/1.1.0`
  const set = `${compute}/diskEncryptionSets/WestUSDiskEncryptionSet1`
  const machine = `${compute}/virtualMachines/golden-vm`
  const at = (path, name, id) => `${path}?${new URLSearchParams({ [name]: id })}`
  return [
    { name: 'Home', path: '/', text: 'ubuntu-web' },
    { name: 'Galleries', path: '/image-versions/galleries', text: 'contosoGallery' },
    { name: 'A gallery', path: at('/gallery', 'id', gallery), text: 'ubuntu-web' },
    { name: 'An image definition', path: at('/image-definition', 'id', definition), text: '1.1.0' },
    { name: 'Image versions', path: '/image-versions', text: 'ubuntu-web 1.1.0' },
    { name: 'An image version', path: at('/image-version', 'id', version), text: 'West US' },
    { name: 'Create image version', path: at('/create-image-version', 'definition', definition), text: 'Encryption' },
    { name: 'Update image version', path: at('/update-image-version', 'id', version), text: 'West US' },
    { name: 'Disk encryption sets', path: '/disk-encryption-sets', text: 'WestUSDiskEncryptionSet1' },
    { name: 'A disk encryption set', path: at('/disk-encryption-set', 'id', set), text: 'West US' },
    { name: 'Virtual machines', path: '/estate/virtual-machines', text: 'golden-vm' },
    { name: 'A virtual machine', path: at('/virtual-machine', 'id', machine), text: 'West US' },
    { name: 'Encryption overview', path: '/estate', text: 'Contoso Production' },
    { name: 'Key health', path: '/disk-encryption-sets/key-health', text: 'DiskEncryptionSet' },
  ]
}

// Runs in the page: a link's way there, until the page's own content has been painted.
async function visit({ path, text }) {
  const main = () => document.querySelector('main')
  const before = main()?.querySelector('h1')
  performance.clearResourceTimings()
  const start = performance.now()
  history.pushState(null, '', path)
  const isThere = () => {
    const heading = main()?.querySelector('h1')
    return heading && heading !== before && main().textContent.includes(text)
  }
  do {
    if (performance.now() - start > 20_000) throw new Error(`${path} did not show ${text}`)
    await new Promise(requestAnimationFrame)
  } while (!isThere())
  // What is there when a frame begins is painted in it: the next task comes after that.
  await new Promise((resolve) => setTimeout(resolve))
  const took = performance.now() - start
  const calls = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/'))
  const ends = calls.map(({ responseEnd }) => responseEnd - start).filter((end) => end > 0 && end <= took)
  return { took, calls: ends.length, answered: Math.max(0, ...ends), elements: main().querySelectorAll('*').length }
}

// Runs in the page: until half a second has passed without an answer or a task of 50 ms.
async function atRest() {
  let last = performance.now()
  const observer = new PerformanceObserver(() => (last = performance.now()))
  for (const type of ['resource', 'longtask']) observer.observe({ type })
  while (performance.now() - last < 500) await new Promise((resolve) => setTimeout(resolve, 50))
  observer.disconnect()
}

/** A visit from a page at rest, and the processor time until then of script, style and layout, in ms. */
async function measured(page, session, target) {
  const figures = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]))
  }
  await page.waitForLoadState('networkidle')
  await page.evaluate(`(${atRest})()`)
  const before = await figures()
  const visited = await page.evaluate(`(${visit})(${JSON.stringify(target)})`)
  const after = await figures()
  const spent = (name) => after[name] - before[name]
  const style = spent('RecalcStyleDuration') + spent('LayoutDuration')
  return { ...visited, script: spent('ScriptDuration'), style }
}

const medians = (visits) =>
  Object.fromEntries(Object.keys(visits[0]).map((key) => [key, median(visits.map((each) => each[key]))]))

/**
 * From a click to the page's own content, each main page: the first visit after the portal was opened, and later ones,
 * on this machine and one four times slower.
 * @param {{ browser: string }} options browser: path of the executable
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function navigation({ browser: executablePath }) {
  const azure = await forked('browse-azure.mjs', { VERSIONS: '0' })
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  const { page, url, close } = await openDemo(browser, azure.ready)
  try {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const pages = pagesOf(
      `/subscriptions/${azure.ready.subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`,
    )
    const measures = []
    for (const rate of [1, slow]) {
      await session.send('Emulation.setCPUThrottlingRate', { rate })
      const first = new Map()
      for (const target of pages) {
        await page.goto(`${url}${target.path === '/' ? '/image-versions/galleries' : '/'}`, {
          waitUntil: 'networkidle',
        })
        first.set(target.name, await measured(page, session, target))
      }
      const later = new Map(pages.map(({ name }) => [name, []]))
      for (let round = 0; round <= rounds; round += 1)
        for (const target of pages) {
          const visited = await measured(page, session, target)
          if (round > 0) later.get(target.name).push(visited)
        }
      for (const { name } of pages) {
        const again = medians(later.get(name))
        console.error(`${rate}x ${name}: ${spentOn(first.get(name))}; again ${spentOn(again)}`)
        const row = (visits, ours, most) => ({
          name: `${name}, ${visits} at ${rate}x`,
          unit: 'ms',
          ours,
          goal: { most },
        })
        measures.push(row('again', again.took, rate === 1 ? 60 : 200))
        if (rate === slow) measures.push(row('first visit', first.get(name).took, 350))
      }
    }
    return measures
  } finally {
    await close()
    await browser.close()
    await azure.stop()
  }
}

function spentOn({ took, calls, answered, script, style, elements }) {
  const [all, last, code, look] = [took, answered, script, style].map((ms) => ms.toFixed(0))
  return `${all} ms (${calls} answers, the last after ${last}; script ${code}, style and layout ${look}; ${elements} elements)`
}
