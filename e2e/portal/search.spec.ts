import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways, expectRest } from '../support/axe-clean.ts'
import { expect, signIn, test } from '../support/portal.ts'

const field = (page: Page) => page.getByRole('dialog', { name: 'Search' }).getByRole('combobox')
const option = (page: Page, name: string | RegExp) => page.getByRole('listbox').getByRole('option', { name })

/** Types letter by letter (`<` removes the last) without a pause between them, however slow the machine is. */
const typeAtOnce = (page: Page, text: string) =>
  page.evaluate((letters) => {
    for (const letter of letters)
      if (letter === '<') document.execCommand('delete')
      else document.execCommand('insertText', false, letter)
  }, text)

test('the keyboard alone finds a version, an action and what was opened, and gives the focus back', async ({
  page,
  portal,
}) => {
  await signIn(page, portal, 'Ada')
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('1.1 web')
  await expect(option(page, 'ubuntu-web 1.1.0 contosoGallery')).toHaveAttribute('aria-selected', 'true')
  await expectAxeClean(page, 'results of a search')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'ubuntu-web 1.1.0' })).toBeFocused()

  const help = page.getByRole('link', { name: 'Help', exact: true }).first()
  await help.focus()
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('create virt')
  await expect(option(page, 'Create virtual machine from ubuntu-web 1.1.0')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toBeFocused()

  await page.getByRole('link', { name: 'Disk encryption sets', exact: true }).first().click()
  await page.keyboard.press('Control+k')
  const recent = page.getByRole('group', { name: 'Recent' }).getByRole('option')
  await expect(recent.first()).toHaveAccessibleName('ubuntu-web 1.1.0 contosoGallery')
  await page.setViewportSize({ width: 400, height: 800 })
  await expectNoSideways(page, 'search')
  await field(page).fill('create golden')
  await option(page, 'Create version in ubuntu-golden contosoGallery').click()
  await expect(page).toHaveURL(/\/create-image-version\?definition=/)
})

test('what is typed while the search is loaded is searched for, and a page that comes while it is open leaves it the focus; a search asks Azure once for each pause in typing, never twice for one text, and moves nothing', async ({
  page,
  portal,
}) => {
  await signIn(page, portal, 'Ada')
  const loaded = Promise.withResolvers<undefined>()
  await page.route(/SearchDialog/, async (route) => {
    await loaded.promise
    await route.continue()
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('1.1')
  loaded.resolve(undefined)
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(' web')
  await expect(field(page)).toHaveValue('1.1 web')
  await page.keyboard.press('Escape')

  const pages = Promise.withResolvers<void>()
  await page.route(/DiskEncryptionSetsPage/, async (route) => {
    await pages.promise
    await route.continue()
  })
  await page.getByRole('link', { name: 'Disk encryption sets', exact: true }).first().click()
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  pages.resolve()
  await expect(page.getByRole('heading', { level: 1, name: 'Disk encryption sets', includeHidden: true })).toBeVisible()
  await page.keyboard.type('create golden')
  await option(page, 'Create version in ubuntu-golden contosoGallery').click()
  await expect(page.getByRole('heading', { level: 1, name: /Create VM image version/ })).toBeFocused()

  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/api/estate/search') asked.push(searchParams.get('text') ?? '')
  })
  await page.getByRole('button', { name: 'Search resources, pages, and actions' }).click()
  await expect(field(page)).toBeFocused()
  await expectRest(page, 'search')
  const box = await field(page).boundingBox()
  await typeAtOnce(page, 'galler')
  const galleries = option(page, 'Galleries')
  const before = await galleries.boundingBox()
  await expect(page.getByRole('group', { name: 'Image versions' })).toBeVisible()
  expect([await galleries.boundingBox(), await field(page).boundingBox()]).toEqual([before, box])
  await typeAtOnce(page, 'yy')
  await expect(page.getByText('No results for “galleryy”')).toBeVisible()
  await typeAtOnce(page, '<<')
  await expect(page.getByRole('group', { name: 'Image versions' })).toBeVisible()
  expect(asked).toEqual(['galler', 'galleryy'])
})
