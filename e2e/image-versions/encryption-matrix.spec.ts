import type { Locator } from '@playwright/test'
import { openMatrix } from '../support/matrix-world.ts'
import { expect, test } from '../support/portal.ts'

const doubleEncryption = 'Double encryption with platform-managed and customer-managed keys'

test('60 regions and 65 disks are filled, checked and undone by keyboard alone', async ({ page, portal, wizard }) => {
  test.slow()
  await openMatrix({ page, wizard, portal }, { regions: 60, disks: 65 })
  const count = (set: number) =>
    expect(
      page.getByText(set === 3900 ? 'Nothing to do' : `${(3900 - set).toLocaleString('en')} to do`).first(),
    ).toBeVisible()
  const keys = async (...names: string[]) => {
    for (const name of names) await page.keyboard.press(name)
  }
  await wizard.cell('West US', 'OS disk').focus()
  // Type to find, copy across, to the last cell and back.
  await page.keyboard.type('des-2')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await keys('Enter')
  await count(1)
  await keys('Control+r')
  await count(65)
  await keys('Control+End')
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /^LUN 63 · /)
  await expect(page.locator(':focus')).toBeInViewport()
  await keys('Control+Home')
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /OS disk · West US: westus-des-2/)
  // Down the column: each region gets the set that is named alike.
  await keys('Control+d')
  await count(124)
  await keys('ArrowDown')
  await expect(page.locator(':focus')).toContainText(/\w+-des-2/)
  await keys('Control+z')
  await count(65)
  await keys('Control+y')
  await count(124)
  // All at once, and back in one step.
  await page.getByRole('button', { name: 'Other ways to fill sets' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Match by region…' }).press('Enter')
  await expect(page.getByText('3,776 sets in 59 regions will be filled.')).toBeVisible()
  await page.getByRole('button', { name: 'Fill 3,776 sets' }).press('Enter')
  await count(3900)
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await count(124)
  await page.getByRole('button', { name: 'Redo' }).press('Enter')
  await count(3900)
  await wizard.cell('West US', 'OS disk').focus()
  await keys('Delete')
  await count(3899)
  await page.getByRole('button', { name: 'Next empty cell' }).press('Enter')
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /OS disk · West US: Choose a set/)
  await keys('Control+z')
  await count(3900)
  await wizard.review()
  const rows = page.getByRole('table', { name: 'Sets by region' }).getByRole('row')
  await expect(rows).toHaveCount(61)
  await expect(rows.nth(1)).toHaveText(/^West US\s*source region\s*OS disk, LUN 0–63\s*westus-des-2/)
})

test('a cell’s list opens at the cell, filters keep the cell that is worked on, and undo fills what another type emptied', async ({
  page,
  portal,
  wizard,
}) => {
  await openMatrix({ page, wizard, portal }, { regions: 3, disks: 2 })
  await wizard.set('West US', 'OS disk', 'westus-des-1')
  await wizard.encryption(doubleEncryption)
  await expect(page.getByText('Cells cleared: 1')).toBeVisible()
  await expect(page.getByText(/Not of type .*: westus-des-1 \(1 cell\)\.$/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(wizard.cell('West US', 'OS disk')).toContainText('westus-des-1')

  // Wherever the page is scrolled to.
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  const cell = wizard.cell('West US', 'LUN 0')
  await cell.click()
  await expect(page.getByRole('listbox')).toBeVisible()
  const distance = async () => {
    const { y: top, height } = await boxOf(cell)
    const popup = await boxOf(page.getByRole('listbox').locator('..'))
    return Math.min(Math.abs(popup.y - top - height), Math.abs(top - popup.y - popup.height))
  }
  await expect.poll(distance).toBeLessThan(2)
  await page.keyboard.press('Escape')

  await wizard.set('West US', 'LUN 0', 'westus-des-1')
  const rows = page.getByRole('grid').getByRole('rowheader')
  const choose = async (item: string) => {
    await page.getByRole('button', { name: 'More commands' }).click()
    await page.getByRole('menuitemradio', { name: item, exact: true }).click()
  }
  await choose('Empty')
  await expect(rows).toHaveCount(3) // West US has the active cell
  await page.getByRole('button', { name: 'Next empty cell' }).click()
  await expect(rows).toHaveCount(2)
  await choose('Disks')
  await expect(rows).toHaveText([/^OS disk/, /^LUN 0/])
  await choose('With problems')
  await page.getByRole('button', { name: 'Other ways to fill sets' }).click()
  await page.getByRole('menuitem', { name: 'Match by region…' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('4 to do').first()).toBeVisible()
})

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('Not shown')
  return box
}
