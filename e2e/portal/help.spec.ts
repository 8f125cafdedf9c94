import type { Page } from '@playwright/test'
import { expectAxeClean, expectAxeCleanInAllColors, expectNoSideways } from '../support/axe-clean.ts'
import { expect, signIn, storeChoices, test } from '../support/portal.ts'

const languages = [
  { language: 'en', help: 'Help', search: 'Search the guide', query: 'soft delet', found: /^Results: \d+$/ },
  {
    language: 'it',
    help: 'Guida',
    search: 'Cerca nella guida',
    query: 'ELIMINAZ temporanea',
    found: /^Risultati: \d+$/,
  },
] as const

const title = (page: Page) => page.getByRole('heading', { level: 1 })

for (const { language, help, search, query, found } of languages)
  test(`the guide is found by search, by keyboard alone, and the way back leads to the results: ${language}`, async ({
    page,
    portal,
  }) => {
    await storeChoices(page, { language })
    await page.goto(portal.url)
    await page.getByRole('link', { name: help, exact: true }).press('Enter')
    const box = page.getByRole('searchbox', { name: search })
    await expect(page.getByRole('article')).toBeVisible()
    await box.focus()
    await page.keyboard.type(query)
    await expect(page.getByRole('status').filter({ hasText: found })).toBeVisible()
    await expect(box).toBeFocused()
    const results = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.locator('strong') })
    await page.keyboard.press('ArrowDown')
    await expect(results.first().getByRole('link')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(results.nth(1).getByRole('link')).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/help\/recycle-bin(#|$)/)
    await expect(page.getByRole('heading').and(page.locator(':focus'))).toBeInViewport()
    await page.goBack()
    await expect(box).toHaveValue(query)
    await results.first().getByRole('link').click()
    await expect(page.getByRole('heading').and(page.locator(':focus'))).toBeInViewport()
  })

test('a search that finds nothing says so, and Enter opens the best result of another', async ({ page, portal }) => {
  await page.goto(`${portal.url}/help/browse`)
  const box = page.getByRole('searchbox', { name: 'Search the guide' })
  await box.fill('zzzzzz')
  await expect(page.getByRole('status').filter({ hasText: 'No results.' })).toBeVisible()
  await box.fill('recycle bin')
  await expect(page.getByRole('status').filter({ hasText: 'Results:' })).toBeVisible()
  await box.press('Enter')
  await expect(page).not.toHaveURL(/search=/)
  await expect(page.getByRole('article')).toBeVisible()
  await page.goBack()
  await box.focus()
  await page.getByRole('button', { name: 'Clear search' }).click()
  await expect(page.getByRole('article')).toBeVisible()
})

test('the guide opens from the top bar, at what it says about the page, and the way back leads there again', async ({
  page,
  portal,
}) => {
  await signIn(page, portal, 'Ada', '/disk-encryption-sets')
  await page.getByRole('link', { name: 'Help for this page' }).click()
  await expect(page).toHaveURL(/\/help\/disk-encryption-sets$/)
  await expect(title(page)).toBeFocused()
  await expect(page.getByRole('article')).toBeVisible()
  await expect(page).toHaveTitle(/disk encryption set.* · Gallery Encryption Portal$/i)
  await expect(page.getByRole('link', { name: 'Help for this page' })).toHaveCount(0)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Disk encryption sets', level: 1 })).toBeVisible()
  await page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Help', exact: true }).click()
  await expect(page).toHaveURL(/\/help$/)
  await expect(page.getByRole('article')).toBeVisible()
  const next = page.getByRole('navigation', { name: 'Previous and next page' }).getByRole('link')
  await next.click()
  await expect(page).toHaveURL(/\/help\/[a-z-]+$/)
  await expect(title(page)).toBeFocused()
  await page.goBack()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Disk encryption sets', level: 1 })).toBeVisible()
})

test('a visitor reads the guide without signing in, and its headings and a link lead to their sections', async ({
  page,
  portal,
}) => {
  await page.goto(portal.url)
  await page.getByRole('link', { name: 'Read the guide' }).click()
  await expect(page.getByRole('article')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('article')).toBeVisible()
  expect(new URL(page.url()).origin).toBe(new URL(portal.url).origin)
  await page.goto(`${portal.url}/help/no-such-page`)
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Guide pages' }).getByRole('link').first().click()
  await expect(page.getByRole('article')).toBeVisible()

  const headings = page.getByRole('navigation', { name: 'On this page' }).getByRole('link')
  const last = headings.last()
  const text = await last.innerText()
  await last.click()
  await expect(page.getByRole('article').getByRole('heading', { name: text, exact: true })).toBeInViewport()
  const address = page.url()
  expect(address).toContain('#')
  await page.goto(portal.url)
  await page.goto(address)
  await expect(page.getByRole('article').getByRole('heading', { name: text, exact: true })).toBeFocused()
  await expect(page.getByRole('article').getByRole('heading', { name: text, exact: true })).toBeInViewport()
})

test('a picture keeps its place, follows the theme, and opens in its own size', async ({ page, portal }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${portal.url}/help/encrypt-disks`)
  const enlarge = page.getByRole('button', { name: /^Enlarge picture: The grid with 60 regions/ })
  const picture = enlarge.locator('img')
  const light = await picture.getAttribute('src')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(picture).toHaveAttribute('src', /-dark-/)
  await expect(picture).not.toHaveAttribute('src', light ?? '')
  expect(await picture.evaluate((img: HTMLImageElement) => [img.width > 0, img.height > 0])).toEqual([true, true])
  await enlarge.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('img')).toHaveAttribute('src', /-dark-/)
  await expectAxeClean(page, 'a large picture')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(enlarge).toBeFocused()
})

test('the links of the guide hold, and its pictures are there, in both languages', async ({ page, portal }) => {
  await page.goto(`${portal.url}/help`)
  const expectLinksHold = async (language: string, name: string) => {
    const list = page.getByRole('navigation', { name }).getByRole('link')
    const article = page.getByRole('article')
    await expect(article).toHaveAttribute('lang', language)
    const listed = await list.evaluateAll((found) =>
      found.map((link) => ({ address: link.getAttribute('href') ?? '', text: link.textContent })),
    )
    const links: string[] = []
    const places = new Set<string>()
    const pictures = new Set<string>()
    for (const [index, { address, text }] of listed.entries()) {
      await list.nth(index).click()
      await expect(title(page)).toHaveText(text)
      await expect(article).toHaveAttribute('lang', language)
      const found = await article.evaluate((part) => ({
        links: [...part.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
        ids: [...part.querySelectorAll('[id]')].map(({ id }) => id),
        pictures: [...part.querySelectorAll('img')].map(({ src }) => src),
        unsaid: [...part.querySelectorAll('img')].filter(({ alt, width, height }) => !alt || !width || !height).length,
      }))
      expect(found.unsaid, `pictures of ${address} without words or size`).toBe(0)
      places.add(address)
      for (const id of found.ids) places.add(`${address}#${id}`)
      for (const picture of found.pictures) pictures.add(picture)
      links.push(...found.links.map((link) => decodeURI(link.startsWith('#') ? `${address}${link}` : link)))
    }
    expect(listed.length).toBeGreaterThan(5)
    expect(pictures.size).toBeGreaterThan(5)
    expect(links.filter((link) => !link.startsWith('https:') && !places.has(link))).toEqual([])
    const answers = await Promise.all([...pictures].map((picture) => page.request.get(picture)))
    expect(answers.filter((answer) => answer.status() !== 200).map((answer) => answer.url())).toEqual([])
    expect(answers.every((answer) => answer.headers()['content-type'] === 'image/webp')).toBe(true)
  }
  await expectLinksHold('en', 'Guide pages')
  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitemradio', { name: 'Italiano' }).click()
  await expectLinksHold('it', 'Pagine della guida')
})

test('what is printed is the page alone, dark on white in the dark theme too', async ({ page, portal }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${portal.url}/help/browse`)
  await expect(page.getByRole('article')).toBeVisible()
  await expect(page.getByText('Demo', { exact: true }).first()).toBeVisible()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('article')).toBeVisible()
  await expect(title(page)).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('searchbox')).toHaveCount(0)
  await expect(page.getByText('Demo', { exact: true }).first()).toBeHidden()
  const lightness = () =>
    title(page).evaluate((heading) => Number(/\d+/.exec(getComputedStyle(heading).color)?.[0] ?? NaN))
  await expect.poll(lightness).toBeLessThan(80)
})

test('the guide is axe clean and fits the window, in all colors, Italian and narrow', async ({ page, portal }) => {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' })
  const paths = ['/help', '/help/code-out', '/help/browse?search=azure']
  const open = async (path: string) => {
    await page.goto(`${portal.url}${path}`)
    await expect(page.locator('article, main strong').first()).toBeVisible()
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  for (const path of paths) {
    await open(path)
    await expectAxeCleanInAllColors(page, path)
    await expectNoSideways(page, path)
  }
  await page.evaluate(() => localStorage.setItem('language', 'it'))
  for (const path of paths) {
    await page.setViewportSize({ width: 1000, height: 900 })
    await open(path)
    for (const width of [1000, 400]) {
      await page.setViewportSize({ width, height: 900 })
      await expect(page.getByRole('button', { name: 'Pagine della guida' })).toBeVisible({ visible: width < 800 })
      await expectNoSideways(page, `${path} at ${width} px`)
      await expectAxeClean(page, `${path} at ${width} px`)
    }
  }
  await page.goto(`${portal.url}/help/browse`)
  await page.getByRole('button', { name: 'In questa pagina' }).click()
  await expectAxeClean(page, 'the headings unfolded')
  await page.getByRole('navigation', { name: 'In questa pagina' }).getByRole('link').last().click()
  await expect(page.getByRole('button', { name: 'In questa pagina' })).toHaveAttribute('aria-expanded', 'false')
  await page.getByRole('button', { name: 'Pagine della guida' }).click()
  await page.getByRole('navigation', { name: 'Pagine della guida' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/help$/)
  await expect(page.getByRole('button', { name: 'Pagine della guida' })).toHaveAttribute('aria-expanded', 'false')
})
