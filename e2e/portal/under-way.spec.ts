import type { Page } from '@playwright/test'
import { expectAxeCleanInAllColorsAndNarrow } from '../support/axe-clean.ts'
import { expect, signIn, test } from '../support/portal.ts'
import type { Wizard } from '../support/wizard.ts'

/** Creates version 9.0.0 from `myImage`, in West US, with platform-managed keys. */
async function create(wizard: Wizard): Promise<void> {
  await wizard.version('9.0.0')
  await wizard.managedImage('myImage')
  await wizard.reviewAndCreate()
  await expect(wizard.page.getByRole('heading', { name: '9.0.0' })).toBeVisible()
}

const inTheBar = (page: Page, name: string) => page.getByRole('banner').getByRole('button', { name, exact: true })

test('two browsers see the same under way on any page, and each is told once that it is over', async ({
  page,
  portal,
  openWizard,
  anotherBrowser,
}) => {
  const wizard = await openWizard()
  await expect(inTheBar(page, 'Notifications')).toBeVisible()
  await create(wizard)
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

test('the list leads to the page of what is under way, by keyboard alone, and is axe clean, in Italian too', async ({
  page,
  portal,
  openWizard,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await create(await openWizard())
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

  await page.evaluate(() => localStorage.setItem('language', 'it'))
  await page.goto(`${portal.url}/check-my-access`)
  await inTheBar(page, 'Notifiche, 1 in corso').click()
  await expect(page.getByText(/Versione dell’immagine, in creazione/)).toBeVisible()
  await expectAxeCleanInAllColorsAndNarrow(page, 'the list')
})
