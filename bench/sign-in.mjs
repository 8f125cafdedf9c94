import { chromium } from 'playwright-core'
import { browserArguments } from '../scripts/test/browser-arguments.mjs'
import { startDemoProcess } from './server-process.mjs'
import { median } from './table.mjs'

const rounds = 5

// Runs in each page of the portal: notes when what was waited for has been painted first.
function noteWhenSeen() {
  globalThis.seenAt = {}
  const waitedFor = {
    galleries: () => document.querySelector('main a[href^="/gallery?"]'),
    // The next version begins on its review, which has headings; another tab has fields.
    wizard: () => document.querySelector('main [role=tabpanel] :is(h2, h3, input:not([disabled]))'),
  }
  const look = () => {
    for (const [name, isSeen] of Object.entries(waitedFor))
      if (!isSeen()) delete globalThis.seenAt[name]
      else globalThis.seenAt[name] ??= performance.timeOrigin + performance.now()
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** The time from `act` until the page has `name`, in ms; before it, the page has it not. */
async function timeUntil(page, name, act) {
  const start = Date.now()
  await act()
  const seen = await page.waitForFunction(
    ([what, since]) => globalThis.seenAt?.[what] > since && globalThis.seenAt[what],
    [name, start],
    { polling: 20 },
  )
  return (await seen.jsonValue()) - start
}

/** A visit with an empty cache: signing in, opening the wizard, another person. */
async function visit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  await context.addInitScript(noteWhenSeen)
  const page = await context.newPage()
  await page.goto(`${url}/image-versions/galleries`)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  const person = page.getByRole('button', { name: /^Ada\b/ })
  await person.waitFor()
  const signIn = await timeUntil(page, 'galleries', () => person.evaluate((choice) => choice.click()))
  await page.getByRole('link', { name: 'contosoGallery', exact: true }).click()
  await page.getByRole('link', { name: 'ubuntu-web', exact: true }).click()
  const create = page.getByRole('main').getByRole('link', { name: 'Create version' }).first()
  await create.waitFor()
  await page.waitForLoadState('networkidle')
  // People rest on what they click, and a hand's press takes a moment.
  await create.hover()
  await page.waitForTimeout(150)
  await page.mouse.down()
  await page.waitForTimeout(80)
  const opened = await timeUntil(page, 'wizard', () => page.mouse.up())
  await page.goto(`${url}/image-versions/galleries`)
  await page.getByRole('link', { name: 'contosoGallery', exact: true }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: /^Signed in as/ }).click()
  const other = page.getByRole('menuitemradio', { name: /^Rita Moreau/ })
  await other.waitFor()
  // The galleries of the person before are gone by the time the page is another one.
  const switched = await timeUntil(page, 'galleries', () => other.evaluate((item) => item.click()))
  await context.close()
  return { signIn, opened, switched }
}

/**
 * What somebody waits for around a sign-in to the demo, with an empty cache, whose Microsoft Entra ID is simulated too.
 * @param {{ browser: string }} options browser: path of the executable
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function signIn({ browser: executablePath }) {
  const portal = await startDemoProcess()
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  try {
    const visits = []
    for (let round = 0; round <= rounds; round += 1) visits.push(await visit(browser, portal.url))
    const of = (what) => median(visits.slice(1).map((one) => one[what]))
    const row = (name, what, most) => ({ name, unit: 'ms', ours: of(what), goal: { most } })
    return [
      row('person chosen → list of galleries', 'signIn', 500),
      row('person switched → list of galleries', 'switched', 700),
      row('wizard opened → fields', 'opened', 300),
    ]
  } finally {
    await browser.close()
    await portal.stop()
  }
}
