import type { Page } from '@playwright/test'
import { expectAxeClean } from '../support/axe-clean.ts'
import { compute, expect, follow, signIn, test } from '../support/portal.ts'

const mainPages = (page: Page) => page.getByRole('navigation', { name: 'Main pages' })

const widthOf = async (page: Page) => Math.round((await mainPages(page).locator('..').boundingBox())?.width ?? 0)

test('signing in leads to Home, the views of a page share its header and commands, and former addresses lead there with what they ask; the navigation shows its words at every width, whole names from 1360 px, keeps the choice of the user, and opens over a narrow page', async ({
  page,
  portal,
}) => {
  const views = page.getByRole('navigation', { name: 'Views' })
  const current = views.locator('[aria-current="page"]')
  const heading = page.getByRole('heading', { level: 1 })
  await signIn(page, portal, 'Ada', '/')
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  await expect(page.getByRole('main').getByRole('button', { name: 'Create image version' })).toBeVisible()
  await mainPages(page).getByRole('link', { name: 'Encryption overview' }).click()
  const commands = page.getByRole('main').getByRole('link', { name: 'Clean up versions' })
  for (const [view, shown] of [
    ['Virtual machines', page.getByRole('link', { name: 'golden-vm' })],
    ['Disks', page.getByText('No disks from image versions to display')],
    ['Report', page.getByRole('button', { name: 'Print report' })],
  ] as const) {
    await views.getByRole('link', { name: view }).click()
    await expect(shown).toBeVisible()
    await expect(current).toHaveText(view)
    await expect(heading).toHaveText(`Encryption overview ${view}`)
    await expect(page).toHaveTitle(`${view} · Encryption overview · Gallery Encryption Portal`)
    await expect(commands).toBeVisible()
  }
  const [subscription] = portal.azure.world.subscriptions
  await page.goto(`${portal.url}/?subscription=${subscription?.subscriptionId ?? ''}`)
  await expect(page).toHaveURL(/\/image-versions\/galleries\?subscription=/)
  await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
  for (const [former, address] of [
    ['/galleries?search=contoso', '/image-versions/galleries?search=contoso'],
    ['/virtual-machines?image=gallery', '/estate/virtual-machines?image=gallery'],
    ['/estate/key-health', '/disk-encryption-sets/key-health'],
    ['/estate/key-impact?search=key', '/disk-encryption-sets/key-impact?search=key'],
  ] as const) {
    await follow(page, former)
    await expect(page).toHaveURL(`${portal.url}${address}`)
    await expect(current).toHaveCount(1)
  }
  await follow(page, '/estate/nothing-here')
  await expect(views).toHaveCount(0)
  await expect(heading).toHaveText('Page not found')
  await expect(page).toHaveTitle('Page not found · Gallery Encryption Portal')

  await page.setViewportSize({ width: 1440, height: 900 })
  await follow(page, '/image-versions/galleries')
  await expect(mainPages(page).getByRole('link', { name: 'Image versions' })).toHaveAttribute('aria-current', 'true')
  await expect(mainPages(page).getByRole('link')).toHaveCount(5)
  await expect.poll(() => widthOf(page)).toBe(244)
  await page.setViewportSize({ width: 1280, height: 720 })
  await expect.poll(() => widthOf(page)).toBe(64)
  await expect(mainPages(page).getByRole('link')).toHaveText(['Home', 'Versions', 'Sets', 'Overview', 'Help'])
  await expectAxeClean(page, 'the folded navigation')
  await mainPages(page).getByRole('link', { name: 'Image versions' }).focus()
  await expect(page.getByRole('tooltip', { name: 'Image versions' })).toBeVisible()
  await page.getByRole('button', { name: 'Expand navigation' }).press('Enter')
  await expect.poll(() => widthOf(page)).toBe(244)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Collapse navigation' })).toBeVisible()
  await expect.poll(() => widthOf(page)).toBe(244)

  await page.setViewportSize({ width: 400, height: 800 })
  await expect(mainPages(page)).toHaveCount(0)
  const button = page.getByRole('button', { name: 'Open navigation' })
  await button.press('Enter')
  await expect(mainPages(page).getByRole('link', { name: 'Image versions' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await button.press('Enter')
  await mainPages(page).getByRole('link', { name: 'Disk encryption sets' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Disk encryption sets', level: 1 })).toBeFocused()
  // A link that is followed closes it.
  await expect(mainPages(page)).toHaveCount(0)
})

test('behind a dialog and the search, the page stays in place, dimmed with the place of its scroll bar', async ({
  playwright,
  browserName,
  launchOptions,
  portal,
}) => {
  // Tests hide scroll bars; users have them.
  const browser = await playwright[browserName].launch({ ...launchOptions, ignoreDefaultArgs: ['--hide-scrollbars'] })
  try {
    const viewport = { width: 1440, height: 900 }
    const page = await browser.newPage({ viewport, locale: 'en-US', colorScheme: 'light' })
    const bars = () => page.getByRole('banner', { includeHidden: true }).boundingBox()
    const color = async (x: number) => {
      const shot = await page.screenshot({ clip: { x, y: 700, width: 8, height: 40 } })
      return shot.toString('base64')
    }
    const main = page.getByRole('main')
    const expectCalm = async (open: () => Promise<void>, name: string) => {
      const { clientWidth, before } = {
        clientWidth: await page.evaluate(() => document.documentElement.clientWidth),
        before: await bars(),
      }
      expect(clientWidth, name).toBeLessThan(viewport.width)
      await open()
      await expect(page.getByRole('dialog')).toBeVisible()
      // the margin of the page beside it, once both have been dimmed
      await expect.poll(async () => (await color(1428)) === (await color(1412)), { message: name }).toBe(true)
      expect(await page.evaluate(() => window.innerWidth - document.body.clientWidth), name).toBe(
        viewport.width - clientWidth,
      )
      expect(await bars(), name).toEqual(before)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await signIn(page, portal, 'Ada', '/')
    const create = main.getByRole('button', { name: 'Create image version' })
    await expectCalm(() => create.click(), 'a dialog on a short page')
    await page.goto(`${portal.url}/disk-encryption-sets`)
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    // The frame's part comes by itself, after the page on a busy machine.
    await expect(page.getByRole('button', { name: /^Search/ })).toBeVisible()
    await page.evaluate(() => window.scrollTo(0, 1000))
    await expectCalm(() => page.keyboard.press('Control+k'), 'the search on a scrolled page')
    const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
    await page.goto(`${portal.url}/create-image-version?${new URLSearchParams({ definition, from: 'nothing' })}`)
    await expectCalm(() => main.getByRole('button', { name: 'Start from…' }).click(), 'a dialog on a long page')
  } finally {
    await browser.close()
  }
})
