import type { Page } from '@playwright/test'
import { startDemo } from '@portal/bff/demo'
import { expectAxeClean } from '../support/axe-clean.ts'
import { expect, test } from '../support/portal.ts'

/** Holds the portal's script back until the function that it returns is called. */
async function holdScript(page: Page): Promise<() => void> {
  const held = Promise.withResolvers<void>()
  await page.route(/\/assets\/portal-/, async (route) => {
    await held.promise
    await route.continue()
  })
  return () => held.resolve()
}

/** What is seen of the landing page: every text, button and picture, and where. */
function seen() {
  const parts = 'h1, .landing-lead, .landing-button, .landing-points li, .landing-links a, .landing-picture, dt, dd'
  return [...document.querySelectorAll<HTMLElement>('.landing :is(' + parts + ')')]
    .filter((part) => part.offsetParent !== null)
    .map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect()
      const { color, backgroundColor, fontSize, fontWeight } = getComputedStyle(part)
      const look = [color, backgroundColor, fontSize, fontWeight].join(' ')
      return [part.textContent, [x, y, width, height].map(Math.round).join(' '), look].join(' | ')
    })
}

const looks = [
  { locale: 'en-US', viewport: { width: 1440, height: 900 }, signIn: 'Sign in' },
  { locale: 'it-IT', viewport: { width: 400, height: 800 }, colorScheme: 'dark', signIn: 'Accedi' },
] as const

for (const { signIn, ...look } of looks)
  test(`the landing page before the script is the one after it: ${JSON.stringify(look)}`, async ({
    browser,
    portal,
  }) => {
    const context = await browser.newContext(look)
    const page = await context.newPage()
    const release = await holdScript(page)
    await page.goto(portal.url, { waitUntil: 'commit' })
    await expect(page.locator('.landing-picture')).toHaveJSProperty('complete', true)
    const before = await page.evaluate(seen)
    expect(before.length).toBeGreaterThan(14)
    release()
    await expect(page.getByRole('main').getByRole('button', { name: signIn, exact: true })).toBeVisible()
    await expect(page.locator('.landing-picture')).toHaveJSProperty('complete', true)
    await expect.poll(() => page.evaluate(seen)).toEqual(before)
    await context.close()
  })

test('the bars, the landing page and the portal come one after the other, in frames of their own', async ({
  page,
  portal,
}) => {
  await page.clock.install({ time: 0 })
  await page.clock.pauseAt(1000)
  await page.goto(portal.url, { waitUntil: 'networkidle' })
  const landing = page.locator('.landing-place')
  const portalButton = page.getByRole('button', { name: 'Language' })
  await expect(landing).toBeHidden()
  await expect(page.locator('.first-paint-bar')).toBeVisible()
  // The picture is on its way meanwhile.
  await expect(page.locator('.landing-picture')).toHaveJSProperty('complete', true)
  await page.clock.runFor(17)
  await expect(landing).toBeVisible()
  await page.clock.runFor(17)
  await expect(portalButton).toHaveCount(0)
  await page.clock.resume()
  await expect(portalButton).toBeVisible()
})

test('one click leads in as Ada, before the script too, and is not offered again to who is in', async ({ page }) => {
  const demo = await startDemo({ port: 0, simulatorPort: 0, simulation: { sandboxes: {} }, logLevel: 'silent' })
  const release = await holdScript(page)
  await page.goto(demo.url, { waitUntil: 'commit' })
  await page.locator('[data-way-in="lookAround"]').click()
  release()
  const account = page.getByRole('button', { name: /^Account of Ada/ })
  await expect(account).toBeVisible()
  const releaseAgain = await holdScript(page)
  await page.reload({ waitUntil: 'commit' })
  await page.waitForFunction(() => document.readyState !== 'loading')
  await expect(page.locator('.first-paint-bar')).toBeVisible()
  await expect(page.locator('.landing')).toHaveCount(0)
  releaseAgain()
  await expect(account).toBeVisible()
  await demo.close()
})

test('the film is requested when it is in view, and moves when it is played', async ({ page, portal }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1280, height: 720 })
  const requested: string[] = []
  page.on('request', (request) => {
    const [, kind] = /main-path-.*\.(webp|webm)$/.exec(request.url()) ?? []
    if (kind !== undefined) requested.push(kind)
  })
  await page.goto(portal.url)
  const film = page.getByLabel('Without sound: the next version of an image')
  await expect(film).toHaveJSProperty('paused', true)
  expect(requested).toEqual([])
  const place = await film.boundingBox()

  await film.scrollIntoViewIfNeeded()
  await expect(film).toHaveAttribute('poster', /main-path/)
  await expect.poll(() => requested).toEqual(['webp'])
  await expect(film).toHaveJSProperty('currentTime', 0)
  await expectAxeClean(page, 'landing page with its film')
  await page.evaluate(() => window.scrollTo(0, 0))
  expect(await film.boundingBox()).toEqual(place)

  await film.focus()
  await page.keyboard.press('Space')
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0)
  expect(requested).toContain('webm')
  await page.keyboard.press('Space')
  await expect(film).toHaveJSProperty('paused', true)
})
