import type { Page } from '@playwright/test'
import { expectAxeClean, expectAxeCleanInAllColors, expectNoSideways } from '../support/axe-clean.ts'
import { expect, signIn, test } from '../support/portal.ts'
import type { Wizard } from '../support/wizard.ts'

/** Creates a version from `myImage`, in West US, with platform-managed keys. */
async function create(wizard: Wizard, page: Page, version: string): Promise<void> {
  await wizard.openFrom('contosoGallery', 'ubuntu-web')
  await wizard.version(version)
  await wizard.managedImage('myImage')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: version })).toBeVisible()
}

const inTheBar = (page: Page, name: string) => page.getByRole('banner').getByRole('button', { name, exact: true })

test('two browsers see the same under way on any page, and each is told once that it is over', async ({
  page,
  portal,
  wizard,
  anotherBrowser,
}) => {
  await signIn(page, portal, 'Ada')
  await expect(inTheBar(page, 'Notifications')).toBeVisible()
  await create(wizard, page, '9.0.0')
  await expect(inTheBar(page, 'Notifications, 1 in progress')).toBeVisible()
  portal.clock.advance(120_000)

  const other = await anotherBrowser()
  await signIn(other, portal, 'Rita')
  await inTheBar(other, 'Notifications, 1 in progress').click()
  const list = other.getByRole('list', { name: 'In progress in Azure' })
  await expect(list).toContainText('ubuntu-web 9.0.0')
  await expect(list).toContainText('Image version, being created in myResourceGroup')
  await expect(list).toContainText('· 2 min')
  await expect(list.getByRole('progressbar', { name: 'Replication of ubuntu-web 9.0.0' })).toBeVisible()
  await other.keyboard.press('Escape')

  portal.clock.advance(600_000)
  await expect(inTheBar(other, 'Notifications, 1 unread')).toBeVisible()
  await expect(other.getByRole('listitem').filter({ hasText: 'ubuntu-web 9.0.0 created' })).toHaveCount(1)
  await expect(inTheBar(page, 'Notifications')).toBeVisible()
})

test('the list leads to the page of what is under way, by keyboard alone', async ({ page, portal, wizard }) => {
  await signIn(page, portal, 'Ada')
  await create(wizard, page, '9.0.0')
  await page.goto(`${portal.url}/check-my-access`)
  await inTheBar(page, 'Notifications, 1 in progress').focus()
  await page.keyboard.press('Enter')
  const link = page.getByRole('link', { name: 'ubuntu-web 9.0.0' })
  await expect(link).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(link).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'ubuntu-web 9.0.0', exact: true })).toBeVisible()
  await expect(link).toBeHidden()
})

for (const look of [
  { name: 'in all colors', width: 1280, colorScheme: 'light', expectClean: expectAxeCleanInAllColors },
  { name: 'dark, 400 px', width: 400, colorScheme: 'dark', expectClean: expectAxeClean },
] as const)
  test(`what is under way is axe clean, in Italian too: ${look.name}`, async ({ page, portal, wizard }) => {
    const { colorScheme, expectClean } = look
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await signIn(page, portal, 'Ada')
    await create(wizard, page, '9.0.0')
    await page.setViewportSize({ width: look.width, height: 900 })
    await page.evaluate(() => localStorage.setItem('language', 'it'))
    await page.goto(`${portal.url}/check-my-access`)
    await inTheBar(page, 'Notifiche, 1 in corso').click()
    await expect(page.getByText(/Versione dell’immagine, in creazione/)).toBeVisible()
    await expectClean(page, 'the list')
    await expectNoSideways(page, 'the list')
  })
