import type { Locator, Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { assignKeysPolicy } from '../support/keys-policy.ts'
import { openMatrix } from '../support/matrix-world.ts'
import { expect, test } from '../support/portal.ts'

const customerKey = 'Encryption at-rest with a customer-managed key'
const doubleEncryption = 'Double encryption with platform-managed and customer-managed keys'

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('Not shown')
  return { ...box, bottom: box.y + box.height }
}

/** Every shift of the layout from now on, whether a user's input was shortly before or not. */
async function countShifts(page: Page): Promise<() => Promise<number>> {
  const total = await page.evaluateHandle(() => {
    const seen = { shifts: 0 }
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries) seen.shifts += 'value' in entry ? Number(entry.value) : 0
    }
    const observer = new PerformanceObserver((list) => add(list.getEntries()))
    observer.observe({ type: 'layout-shift' })
    return { seen, flush: () => add(observer.takeRecords()) }
  })
  return () =>
    total.evaluate(async ({ seen, flush }) => {
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      flush()
      return seen.shifts
    })
}

/** The most pixels by which, from now on, what is said below a row of the grid lies over the next row in any frame. */
async function watchNotes(page: Page): Promise<() => Promise<number>> {
  const seen = await page.evaluateHandle(() => {
    const seen = { most: 0, frames: 0 }
    const look = () => {
      for (const row of document.querySelectorAll('[role=grid] [role=row]')) {
        const note = row.lastElementChild?.getBoundingClientRect().bottom ?? 0
        seen.most = Math.max(seen.most, Math.round(note - row.getBoundingClientRect().bottom))
      }
      seen.frames += 1
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    return seen
  })
  return () =>
    seen.evaluate(async (seen) => {
      for (const until = seen.frames + 5; seen.frames < until;) await new Promise(requestAnimationFrame)
      return seen.most
    })
}

test('the first row of the grid is on the first screen, as wide as there is room, and nothing moves between cells', async ({
  page,
  portal,
  wizard,
}) => {
  await openMatrix({ page, wizard, portal }, { regions: 2, disks: 2 })
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1280, height: 720 },
  ]) {
    await page.setViewportSize(size)
    await page.evaluate(() => window.scrollTo(0, 0))
    const footer = page.getByRole('button', { name: 'Review + create', exact: true }).locator('..')
    await expect
      .poll(async () => (await boxOf(footer)).y - (await boxOf(wizard.cell('West US', 'OS disk'))).bottom)
      .toBeGreaterThanOrEqual(0)
    const grid = await boxOf(page.getByRole('grid'))
    expect(grid.y, `top of the grid at ${size.width}`).toBeLessThanOrEqual(330)
    const foot = (await boxOf(footer)).y
    for (const tab of ['Basics', 'Replication', 'Tags', 'Review + create', 'Encryption']) {
      await wizard.goTo(tab)
      await expect
        .poll(async () => (await boxOf(page.getByRole('button', { name: '< Previous' }).locator('..'))).y)
        .toBe(foot)
    }
    const last = await boxOf(wizard.cell('West US', 'LUN 0'))
    expect(grid.x + grid.width - last.x - last.width, 'room left beside the last column').toBeLessThanOrEqual(2)
  }
  await wizard.set('West US', 'OS disk', 'westus-des-1')
  await wizard.cell('West US', 'OS disk').focus()
  const shifts = await countShifts(page)
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key)
    await expect(page.locator('[role=gridcell]:focus')).toHaveCount(1)
  }
  expect(await shifts()).toBe(0)
})

test('a type is ruled out by a source, and a policy’s refusal is on the tab from the start; a list begins with the set that the region uses, and ends with those that are not ready', async ({
  page,
  portal,
  openWizard,
}) => {
  assignKeysPolicy(portal)
  const wizard = await openWizard()
  await expect(page.getByRole('tab', { name: 'Encryption 1 to do' })).toBeVisible()
  await wizard.version('9.0.0')
  await wizard.choose('Source', 'Storage blobs')
  await wizard.goTo('Encryption')
  for (const name of [customerKey, doubleEncryption]) {
    const card = page.getByRole('radio', { name: new RegExp(`${name}. Not available for this source`) })
    await expect(card).toBeDisabled()
  }
  await expect(page.getByText('Azure Policy would deny this version: Contoso keeps its keys')).toBeVisible()
  await wizard.goTo('Basics')
  await wizard.choose('Source', 'Managed image')
  await wizard.managedImage('myImage')
  await wizard.goTo('Encryption')
  await page.getByText('Customer-managed key', { exact: true }).first().click()
  await expect(page.getByRole('radio', { name: customerKey })).toBeChecked()
  // Cells that wait for their sets are not refused.
  await expect(page.getByText('Azure Policy would deny this version')).toBeHidden()
  await page.getByRole('button', { name: 'More: Encryption with your own keys is permanent' }).click()
  await expect(page.getByText('can’t return to platform-managed keys')).toBeVisible()
  await page.keyboard.press('Escape')
  await expectAxeClean(page, 'the Encryption tab')
  await page.setViewportSize({ width: 400, height: 800 })
  await expectNoSideways(page, 'the Encryption tab')

  await page.setViewportSize({ width: 1280, height: 900 })
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet2')
  await wizard.cell('West US', 'LUN 0').click()
  const options = page.getByRole('listbox').getByRole('option')
  await expect(options.last()).toContainText('Not ready')
  await expect(options.first()).toContainText('WestUSDiskEncryptionSet2')
  await expect(options.nth(1)).toHaveText(/^WestUSDiskEncryptionSet1 Ready · kv-contoso-wus \/ images-key-1/)
  const texts = await options.allTextContents()
  const firstBroken = texts.findIndex((text) => text.includes('Not ready'))
  expect(texts.slice(firstBroken).every((text) => text.includes('Not ready'))).toBe(true)

  await page.keyboard.press('Escape')
  const overlap = await watchNotes(page)
  await wizard.set('West US', 'OS disk', 'WestUSDisabledKeyDiskEncryptionSet')
  await expect(page.getByRole('region', { name: 'OS disk · West US' })).toContainText('Not ready')
  for (const width of [400, 1280, 400]) {
    await page.setViewportSize({ width, height: 800 })
    await overlap()
  }
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet2')
  await wizard.set('West US', 'OS disk', 'WestUSDisabledKeyDiskEncryptionSet')
  await expect(page.getByRole('region', { name: 'OS disk · West US' })).toContainText('Not ready')
  expect(await overlap(), 'pixels of a note over the next row').toBe(0)
})
