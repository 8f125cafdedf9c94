import type { Page } from '@playwright/test'
import { expectAxeClean, expectAxeCleanInAllColorsAndNarrow } from '../support/axe-clean.ts'
import { compute, expect, follow, signIn, storeChoices, test, type Portal } from '../support/portal.ts'
import { selectMore } from '../support/wizard.ts'

const day = 86_400_000
const deletion = 91_000
const restoration = 30_000

const gallery = (portal: Portal, name = 'recoverableGallery') => `${compute(portal)}/galleries/${name}`
const definition = (portal: Portal) => `${gallery(portal)}/images/ubuntu-recoverable`
const versionId = (portal: Portal, name: string) => `${definition(portal)}/versions/${name}`
const pageOf = (kind: string, id: string) => `/${kind}?id=${encodeURIComponent(id)}`

const bin = (page: Page) => page.getByRole('table', { name: 'Recycle bin' })
const inBin = (page: Page, name: string) =>
  bin(page).getByRole('row', { name: new RegExp(`^${name.replaceAll('.', '\\.')}`) })

test('a deleted version waits in the recycle bin, and comes back with its keys; a definition that holds deleted versions says so before it is deleted; their retention ends in grace, and grace in nothing, by the clock', async ({
  page,
  portal,
}) => {
  await signIn(page, portal, 'Ada', pageOf('image-version', versionId(portal, '1.2.0')))
  await selectMore(page, 'Delete')
  const dialog = page.getByRole('dialog', { name: 'Delete image version 1.2.0' })
  // Ten days of retention and twenty of grace from the clock's 24 November.
  await expect(dialog).toContainText('You can restore the version until Dec 24, 2026')
  await expect(dialog.getByRole('textbox')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'ubuntu-recoverable', level: 1 })).toBeVisible()
  portal.clock.advance(deletion)
  await expect(inBin(page, '1.2.0')).toContainText('Retention', { timeout: 15_000 })
  expect(portal.azure.world.store.get(versionId(portal, '1.2.0'))).toBeUndefined()

  await page.getByRole('button', { name: 'Restore version 1.2.0' }).click()
  await expect(page.getByText('Azure is restoring version 1.2.0.')).toBeVisible()
  await expect(inBin(page, '1.2.0')).toHaveCount(0)
  portal.clock.advance(restoration)
  await page.getByRole('link', { name: 'Open version' }).click()
  await expect(page.getByRole('heading', { name: '1.2.0', level: 1 })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Replication' }).getByText('Completed').first()).toBeVisible()
  await expect(page.getByText('WestUSDoubleEncryptionSet').first()).toBeVisible()

  portal.azure.world.store.remove(versionId(portal, '1.2.0'))
  await follow(page, pageOf('image-definition', definition(portal)))
  await expect(bin(page)).toBeVisible()
  await selectMore(page, 'Delete')
  const deletionOfAll = page.getByRole('dialog')
  await expect(deletionOfAll).toContainText('Deleted versions in the recycle bin: 1.0.0 and 1.1.0.')
  await expect(deletionOfAll.getByRole('button', { name: 'Delete', exact: true })).toHaveCount(0)
  await deletionOfAll.getByRole('button', { name: 'Close' }).click()

  await expect(inBin(page, '1.1.0')).toContainText('Retention period: usable by number')
  await expect(inBin(page, '1.0.0')).toContainText('Grace period: restore only')
  portal.clock.advance(9 * day)
  await page.reload()
  await expect(inBin(page, '1.1.0')).toContainText('Grace period: restore only')
  portal.clock.advance(10 * day)
  await page.reload()
  await expect(inBin(page, '1.1.0')).toBeVisible()
  await expect(inBin(page, '1.0.0')).toHaveCount(0)
})

test('a number in the recycle bin is not created, and is freed by deleting it for good, by keyboard', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard({ gallery: 'recoverableGallery', definition: 'ubuntu-recoverable' })
  await wizard.version('1.1.0')
  await page.keyboard.press('Tab')
  await expect(page.getByText('Version 1.1.0 is in the recycle bin. Restore it,', { exact: false })).toBeVisible()
  await page.getByRole('link', { name: 'Open recycle bin' }).press('Enter')
  await expect(bin(page)).toBeInViewport()

  const purge = page.getByRole('button', { name: 'Delete permanently: version 1.1.0' })
  await purge.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Delete version 1.1.0 permanently' })
  await dialog.getByRole('textbox').fill('1.1')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('The name doesn’t match. Type 1.1.0.')
  await dialog.getByRole('textbox').fill('1.1.0')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(inBin(page, '1.1.0')).toContainText('Deleting permanently')
  portal.clock.advance(deletion)
  await expect(inBin(page, '1.1.0')).toHaveCount(0, { timeout: 15_000 })
  await page.getByRole('link', { name: 'Create version' }).first().click()
  await wizard.goTo('Basics')
  await wizard.version('1.1.0')
  await page.keyboard.press('Tab')
  await expect(page.getByText('is in the recycle bin')).toHaveCount(0)
})

test('who deletes a set or changes its key is warned of deleted versions; a gallery’s soft delete is set by who may share it, and refused to others with the role they need', async ({
  page,
  portal,
}) => {
  const set = `${compute(portal)}/diskEncryptionSets/WestUSExpiringKeyDiskEncryptionSet`
  await signIn(page, portal, 'Ada', pageOf('disk-encryption-set', set))
  await selectMore(page, 'Delete…')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Deleted versions might need this set')
  await expect(dialog.getByRole('listitem')).toHaveText(['ubuntu-recoverable 1.0.0', 'ubuntu-recoverable 1.1.0'])
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Change key…' }).click()
  const keyDrawer = page.getByRole('dialog', { name: /Change key/ })
  await expect(keyDrawer).toContainText('Keep the current key enabled until each is restored or deleted permanently.')

  await follow(page, pageOf('gallery', gallery(portal)))
  await expect(page.getByText('On · Retention: 10 days · Grace: 20 days')).toBeVisible()
  await page.getByRole('button', { name: 'Change soft delete' }).click()
  const drawer = page.getByRole('dialog', { name: /Soft delete/ })
  await drawer.getByRole('textbox', { name: /^Retention period/ }).fill('0')
  await expect(drawer).toContainText('Enter a whole number of days, 1 or more.')
  await drawer.getByRole('textbox', { name: /^Retention period/ }).fill('14')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer).toBeHidden()
  await expect(page.getByText('On · Retention: 14 days · Grace: 20 days')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change soft delete' })).toBeFocused()

  await follow(page, pageOf('gallery', gallery(portal, 'contosoGallery')))
  await page.getByRole('button', { name: 'Change soft delete' }).click()
  await drawer.getByRole('checkbox', { name: 'Enable soft delete for image versions' }).check()
  await expect(drawer).toContainText('You don’t have permission to turn on soft delete.')
  await expect(drawer.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true')
})

test('the recycle bin and the policy are axe clean and fit the window, in Italian', async ({ page, portal }) => {
  await storeChoices(page, { language: 'it' })
  await page.goto(`${portal.url}${pageOf('image-definition', definition(portal))}`)
  await page.getByRole('main').getByRole('button', { name: 'Accedi', exact: true }).click()
  await page.getByRole('button', { name: /^Ada\b/ }).click()
  await expect(page.getByRole('heading', { name: 'Cestino' })).toBeVisible()
  await expect(page.getByRole('button', { name: /1\.0\.0/ }).first()).toBeVisible()
  await expectAxeCleanInAllColorsAndNarrow(page, 'the recycle bin')
  await follow(page, pageOf('gallery', gallery(portal)))
  await page.getByRole('button', { name: 'Modifica eliminazione temporanea' }).click()
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible()
  await expectAxeCleanInAllColorsAndNarrow(page, 'the policy')
  await page.evaluate(() => localStorage.setItem('theme', 'contrast'))
  await page.reload()
  await page.getByRole('button', { name: 'Modifica eliminazione temporanea' }).click()
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible()
  await expectAxeClean(page, 'the policy in the high contrast that a user has chosen')
})
