import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAxeClean } from '../support/axe-clean.ts'
import { openDemoPanel } from '../support/demo-panel.ts'
import { compute, expect, signIn, startPortal, test, type Portal } from '../support/portal.ts'

const setName = 'WestUSDiskEncryptionSet1'
const setOf = (portal: Portal) => `${compute(portal)}/diskEncryptionSets/${setName}`

async function expectSet(page: Page, portal: Portal, isThere: boolean): Promise<void> {
  await page.goto(`${portal.url}/disk-encryption-set?id=${encodeURIComponent(setOf(portal))}`)
  const main = page.getByRole('main')
  const found = isThere ? main.getByText('kv-contoso-wus').first() : main.getByText(/^Resource not found/).first()
  await expect(found).toBeVisible()
}

test('an environment is saved, changed, gone back to, and opened in another browser; what is none is refused', async ({
  page,
  portal,
  anotherBrowser,
}) => {
  // The address that people still have.
  await signIn(page, portal, 'Ada', '/saved-worlds')
  const panel = page.getByRole('dialog', { name: 'Demo' })
  await expect(panel).toBeVisible()
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(panel.getByText('Enter a name.')).toBeVisible()
  await panel.getByRole('textbox', { name: 'Save this environment as' }).fill('Before the outage')
  await page.keyboard.press('Enter')
  const row = panel.getByRole('list', { name: 'Saved environments' }).getByRole('listitem')
  await expect(row).toContainText('Nov 24, 2026')
  await expectAxeClean(page, 'saved environments')

  const saved = page.waitForEvent('download')
  await row.getByRole('button', { name: 'Download Before the outage' }).click()
  const file = await (await saved).path()

  portal.azure.world.store.remove(setOf(portal))
  portal.clock.advance(3_600_000)
  await expectSet(page, portal, false)

  await openDemoPanel(page)
  await row.getByRole('button', { name: 'Open Before the outage' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Open' }).click()
  await expect(panel.getByText('Opened: Before the outage')).toBeVisible()
  await expect(panel.getByRole('button', { name: /^Clock.*9:00/ })).toBeVisible()
  await expectSet(page, portal, true)

  await openDemoPanel(page)
  const edited = (await readFile(file, 'utf8')).replace('"version":1', '"version":2')
  await page.getByLabel('Open file').setInputFiles({
    name: 'edited.world.json',
    mimeType: 'application/json',
    buffer: Buffer.from(edited),
  })
  await page.getByRole('alertdialog').getByRole('button', { name: 'Open' }).click()
  await expect(panel.getByText('Nothing has changed.')).toBeVisible()

  await row.getByRole('button', { name: 'Delete Before the outage' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(row).toHaveCount(0)

  const elsewhere = await startPortal()
  try {
    elsewhere.azure.world.store.remove(setOf(elsewhere))
    const other = await anotherBrowser()
    await signIn(other, elsewhere, 'Ada', '/saved-worlds')
    await other.getByLabel('Open file').setInputFiles(file)
    await other.getByRole('alertdialog').getByRole('button', { name: 'Open' }).click()
    await expect(other.getByText(/^Opened: /)).toBeVisible()
    await expectSet(other, elsewhere, true)
  } finally {
    await elsewhere.close()
  }
})
