import type { Page } from '@playwright/test'
import { expectAxeClean } from '../support/axe-clean.ts'
import { compute, expect, follow, test } from '../support/portal.ts'

const viewports = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 400, height: 800 },
  { width: 720, height: 450 }, // 1440 × 900 at 200 %
]

test('regions are found, chosen several at a time and removed by the keyboard alone; their list is at its field, inside the window and at most 320 px high', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.goTo('Replication')
  await expectListsAtField(page, 'Add target region')
  await page.setViewportSize({ width: 1280, height: 900 })

  const field = page.getByRole('combobox', { name: 'Add target region' })
  const option = (name: string) => page.getByRole('option', { name, exact: true })
  await field.focus()
  await page.keyboard.type('west eu')
  await expect(option('West Europe')).toBeVisible()
  await expect(option('West US 2')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(option('West Europe')).toHaveAttribute('aria-selected', 'true')
  // The next text replaces the last one, in the list that is still open: by the place, then by the geography.
  await page.keyboard.type('milan')
  await page.keyboard.press('Enter')
  await page.keyboard.type('united states')
  await expect(option('East US 2')).toHaveAccessibleDescription(/^Virginia · \d sets/)
  await expect(option('West US')).toBeDisabled()
  await expectAxeClean(page, 'the list of regions', '[role=listbox]')
  await field.fill('south central us')
  await page.keyboard.press('Enter')
  await page.keyboard.type('milan')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(field).toBeFocused()
  await expect(wizard.region('West Europe')).toBeVisible()
  await expect(wizard.region('South Central US')).toBeVisible()
  await expect(wizard.region('Italy North')).toHaveCount(0)
  await expect(page.getByText('3 of at most 100 replicas, in 3 regions')).toBeVisible()

  // The map is another way to the same choice.
  await page.getByText('Choose regions on a map').click()
  const map = page.getByRole('group', { name: 'Map of regions' })
  const dot = (name: string) => map.getByRole('checkbox', { name, exact: true })
  await expect(dot('West Europe')).toBeChecked()
  await expect(dot('West US')).toBeDisabled()
  await expectAxeClean(page, 'the map of regions', '[role=tabpanel]')
  await dot('Japan East').click()
  await expect(wizard.region('Japan East')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(dot('Japan East')).not.toBeFocused()
  await page.keyboard.press('Space')
  await expect(map.locator('[role=checkbox]:focus')).toBeChecked()
  await expect(page.getByText('5 of at most 100 replicas, in 5 regions')).toBeVisible()
  await dot('Japan East').click()
  await expect(wizard.region('Japan East')).toHaveCount(0)
  await expect(page.getByText('4 of at most 100 replicas, in 4 regions')).toBeVisible()

  const id = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0`
  await follow(page, `/update-image-version?${new URLSearchParams({ id })}`)
  await expect(page.getByRole('heading', { name: 'Current regions' })).toBeVisible()
  await expectListsAtField(page, 'Add region')
})

async function expectListsAtField(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name })
  for (const viewport of viewports) {
    await page.setViewportSize(viewport)
    await field.click()
    const list = await page.getByRole('listbox').boundingBox()
    const at = await field.boundingBox()
    if (list === null || at === null) throw new Error('The list is not shown')
    expect(list.height).toBeLessThanOrEqual(320)
    expect(list.y).toBeGreaterThanOrEqual(0)
    expect(list.y + list.height).toBeLessThanOrEqual(viewport.height)
    const gap = Math.max(at.y - (list.y + list.height), list.y - (at.y + at.height))
    expect(gap).toBeGreaterThanOrEqual(0)
    expect(gap).toBeLessThan(8)
    await page.keyboard.press('Escape')
  }
}
