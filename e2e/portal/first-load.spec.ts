import { expectAxeClean } from '../support/axe-clean.ts'
import { expect, test } from '../support/portal.ts'

test('the script that the first page waits for is 126 kB at most, in three files and the one before the first paint', async ({
  page,
  portal,
}) => {
  const html = await (await page.request.get(portal.url)).text()
  const scripts = [...html.matchAll(/<(?:script|link rel="modulepreload")[^>]* (?:src|href)="([^"]+)"/g)]
  const answers = await Promise.all(
    scripts.map(([, path]) =>
      page.request.get(new URL(path ?? '', portal.url).href, { headers: { 'accept-encoding': 'br' } }),
    ),
  )
  expect(answers).toHaveLength(4)
  const bytes = answers.map((answer) => Number(answer.headers()['content-length']))
  expect(bytes.reduce((sum, each) => sum + each)).toBeLessThan(126_000)
})

const displays = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { contrast: 'more' },
  { forcedColors: 'active' },
] as const

test('the bar before the script is the bar after it, in all colors', async ({ browser, portal }) => {
  const barsOf = async (javaScriptEnabled: boolean) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    const bars = []
    for (const display of displays) {
      await page.emulateMedia({ colorScheme: 'light', contrast: null, forcedColors: 'none', ...display })
      for (const width of [500, 1280]) {
        await page.setViewportSize({ width, height: 700 })
        await page.goto(portal.url)
        if (javaScriptEnabled) await page.getByRole('button', { name: 'Language' }).waitFor()
        bars.push({ display, width, ...(await page.evaluate(barOf)) })
      }
    }
    await context.close()
    return bars
  }
  expect(await barsOf(false)).toEqual(await barsOf(true))
})

/** Where the bar, the mark and the product's name are, and how they are drawn. */
function barOf() {
  const boxOf = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x, y, width, height }
  }
  const bar = document.querySelector('header')
  const name = bar?.querySelector('span')
  const mark = bar?.querySelector('svg')
  if (!bar || !name || !mark) throw new Error('There is no bar')
  const { backgroundColor } = getComputedStyle(bar)
  const { color, fontFamily, fontSize, fontWeight, lineHeight } = getComputedStyle(name)
  const page = document.querySelector('.fui-FluentProvider > div') ?? document.body
  return {
    bar: boxOf(bar),
    name: boxOf(name),
    mark: boxOf(mark),
    markColor: getComputedStyle(mark).color,
    backgroundColor,
    page: getComputedStyle(page).backgroundColor,
    text: { color, fontFamily, fontSize, fontWeight, lineHeight },
  }
}

for (const [locale, words] of [
  ['en-US', 'Loading is taking longer than usual. Reload page'],
  ['it-IT', 'Il caricamento richiede più tempo del solito. Ricarica pagina'],
] as const)
  test(`where the script doesn’t come, the page says so after ten seconds: ${locale}`, async ({ browser, portal }) => {
    const context = await browser.newContext({ locale, viewport: { width: 400, height: 800 } })
    const page = await context.newPage()
    const isAnswered = new Promise<void>(() => undefined)
    await page.route(/\/assets\/portal-/, () => isAnswered)
    await page.goto(portal.url, { waitUntil: 'commit' })
    const note = page.getByText(words)
    await expect(note).toBeHidden()
    expect(
      await note.evaluate((element) =>
        element.getAnimations().map((animation) => {
          const delay = animation.effect?.getTiming().delay
          animation.finish()
          return delay
        }),
      ),
    ).toEqual([10_000])
    await expect(note.getByRole('link')).toBeVisible()
    await expect(page.locator('.first-paint-slow:visible')).toHaveCount(1)
    await context.close()
  })

test('without JavaScript the page says that it needs it, and not that it loads', async ({ browser, portal }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(portal.url)
  await expect(page.locator('.first-paint-note')).toBeVisible()
  await expect(page.locator('.first-paint-slow').first()).toHaveCSS('display', 'none')
  await context.close()
})

test('a menu of the bar is loaded when it is pointed at, opens when it has come, and gives the focus back', async ({
  page,
  portal,
}) => {
  const held = Promise.withResolvers<void>()
  let asked = false
  await page.route(/\/assets\/choice-menu-.*\.js/, async (route) => {
    asked = true
    await held.promise
    await route.continue()
  })
  await page.goto(portal.url, { waitUntil: 'networkidle' })
  const button = page.getByRole('button', { name: 'Language' })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  expect(asked).toBe(false)
  await button.hover()
  await expect.poll(() => asked).toBe(true)
  await button.click()
  await expect(button).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  held.resolve()
  const menu = page.getByRole('menu', { name: 'Language' })
  const first = menu.getByRole('menuitemradio').first()
  await expect(first).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(first).toBeFocused()
  // The button closes what it has opened.
  await button.click()
  await expect(menu).toBeHidden()
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await button.click()
  await expect(first).toBeFocused()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(menu).toBeHidden()
  await button.press('Enter')
  await expect(first).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(menu).toBeHidden()
  await expect(first).toHaveCount(0)
  await expect(page.getByRole('banner').locator(':focus')).toHaveCount(0)
})

test('where the server’s configuration doesn’t come, the page says so after ten seconds', async ({ page, portal }) => {
  await page.clock.install()
  const isAnswered = new Promise<void>(() => undefined)
  await page.route('**/api/configuration', () => isAnswered)
  await page.goto(`${portal.url}/help`)
  await expect(page.getByRole('status', { name: 'Loading' })).toBeVisible()
  await page.clock.fastForward(10_000)
  await expect(page.getByRole('heading', { name: 'Loading is taking longer than usual.' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reload page' })).toBeVisible()
  await expectAxeClean(page, 'slow start')
})
