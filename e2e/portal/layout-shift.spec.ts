import type { Page } from '@playwright/test'
import { expect, test } from '../support/portal.ts'

interface Shift {
  /** where in the walk */
  at: string
  value: number
  /** what moved, from where to where */
  moved: string[]
}

// What comes by itself can move something.
test.use({ loadsAllPages: true })

const windows = [
  { width: 1440, height: 900 },
  { width: 400, height: 800 },
]

for (const viewport of windows)
  test(`nothing moves by itself from Home to a version, cold and warm: ${viewport.width} px`, async ({
    page,
    portal,
    wizard,
  }) => {
    test.slow()
    await page.setViewportSize(viewport)
    const shifts: Shift[] = []
    const walk = async (name: string, version: string) => {
      const lookAt = async (where: string) => {
        shifts.push(...(await shiftsOn(page)).map((shift) => ({ at: `${name}, ${where}`, ...shift })))
      }
      await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
      await expectBars(page)
      await lookAt('Home')
      await page.goto(`${portal.url}/galleries`)
      await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
      await expectBars(page)
      await lookAt('galleries')
      await page.getByRole('link', { name: 'contosoGallery', exact: true }).click()
      await page.getByRole('link', { name: 'ubuntu-web', exact: true }).click()
      await expect(page.getByRole('link', { name: '1.1.0', exact: true })).toBeVisible()
      await lookAt('definition')
      await page.getByRole('link', { name: 'Create version' }).first().click()
      await lookAt('the next version')
      await wizard.startEmpty()
      // By keys, as a user: the browser does not count what typing moves.
      await wizard.field('Version number').pressSequentially(version)
      await wizard.managedImage('myImage')
      await lookAt('Basics')
      await wizard.goTo('Replication')
      await lookAt('Replication')
      await wizard.goTo('Encryption')
      await wizard.encryption('Encryption at-rest with a customer-managed key')
      await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
      await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
      await lookAt('Encryption')
      await wizard.goTo('Tags')
      await lookAt('Tags')
      await wizard.review()
      await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()
      await lookAt('Review')
      await wizard.create()
      await expect(page.getByRole('heading', { name: version })).toBeVisible()
      await expect(page.getByText('Creating').first()).toBeVisible()
      await lookAt('version')
    }
    await page.addInitScript(observe)
    await page.goto(portal.url)
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('button', { name: /^Ada\b/ }).click()
    await walk('cold', '9.0.0')
    await page.goto(portal.url)
    await walk('warm', '9.1.0')
    expect(shifts).toEqual([])
  })

/** All bars together: 48 px, and 40 px more in the demo. */
async function expectBars(page: Page): Promise<void> {
  const banner = await page.getByRole('banner').boundingBox()
  const demo = await page.getByRole('complementary', { name: 'Demo' }).boundingBox()
  expect([banner?.y, banner?.height, demo?.y, demo?.height]).toEqual([0, 48, 48, 40])
}

/**
 * What moved since the last look, once nothing has been loaded or moved for half a second.
 *
 * What a click or a key opens may push what is below it: within half a second of an input, browsers do not count a
 * shift, and here it counts only if the frame, the title or the tabs moved, which no input may do.
 */
async function shiftsOn(page: Page): Promise<Omit<Shift, 'at'>[]> {
  return page.evaluate(async () => {
    const loaded = () => performance.getEntriesByType('resource').length + window.shiftsSeen.length
    for (let before = -1; before !== loaded();) {
      before = loaded()
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    return window.shiftsSeen.splice(0)
  })
}

declare global {
  interface Window {
    shiftsSeen: Omit<Shift, 'at'>[]
  }
}

interface LayoutShift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
}

/** In the page, before its script: keeps what the browser saw moving. */
function observe() {
  window.shiftsSeen = []
  const steady = '[role=banner], header, aside, nav, h1, [role=tablist], [role=tablist] *, nav *'
  const elementOf = (node: Node | null) => (node instanceof Element ? node : node?.parentElement)
  const place = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ')
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      const elements = entry.sources.map(({ node }) => elementOf(node))
      // A list that was opened over the page finds its place while it is filled.
      if (entry.value === 0 || elements.every((element) => element?.closest('[role=listbox]'))) continue
      if (entry.hadRecentInput && !elements.some((element) => element?.matches(steady))) continue
      const moved = entry.sources.map(({ node, previousRect, currentRect }) => {
        const element = elementOf(node)
        const name = `${element?.tagName} ${element?.className} “${element?.textContent.slice(0, 40)}”`
        return `${name}: ${place(previousRect)} → ${place(currentRect)}`
      })
      window.shiftsSeen.push({ value: entry.value, moved })
    }
  }).observe({ type: 'layout-shift', buffered: true })
}
