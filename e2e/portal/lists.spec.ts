import type { Locator, Page } from '@playwright/test'
import { compute, expect, follow, test, type Portal } from '../support/portal.ts'

// 640 × 360 is what 1280 × 720 has at a zoom of 200 %.
const usual = { width: 1440, height: 900 }
const windows = [usual, { width: 1280, height: 720 }, { width: 400, height: 800 }, { width: 640, height: 360 }]

const versionId = (portal: Portal) =>
  `${compute(portal)}/galleries/contosoGallery/images/windows-sql/versions/2025.10.1`

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('It has no box')
  return { ...box, right: box.x + box.width, bottom: box.y + box.height }
}

/**
 * Opens the list of a field and measures it: under or above the field, over its width, in the window, at most 320 px.
 */
async function expectListAtField(page: Page, field: Locator, box?: Locator): Promise<void> {
  const size = page.viewportSize() ?? { width: 0, height: 0 }
  const name = `${await field.getAttribute('aria-label')} ${await field.textContent()} at ${size.width} × ${size.height}`
  await field.scrollIntoViewIfNeeded()
  await field.click()
  const list = box ?? page.getByRole('listbox')
  await expect(list, name).toBeVisible()
  // Where it is placed is worked out after it has been drawn.
  await expect(async () => {
    const [at, shown] = [await boxOf(field), await boxOf(list)]
    expect(shown.y >= at.bottom - 1 || shown.bottom <= at.y + 1, `${name}: under or above`).toBe(true)
    expect([shown.x <= at.x + 2, shown.right >= at.right - 2], `${name}: over the field's whole width`).toEqual([
      true,
      true,
    ])
    expect(shown.height, `${name}: height`).toBeLessThanOrEqual(320)
    expect([shown.x >= 0, shown.right <= size.width, shown.y >= 0, shown.bottom <= size.height], name).toEqual(
      Array.from({ length: 4 }, () => true),
    )
  }).toPass({ timeout: 5000 })
  await page.keyboard.press('Escape')
  await expect(list, name).toBeHidden()
}

/** Every field of the current page that has a list, in every window. */
async function expectListsAtFields(page: Page, atLeast: number): Promise<void> {
  for (const size of windows) {
    await page.setViewportSize(size)
    const fields = page.getByRole('main').getByRole('combobox').and(page.locator('button:enabled'))
    await expect.poll(() => fields.count()).toBeGreaterThanOrEqual(atLeast)
    for (const field of await fields.all()) await expectListAtField(page, field)
  }
}

test('lists open at their fields where a version and a virtual machine are created, and where a version is updated', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard()
  await expectListsAtFields(page, 3)
  await wizard.goTo('Replication')
  await expectListsAtFields(page, 2)
  await wizard.goTo('Basics')
  await wizard.managedImage('myImage')
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  for (const size of windows) {
    await page.setViewportSize(size)
    // The whole list, with the field to find a set in it.
    const list = page.locator('[popover]').filter({ has: page.getByRole('listbox') })
    await expectListAtField(page, wizard.cell('West US', 'OS disk'), list)
  }

  await follow(page, `/create-virtual-machine?${new URLSearchParams({ version: versionId(portal) })}`)
  await expect(page.getByRole('textbox', { name: 'Virtual machine name' })).toBeVisible()
  await expectListsAtFields(page, 3)
  await page.getByRole('tab', { name: 'Disks' }).click()
  await expectListsAtFields(page, 2)

  await follow(page, `/update-image-version?${new URLSearchParams({ id: versionId(portal) })}`)
  await page.setViewportSize(usual)
  await wizard.addRegion('West Europe', 'Add region')
  await expectListsAtFields(page, 1)
})
