import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { manualClock, startAzureSimulator } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { chromium } from 'playwright-core'
import { openMatrix } from '../e2e/support/matrix-world.ts'
import { Wizard } from '../e2e/support/wizard.ts'
import { root } from '../scripts/run-step.mjs'
import { browserArguments } from '../scripts/test/browser-arguments.mjs'
import { paintedAfter, scrollFrame } from './interaction.mjs'
import { median } from './table.mjs'

const sizes = [
  { regions: 2, disks: 3 },
  { regions: 10, disks: 8 },
  { regions: 60, disks: 65 },
]
const rounds = 5
const viewport = { width: 1440, height: 900 }

/** Runs `measure` some times and returns the median; the first time warms up and does not count. */
async function medianOf(measure) {
  const samples = []
  for (let round = 0; round <= rounds; round += 1) samples.push(await measure())
  return median(samples.slice(1))
}

const pressKey = (init) => {
  const options = { bubbles: true, cancelable: true, ...init }
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', options))
}
const clickOn = (selector) => document.querySelector(selector).click()
// What React hears of a key stroke in the focused field.
const typeDigit = () => {
  const field = document.activeElement
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, `${field.value}1`)
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
const chooseFloor = () => {
  const select = document.querySelector('select')
  select.selectedIndex = 1 - select.selectedIndex
  select.dispatchEvent(new Event('change'))
}
const elementsIn = (page, selector) =>
  page.evaluate((wanted) => document.querySelector(wanted).querySelectorAll('*').length, selector)

async function heapMB(page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

async function measureFloor(browser, size) {
  const page = await browser.newPage({ viewport })
  await page.goto(pathToFileURL(join(root, 'bench/matrix-floor.html')).href)
  const mount = await medianOf(() =>
    paintedAfter(page, ([rows, columns]) => draw(rows, columns), [size.regions, size.disks]),
  )
  const result = {
    mount,
    change: await medianOf(() => paintedAfter(page, chooseFloor)),
    elements: await elementsIn(page, '#grid'),
    heap: await heapMB(page),
    scroll: await scrollFrame(page, '#grid'),
  }
  await page.close()
  return result
}

/** The draft of that size in the wizard of a demo, and Ada signed in. */
async function openPortal(browser, size) {
  const azure = await startAzureSimulator({ port: 0, clock: manualClock('2026-11-24T09:00:00Z'), throttling: 'off' })
  const portal = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
  const page = await browser.newPage({ viewport, locale: 'en-US' })
  const wizard = new Wizard(page, portal.url)
  await openMatrix({ page, wizard, portal: { url: portal.url, azure } }, size)
  const close = async () => {
    await page.close()
    await portal.close()
    await azure.close()
  }
  return { page, wizard, close }
}

async function measureOurs(browser, size) {
  const { page, wizard, close } = await openPortal(browser, size)
  const first = wizard.cell('West US', 'OS disk')
  const press = (init) => paintedAfter(page, pressKey, init)
  const button = (name) => page.getByRole('button', { name })
  const changeOne = async () => {
    await first.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor()
    return paintedAfter(page, clickOn, '[role=option]:not([aria-selected=true])')
  }
  const fillAll = async () => {
    await button('Other ways to fill sets').click()
    await page.getByRole('menuitem', { name: 'Match by region…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: /^Fill/ }).waitFor()
    const time = await paintedAfter(page, clickOn, '.fui-DialogActions button:not([aria-disabled=true])')
    await page.getByText('Nothing to do').first().waitFor()
    await button('Undo').click()
    return time
  }
  const type = async () => {
    await wizard.field('Version number').focus()
    return paintedAfter(page, typeDigit)
  }
  try {
    const mount = await medianOf(async () => {
      await wizard.goTo('Tags')
      return paintedAfter(page, clickOn, '[role=tab][value=encryption]')
    })
    // The matrix alone: the portal without it has its own weight.
    await wizard.goTo('Tags')
    const withoutMatrix = await heapMB(page)
    await wizard.goTo('Encryption')
    await first.focus()
    const heap = (await heapMB(page)) - withoutMatrix
    const elements = await elementsIn(page, '[role=grid]')
    const scroll = await scrollFrame(page, '[role=grid]')
    const open = await medianOf(async () => {
      await first.focus()
      const time = await press({ key: 'Enter' })
      await page.keyboard.press('Escape')
      return time
    })
    const change = await medianOf(changeOne)
    const fill = await medianOf(fillAll)
    await first.focus()
    await page.keyboard.press('Control+y')
    const undo = await medianOf(async () => {
      const time = await press({ key: 'z', ctrlKey: true })
      await page.keyboard.press('Control+y')
      return time
    })
    const switchType = await medianOf(async () => {
      const time = await paintedAfter(page, clickOn, 'input[value=EncryptionAtRestWithPlatformAndCustomerKeys]')
      await button('Undo').first().click()
      return time
    })
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const slowChange = await medianOf(changeOne)
    const slowFill = await medianOf(fillAll)
    await wizard.goTo('Basics')
    const slowType = await medianOf(type)
    return { mount, open, change, fill, undo, switchType, elements, heap, scroll, slowChange, slowFill, slowType }
  } finally {
    await close()
  }
}

/**
 * The Encryption tab of the running portal at three sizes, compared with a page of plain DOM with only the visible
 * cells.
 * @param {{ browser: string }} options browser: path of the executable
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function matrix({ browser: executablePath }) {
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  try {
    const measures = []
    for (const size of sizes) {
      const floor = await measureFloor(browser, size)
      const ours = await measureOurs(browser, size)
      const add = (what, unit, goal) =>
        measures.push({
          name: `matrix ${size.regions} x ${size.disks}: ${what.label ?? what.key}`,
          unit,
          floor: floor[what.key] ?? 0,
          ours: ours[what.key],
          goal,
        })
      const isLargest = size === sizes.at(-1)
      add({ key: 'mount' }, 'ms', isLargest ? { ratio: 2 } : { most: 100 })
      add({ key: 'change', label: 'one change' }, 'ms', isLargest ? { ratio: 2, most: 50 } : { most: 50 })
      for (const key of ['open', 'fill', 'undo']) add({ key }, 'ms', { most: 50 })
      add({ key: 'switchType', label: 'switch type' }, 'ms', { most: 50 })
      if (!isLargest) continue
      add({ key: 'elements' }, '', { ratio: 2 })
      add({ key: 'heap' }, 'MB', { ratio: 2.5 })
      add({ key: 'scroll', label: 'scroll, 95th percentile of frames' }, 'ms', { ratio: 1.2 })
      add({ key: 'slowChange', label: 'one change, processor 4x slower' }, 'ms', { most: 50 })
      add({ key: 'slowFill', label: 'fill, processor 4x slower' }, 'ms', { most: 100 })
      add({ key: 'slowType', label: 'a key stroke, processor 4x slower' }, 'ms', { most: 50 })
    }
    return measures
  } finally {
    await browser.close()
  }
}
