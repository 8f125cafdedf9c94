import type { Locator, Page } from '@playwright/test'
import { scenarioId } from '@portal/portal-api'
import { expectAxeClean, expectAxeCleanInAllColors, expectNoSideways } from '../support/axe-clean.ts'
import { openDemoPanel } from '../support/demo-panel.ts'
import { expect, signIn, test as base } from '../support/portal.ts'
import { slowDemo, type SlowDemo } from '../support/slow-demo.ts'
import { Wizard } from '../support/wizard.ts'

const test = base.extend<SlowDemo>({ demo: slowDemo })

// Each walks through several scenarios.
test.beforeEach(() => test.slow())

const elsewhere = 'https://elsewhere.example/'
const question = (page: Page): Locator => page.getByRole('alertdialog', { name: /^(Begin|Inizi)/ })
const press = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true }).click()

/** Follows a link to an address of the portal that stands on a page of another site. */
async function followFromElsewhere(page: Page, address: string): Promise<void> {
  await page.route(elsewhere, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><a href="${address}">A tour</a>` }),
  )
  await page.goto(elsewhere)
  await page.getByRole('link').click()
}

/** What a page has sent to begin a scenario. */
function beginnings(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/demo/scenarios/begin')) sent.push(request.postData() ?? '')
  })
  return sent
}

/** As Ada: version 3.0.0 of ubuntu-web, created in the wizard, and then a draft of version 42.42.42. */
async function workOf(page: Page, url: string): Promise<Wizard> {
  await signIn(page, { url }, 'Ada')
  const wizard = new Wizard(page, url)
  await wizard.openFrom('contosoGallery', 'ubuntu-web')
  await wizard.version('3.0.0')
  await wizard.managedImage('myImage')
  await wizard.review()
  await wizard.create()
  await expect(page.getByRole('heading', { name: /3\.0\.0/ }).first()).toBeVisible()
  await page.goto(`${url}/galleries`)
  await wizard.openFrom('contosoGallery', 'ubuntu-web')
  await wizard.version('42.42.42')
  const kept = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  await expect.poll(kept).toContain('42.42.42')
  return wizard
}

test('D22: a link from another site asks before a draft and a version are lost', async ({ page, demo }) => {
  const wizard = await workOf(page, demo.url)
  const draft = page.url()
  const sent = beginnings(page)
  await followFromElsewhere(page, `${demo.url}/demo/tour`)
  const asked = question(page)
  await expect(asked).toContainText('Begin, and replace your draft?')
  await expect(asked).toContainText('ubuntu-web 42.42.42')
  await expect(asked).toContainText('ubuntu-web 3.0.0')
  // Ada stays Ada, also once the demo bar knows who everybody is.
  await expect(page.getByRole('button', { name: /^Signed in as Ada/, includeHidden: true })).toBeVisible()
  await expect(asked).not.toContainText('User to be signed in')
  await expectAxeClean(page, 'the question')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Demo' })).toBeVisible()
  expect(sent).toEqual([])
  await page.goto(draft)
  await expect(wizard.field('Version number')).toHaveValue('42.42.42')

  await followFromElsewhere(page, `${demo.url}/demo/tour`)
  await press(asked, 'Begin')
  await expect(page.locator('.tour-card')).toBeVisible()
  expect(sent).toEqual(['{"id":"tour"}'])
  await page.goto(draft)
  await expect(wizard.field('Version number')).toHaveValue('3.0.0')
})

test('D22: no address of a scenario changes a draft, a version or the person unasked', async ({ page, demo }) => {
  const wizard = await workOf(page, demo.url)
  const draft = page.url()
  const noLoss = [
    'policy-denies-platform-keys',
    'versions-busy',
    'throttled',
    'number-in-recycle-bin',
    'size-requires-nvme',
    'terms-not-accepted',
  ]
  for (const id of scenarioId.options) {
    await followFromElsewhere(page, `${demo.url}/demo/${id}`)
    const begun = page.getByRole('region', { name: /^Scenario: / })
    await expect(question(page).or(begun).first(), id).toBeVisible()
    expect(await question(page).isVisible(), id).toBe(!noLoss.includes(id))
    if (await begun.isVisible()) await press(begun, 'End scenario')
    await expect(page.getByRole('button', { name: /^Account of Ada/, includeHidden: true }), id).toHaveCount(1)
  }
  for (const other of ['nothing', 'tour/reader', 'presenter'])
    await followFromElsewhere(page, `${demo.url}/demo/${other}`)
  await page.goto(draft)
  await expect(wizard.field('Version number')).toHaveValue('42.42.42')
  const definition = new URL(draft).searchParams.get('definition') ?? ''
  await page.goto(`${demo.url}/image-version?${new URLSearchParams({ id: `${definition}/versions/3.0.0` })}`)
  await expect(page.getByRole('heading', { name: /3\.0\.0/ }).first()).toBeVisible()
})

test('D22: the list of scenarios asks for what is not of a scenario, and goes on from one to the next', async ({
  page,
  demo,
}) => {
  await workOf(page, demo.url)
  const strip = page.getByRole('region', { name: /^Scenario: / })
  const tryIt = async (title: string) => (await openDemoPanel(page)).getByRole('link', { name: title }).click()
  await tryIt('Failed replication to a region')
  await expect(question(page)).toContainText('ubuntu-web 42.42.42')
  await press(question(page), 'Begin')
  await expect(strip).toBeVisible()

  // Its draft and its version are those of the scenario.
  await press(page, 'Create')
  await expect(strip.getByText('Seen', { exact: true })).toBeVisible()
  await press(strip, 'Start again')
  await expect(strip.getByText('Seen', { exact: true })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeVisible()
  await tryIt('Slow region')
  await expect(page.getByRole('region', { name: 'Scenario: Slow region' })).toBeVisible()
  await expect(question(page)).toBeHidden()
})

test('D22: a link to a scenario of another person asks before they are signed in', async ({ page, demo }) => {
  await signIn(page, demo, 'Ada')
  await followFromElsewhere(page, `${demo.url}/demo/reader`)
  await expect(question(page)).toContainText(/Begin as Rita/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Demo' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Account of Ada/, includeHidden: true })).toBeVisible()
  await followFromElsewhere(page, `${demo.url}/demo/reader`)
  await press(question(page), 'Begin')
  await expect(page.getByRole('region', { name: 'Scenario: User with read-only access' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Signed in as Rita/ })).toBeVisible()
})

const looks = [
  { name: 'English, 1280 px', locale: 'en-US', width: 1280, height: 720, expectClean: expectAxeCleanInAllColors },
  { name: 'Italian, 400 px', locale: 'it-IT', width: 400, height: 800, expectClean: expectAxeClean },
]

for (const { name, locale, width, height, expectClean } of looks)
  test.describe(name, () => {
    test.use({ locale, viewport: { width, height } })
    test('the question fits', async ({ page, demo }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await page.goto(`${demo.url}/demo/slow-region`)
      const strip = page.getByRole('region', { name: /^Scenario:/ })
      await expect(strip).toBeVisible()
      await page.getByRole('button', { name: /^(Create|Crea)$/ }).click()
      await expect(page.getByRole('heading', { name: /3\.0\.0/ }).first()).toBeVisible()
      await followFromElsewhere(page, `${demo.url}/demo/reader`)
      await expect(question(page)).toBeVisible()
      await expectClean(page, 'the question')
      await expectNoSideways(page, 'the question')
    })
  })

test('the search finds every scenario by its name, and one begins after asking about the draft', async ({
  page,
  demo,
}) => {
  const wizard = await workOf(page, demo.url)
  const draft = page.url()
  const panel = await openDemoPanel(page)
  const links = await panel.getByRole('link').evaluateAll((all) =>
    all.flatMap((link) => {
      const href = link.getAttribute('href') ?? ''
      return /^\/demo\/(?!presenter)/.test(href) ? [{ href, title: link.textContent }] : []
    }),
  )
  expect(links.map(({ href }) => href.slice('/demo/'.length)).toSorted()).toEqual(scenarioId.options.toSorted())
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  const search = page.getByRole('dialog', { name: 'Search' })
  const found = search.getByRole('group', { name: 'Demo scenarios' }).getByRole('option')
  for (const { href, title } of links) {
    await search.getByRole('combobox').fill(title)
    await expect(found.filter({ hasText: title }).first()).toHaveAttribute('href', href)
  }
  await search.getByRole('combobox').fill('region without')
  await found.filter({ hasText: 'Region without a set' }).click()
  await expect(question(page)).toContainText('Begin, and replace your draft?')
  await press(question(page), 'Cancel')
  await page.goto(draft)
  await expect(wizard.field('Version number')).toHaveValue('42.42.42')
  // The bar is loaded beside the page, and listens for the key from then on.
  await expect(page.getByRole('button', { name: 'Search resources, pages, and actions' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await search.getByRole('combobox').fill('region without')
  await page.keyboard.press('Enter')
  await press(question(page), 'Begin')
  await expect(page.getByRole('region', { name: 'Scenario: Region without a set' })).toBeVisible()
})
