import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, productionSubscriptionId, signIn, test, type Portal } from '../support/portal.ts'

const setId = (portal: Portal, name: string) => `${compute(portal)}/diskEncryptionSets/${name}`
const locksOf = (portal: Portal, name: string) =>
  portal.azure.world.store.list(setId(portal, name), 'Microsoft.Authorization/locks')

/** Selects rows one after the other; those that another search hides stay selected. */
async function select(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    await page.getByRole('searchbox').fill(name)
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()
  }
  await expect(page.getByText(`Selected: ${names.length}`)).toBeVisible()
}

async function choose(page: Page, command: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).last().click()
  await page.getByRole('menuitem', { name: command }).click()
}

test('what can be done with selected sets stays in view far down the list, at every width; of several sets, those that nothing uses are deleted, and the others are kept with the reason', async ({
  page,
  portal,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await signIn(page, portal, 'Ada', '/disk-encryption-sets')
  await page.getByRole('checkbox', { name: 'Select DevEastUS2DiskEncryptionSet1' }).check()
  for (const width of [1280, 400]) {
    await page.setViewportSize({ width, height: 720 })
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.mouse.move(width / 2, 600)
    await page.mouse.wheel(0, 1500)
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(1000)
    const command = page.getByRole('button', { name: 'Delete', exact: true })
    await expect(command).toBeInViewport({ ratio: 1 })
    // Nothing lies on it.
    await command.click()
    const dialog = page.getByRole('dialog', { name: 'Delete disk encryption sets' })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }

  await page.setViewportSize({ width: 1280, height: 900 })
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.getByRole('checkbox', { name: 'Select DevEastUS2DiskEncryptionSet1' }).uncheck()
  const { store } = portal.azure.world
  const [unused, other, used] = [
    'WestUSExpiringKeyDiskEncryptionSet',
    'WestUSDisabledKeyDiskEncryptionSet',
    'WestUSDiskEncryptionSet1',
  ]
  await select(page, unused, other, used)
  await expectAxeClean(page, 'a selection')
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const preview = page.getByRole('dialog', { name: 'Delete disk encryption sets' })
  await expect(preview).toContainText('Affected: 2 · Kept: 1')
  await expect(preview.getByRole('row', { name: used })).toContainText('In use. Image versions: 3.')
  await expect(preview.getByRole('row', { name: unused })).toContainText('Will be deleted')
  await expectAxeClean(page, 'the preview')
  await expectNoSideways(page, 'the preview')
  // One comes into use after the preview: the server looks again before its request.
  const version = store.get(`${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0`)
  if (version === undefined) throw new Error('No version')
  const text = JSON.stringify(version.properties).replaceAll(setId(portal, used), setId(portal, other))
  store.put({ ...version, properties: JSON.parse(text) as typeof version.properties })
  await preview.getByRole('textbox').fill('2')
  await preview.getByRole('button', { name: 'Delete: 2' }).click()
  await expect(preview).toContainText('Completed: 2 of 2')
  await expect(preview.getByRole('row', { name: unused })).toContainText('Done')
  await expect(preview.getByRole('row', { name: other })).toContainText('Failed')
  await preview.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText(/^Selected: /)).toHaveCount(0)
  portal.clock.advance(1000)
  expect([unused, other, used].map((name) => store.get(setId(portal, name)) !== undefined)).toEqual([false, true, true])
})

test('several sets get a delete lock once, which keeps them from being deleted, and are exported as code', async ({
  page,
  portal,
}) => {
  const names = ['WestUSExpiringKeyDiskEncryptionSet', 'WestUSDisabledKeyDiskEncryptionSet']
  const [first = '', second = ''] = names
  const { users, roleAssignments } = portal.azure.world
  const principalId = users.find(({ displayName }) => displayName.startsWith('Ada'))?.id ?? ''
  const scope = `/subscriptions/${productionSubscriptionId(portal)}`
  roleAssignments.push({ principalId, role: 'User Access Administrator', scope })
  await signIn(page, portal, 'Ada', '/disk-encryption-sets')
  await select(page, first)
  await choose(page, 'Add delete lock')
  const dialog = page.getByRole('dialog', { name: 'Lock disk encryption sets' })
  await dialog.getByRole('textbox', { name: 'Notes of the locks' }).fill('Audit')
  await dialog.getByRole('button', { name: 'Add a delete lock: 1' }).click()
  await dialog.getByRole('button', { name: 'Close' }).click()

  await select(page, ...names)
  await choose(page, 'Add delete lock')
  await expect(dialog.getByRole('row', { name: first })).toContainText('It already has a lock.')
  await dialog.getByRole('button', { name: 'Add a delete lock: 1' }).click()
  await expect(dialog.getByRole('row', { name: second })).toContainText('Done')
  await dialog.getByRole('button', { name: 'Close' }).click()
  expect(names.flatMap((name) => locksOf(portal, name).map(({ properties }) => properties))).toEqual([
    { level: 'CanNotDelete', notes: 'Audit' },
    { level: 'CanNotDelete' },
  ])

  await select(page, ...names)
  await choose(page, 'Export code')
  const code = page.getByRole('dialog', { name: 'Selected sets as code' })
  for (const name of names) await expect(code.locator('pre')).toContainText(name)
  await expect(code.locator('pre')).toContainText('rotationToLatestKeyVersionEnabled')
  await code.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('Affected: 0 · Kept: 2')
  await expect(page.getByRole('dialog')).toContainText(`Lock on ${first}.`)
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Delete/ })).toHaveCount(0)
})
