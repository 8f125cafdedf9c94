import type { Locator, Page } from '@playwright/test'
import { scenarioId } from '@portal/portal-api'
import { expectAxeClean, expectAxeCleanInAllColors, expectNoSideways } from '../support/axe-clean.ts'
import { openDemoPanel } from '../support/demo-panel.ts'
import { compute, expect, follow, signInAtWizard, test as base } from '../support/portal.ts'
import { slowDemo, storeOf, type SlowDemo } from '../support/slow-demo.ts'
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

interface Work {
  wizard: Wizard
  /** ID of the version */
  version: string
  /** the address of the draft */
  draft: string
}

/** As Ada: a version 3.0.0 of ubuntu-web, and a draft of version 42.42.42. */
async function workOf(page: Page, demo: SlowDemo['demo']): Promise<Work> {
  await signInAtWizard(page, demo)
  const version = keepVersion(demo)
  const wizard = new Wizard(page, demo.url)
  await wizard.version('42.42.42')
  const kept = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  await expect.poll(kept).toContain('42.42.42')
  const { pathname, search } = new URL(page.url())
  return { wizard, version, draft: `${pathname}${search}` }
}

/** Puts a version 3.0.0 of ubuntu-web, which the scenarios of that definition delete; returns its ID. */
function keepVersion(demo: SlowDemo['demo']): string {
  const id = `${compute(demo)}/galleries/contosoGallery/images/ubuntu-web/versions/3.0.0`
  const other = storeOf(demo).get(id.replace('3.0.0', '1.1.0'))
  if (other === undefined) throw new Error('ubuntu-web has lost its version 1.1.0')
  storeOf(demo).put({ ...other, id, name: '3.0.0' })
  return id
}

test('D22: a link from another site asks before a draft and a version are lost', async ({ page, demo }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const { wizard, version, draft } = await workOf(page, demo)
  const sent = beginnings(page)
  await followFromElsewhere(page, `${demo.url}/demo/tour`)
  const asked = question(page)
  await expect(asked).toContainText('Begin, and replace your draft?')
  await expect(asked).toContainText('ubuntu-web 42.42.42')
  await expect(asked).toContainText('ubuntu-web 3.0.0')
  // Ada stays Ada, also once the demo bar knows who everybody is.
  await expect(page.getByRole('button', { name: /^Signed in as Ada/, includeHidden: true })).toBeVisible()
  await expect(asked).not.toContainText('User to be signed in')
  await expectAxeCleanInAllColors(page, 'the question')
  await expectNoSideways(page, 'the question')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Demo' })).toBeVisible()
  expect(sent).toEqual([])
  expect(storeOf(demo).get(version)).toBeDefined()
  await page.goto(`${demo.url}${draft}`)
  await expect(wizard.field('Version number')).toHaveValue('42.42.42')

  await follow(page, '/demo/tour')
  await press(asked, 'Begin')
  await expect(page.locator('.tour-card')).toBeVisible()
  expect(sent).toEqual(['{"id":"tour"}'])
  expect(storeOf(demo).get(version)).toBeUndefined()
  await follow(page, draft)
  await expect(wizard.field('Version number')).toHaveValue('3.0.0')
})

test('D22: no address of a scenario changes a draft, a version or the person unasked', async ({ page, demo }) => {
  const { wizard, version, draft } = await workOf(page, demo)
  const noLoss = [
    'policy-denies-platform-keys',
    'versions-busy',
    'throttled',
    'number-in-recycle-bin',
    'size-requires-nvme',
    'terms-not-accepted',
  ]
  // A page that has not come back from a sign-in, as by any link; what follows need not load it again.
  await followFromElsewhere(page, `${demo.url}/demo/nothing`)
  const unknown = page.getByText('Scenario not found', { exact: true })
  for (const id of scenarioId.options) {
    await expect(unknown, id).toBeVisible()
    await follow(page, `/demo/${id}`)
    const begun = page.getByRole('region', { name: /^Scenario: / })
    await expect(question(page).or(begun).first(), id).toBeVisible()
    expect(await question(page).isVisible(), id).toBe(!noLoss.includes(id))
    if (await begun.isVisible()) await press(begun, 'End scenario')
    await expect(page.getByRole('button', { name: /^Account of Ada/, includeHidden: true }), id).toHaveCount(1)
    // Without an answer.
    await follow(page, '/demo/nothing')
  }
  for (const other of ['tour/reader', 'presenter']) await followFromElsewhere(page, `${demo.url}/demo/${other}`)
  await page.goto(`${demo.url}${draft}`)
  await expect(wizard.field('Version number')).toHaveValue('42.42.42')
  expect(storeOf(demo).get(version)).toBeDefined()
})

test('D22: the list of scenarios asks for what is not of a scenario, and goes on from one to the next; a link to a scenario of another person asks before they are signed in', async ({
  page,
  demo,
}) => {
  await workOf(page, demo)
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

  await followFromElsewhere(page, `${demo.url}/demo/reader`)
  await expect(question(page)).toContainText(/Begin as Rita/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Demo' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Account of Ada/, includeHidden: true })).toBeVisible()
  await follow(page, '/demo/reader')
  await press(question(page), 'Begin')
  await expect(page.getByRole('region', { name: 'Scenario: User with read-only access' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Signed in as Rita/ })).toBeVisible()
})

test.describe('Italian, 400 px', () => {
  test.use({ locale: 'it-IT', viewport: { width: 400, height: 800 } })
  test('the question fits', async ({ page, demo }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto(`${demo.url}/demo/slow-region`)
    await expect(page.getByRole('region', { name: /^Scenario:/ })).toBeVisible()
    keepVersion(demo)
    await followFromElsewhere(page, `${demo.url}/demo/reader`)
    await expect(question(page)).toContainText('ubuntu-web 3.0.0')
    await expectAxeClean(page, 'the question')
    await expectNoSideways(page, 'the question')
  })
})

test('the search finds every scenario by its name, and one begins after asking about the draft', async ({
  page,
  demo,
}) => {
  const { wizard, draft } = await workOf(page, demo)
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
  await page.goto(`${demo.url}${draft}`)
  await expect(wizard.field('Version number')).toHaveValue('42.42.42')
  // The bar is loaded beside the page, and listens for the key from then on.
  await expect(page.getByRole('button', { name: 'Search resources, pages, and actions' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await search.getByRole('combobox').fill('region without')
  await page.keyboard.press('Enter')
  await press(question(page), 'Begin')
  await expect(page.getByRole('region', { name: 'Scenario: Region without a set' })).toBeVisible()
})
