import type { Locator, Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, follow, test, wizardPath } from '../support/portal.ts'
import type { Wizard } from '../support/wizard.ts'

const hour = 3_600_000

/** Creates a version in West US, and goes to another page. */
async function createAndLeave(page: Page, wizard: Wizard, version: string): Promise<void> {
  await wizard.version(version)
  await wizard.managedImage('myImage')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { level: 1, name: `ubuntu-web ${version}` })).toBeVisible()
  await page.getByRole('link', { name: 'Help', exact: true }).first().click()
  await expect(page.getByRole('button', { name: 'Notifications, 1 in progress' })).toBeVisible()
}

/** Whether the page scrolls, and how far that moves `element` in the window, in pixels. */
const movedByScrolling = (element: Locator) =>
  element.evaluate((moved) => {
    const before = moved.getBoundingClientRect().y
    window.scrollBy(0, 50)
    return { isScrolled: window.scrollY > 0, by: moved.getBoundingClientRect().y - before }
  })

test('a version that fails while one is elsewhere is told at once and in a list, and leads to its page; the browser shows what finished in a tab in the background, where the user wants it', async ({
  page,
  portal,
  openWizard,
}) => {
  await page.context().grantPermissions(['notifications'], { origin: portal.url })
  // The browser's own notifications are outside of the page.
  await page.addInitScript(() => {
    const shown: Notification[] = []
    Object.assign(window, { shown })
    window.Notification = class extends Notification {
      // Chromium without windows has the permission, and says that it has not.
      static override readonly permission = 'granted'
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        shown.push(this)
      }
    }
  })
  const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  portal.azure.world.replicationFailures = [{ id: definition, detail: 'No storage left.' }]
  const wizard = await openWizard()
  await createAndLeave(page, wizard, '9.0.0')
  portal.clock.advance(hour)
  const toast = page.getByRole('listitem').filter({ hasText: 'Creation of ubuntu-web 9.0.0 failed' })
  await expect(toast).toContainText('West US: No storage left.')
  // below the bars and a page's commands, which it would cover
  const top = (element: Locator) => element.evaluate((one) => one.getBoundingClientRect().top)
  expect(await top(toast)).toBeGreaterThanOrEqual(
    60 + (await page.getByRole('main').evaluate((one) => one.getBoundingClientRect().top)),
  )

  await page.getByRole('button', { name: 'Notifications, 1 unread' }).click()
  const panel = page.getByRole('dialog', { name: 'Notifications' })
  const link = panel.getByRole('link', { name: 'Creation of ubuntu-web 9.0.0 failed' })
  await expect(link).toBeVisible()
  await expectAxeClean(page, 'notifications')
  await page.setViewportSize({ width: 400, height: 800 })
  await expectNoSideways(page, 'notifications')
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: 'ubuntu-web 9.0.0' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'ubuntu-web 9.0.0' })).toBeVisible()
  await page.getByRole('button', { name: 'Notifications', exact: true }).click()
  const clear = panel.getByRole('button', { name: 'Clear all' })
  await expect(clear).toBeVisible()
  expect(await movedByScrolling(clear), 'the panel follows the page').toEqual({ isScrolled: true, by: 0 })
  await clear.click()
  await expect(panel).toContainText('No notifications in this tab.')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await page.getByRole('button', { name: /^Theme/ }).click()
  const theme = page.getByRole('menuitemradio').first()
  await expect(theme).toBeVisible()
  expect(await movedByScrolling(theme), 'the menu follows the page').toEqual({ isScrolled: true, by: 0 })
  await page.keyboard.press('Escape')

  const shown = () =>
    page.evaluate(() => (window as unknown as { shown: Notification[] }).shown.map(({ title, tag }) => [title, tag]))
  portal.azure.world.replicationFailures = []
  await page.setViewportSize({ width: 1280, height: 900 })
  await follow(page, wizardPath(portal))
  await page.getByRole('button', { name: 'Notifications', exact: true }).click()
  await page.getByRole('switch', { name: 'Browser notifications' }).check()
  await page.keyboard.press('Escape')
  await createAndLeave(page, wizard, '9.1.0')
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  })
  portal.clock.advance(hour)
  const id = `${definition}/versions/9.1.0`
  await expect.poll(shown).toEqual([['ubuntu-web 9.1.0 created', id]])
  await page.evaluate(() =>
    (window as unknown as { shown: Notification[] }).shown[0]?.dispatchEvent(new Event('click')),
  )
  await expect(page.getByRole('heading', { level: 1, name: 'ubuntu-web 9.1.0' })).toBeVisible()
})
