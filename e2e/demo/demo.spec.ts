import type { Page } from '@playwright/test'
import { startAzureSimulator, systemClock, type AzureSimulator } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { scenarioId } from '@portal/portal-api'
import { expectAxeClean, expectAxeCleanInAllColors, expectNoSideways } from '../support/axe-clean.ts'
import { demoBar, openClock, openDemoPanel } from '../support/demo-panel.ts'
import { compute, expect, follow, signIn, signInAtWizard, test as base } from '../support/portal.ts'
import { storeOf } from '../support/slow-demo.ts'
import { Wizard } from '../support/wizard.ts'

/** A demo as visitors see it: each browser has its own world. Its time is initially the real one. */
const test = base.extend<{ demo: { url: string; azure: AzureSimulator } }>({
  demo: async ({ browser: _ }, use) => {
    const newClock = (startAt?: number) => systemClock({ rate: 1, ...(startAt !== undefined && { startAt }) })
    const azure = await startAzureSimulator({ port: 0, throttling: 'off', sandboxes: { newClock } })
    const { url, close } = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
    await use({ url, azure })
    await close()
    await azure.close()
  },
  wizard: async ({ page, demo }, use) => use(new Wizard(page, demo.url)),
})

const definitionOf = (demo: { azure: AzureSimulator }) => `${compute(demo)}/galleries/contosoGallery/images/ubuntu-web`
const wizardOf = (demo: { azure: AzureSimulator }) =>
  `/create-image-version?${new URLSearchParams({ definition: definitionOf(demo), from: 'nothing' })}`

/** Becomes another person by the menu of the bar. */
async function become(page: Page, name: string): Promise<void> {
  await demoBar(page)
    .getByRole('button', { name: /^Signed in as/ })
    .click()
  await page.getByRole('menuitemradio', { name }).click()
}

/** Chooses in the menu of the clock. */
async function chooseTime(page: Page, item: string): Promise<void> {
  await openClock(page)
  await page.getByRole('menu').getByText(item, { exact: true }).click()
  await page.keyboard.press('Escape')
}

/** Creates a version of ubuntu-web with platform keys in the open wizard, and ends on its page. */
async function createVersion(page: Page, wizard: Wizard, name = '9.0.0'): Promise<void> {
  await wizard.version(name)
  await wizard.managedImage('myImage')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.getByText('Creating').first()).toBeVisible()
}

test('what is under way ends at once, or as the clock runs a hundred times as fast; a resource that is gone leaves nothing on its page, and is no longer among the recent ones', async ({
  page,
  demo,
  wizard,
}) => {
  await signInAtWizard(page, demo)
  await createVersion(page, wizard)
  await openClock(page)
  await expect(page.getByText('1 operation in progress')).toBeVisible()
  await page.getByRole('menuitem', { name: /^Finish now/ }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Succeeded').first()).toBeVisible()

  await follow(page, wizardOf(demo))
  await createVersion(page, wizard, '9.0.1')
  await chooseTime(page, '×100')
  await expect(page.getByText('Succeeded').first()).toBeVisible()

  const version = `${definitionOf(demo)}/versions/1.1.0`
  await follow(page, `/image-version?id=${encodeURIComponent(version)}`)
  await expect(page.getByRole('row', { name: /^West US/ }).first()).toBeVisible()
  storeOf(demo).remove(version)
  await openClock(page)
  await page.getByRole('menuitem', { name: /^Finish now/ }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^Resource not found/)).toBeVisible()
  await expect(page.getByRole('row', { name: /^West US/ })).toHaveCount(0)
  await page.getByRole('button', { name: /^Search/ }).click()
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect(page.getByRole('option', { name: /1\.1\.0/ })).toHaveCount(0)
})

base('a clock that is moved by hand can be sent to the end of what is under way', async ({ page, portal, wizard }) => {
  await signInAtWizard(page, portal)
  await createVersion(page, wizard)
  await chooseTime(page, 'Finish now')
  await expect(page.getByText('Succeeded').first()).toBeVisible()
})

test('one click makes another person; a reset resets resources, time, scenario, drafts, recents and people', async ({
  page,
  demo,
  wizard,
}) => {
  test.slow()
  const gallery = `/gallery?id=${encodeURIComponent(`${compute(demo)}/galleries/contosoGallery`)}`
  await signIn(page, demo, 'Vera', gallery)
  await become(page, 'Ada Rossi')
  await expect(demoBar(page).getByRole('button', { name: /^Signed in as Ada/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'contosoGallery' })).toBeVisible()
  await follow(page, wizardOf(demo))
  await createVersion(page, wizard)
  const definition = definitionOf(demo)
  const store = storeOf(demo)
  store.remove(`${definition}/versions/1.1.0`)
  await follow(page, wizardOf(demo))
  await wizard.version('9.0.1')
  await page.getByRole('button', { name: 'Show code' }).click()
  await follow(page, '/demo/key-disabled')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('region', { name: /^Scenario: Disabled key/ })).toBeVisible()
  const clock = demoBar(page).getByText(/^\w+ \d+, \d\d:\d\d [AP]M$/)
  const before = await clock.textContent()
  demo.azure.sandboxes?.values()[0]?.clock.advance(28 * 24 * 3_600_000)
  await page.goto(`${demo.url}/image-version?id=${encodeURIComponent(`${definition}/versions/9.0.0`)}`)
  await expect(page.getByRole('heading', { name: '9.0.0' })).toBeVisible()
  await expect(clock).not.toHaveText(before ?? '')

  const panel = await openDemoPanel(page)
  const dialog = page.getByRole('alertdialog', { name: 'Reset the demo?' })
  for (const answer of ['Cancel', 'Reset']) {
    await panel.getByRole('button', { name: 'Reset' }).click()
    await dialog.getByRole('button', { name: answer }).click()
  }

  await expect(page.getByText(/^The demo was reset\. It’s .* again\.$/)).toBeVisible()
  await expect(page).toHaveURL(`${demo.url}/`)
  expect((await clock.textContent())?.slice(0, -8)).toBe(before?.slice(0, -8))
  await expect(page.getByRole('region', { name: /^Scenario:/ })).toBeHidden()
  await expect(page.getByText('9.0.1')).toHaveCount(0)
  await expectAxeClean(page, 'Home after a reset')
  await page.getByRole('button', { name: /^Account of Ada/ }).click()
  await expect(page.getByText(/^Vera/)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Search/ }).click()
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect(page.getByRole('option', { name: /9\.0\.0/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  expect(store.get(`${definition}/versions/1.1.0`)).toBeDefined()
  await follow(page, wizardOf(demo))
  await expect(page.getByRole('button', { name: 'Show code' })).toBeVisible()
})

test('a scenario is tried as the person who can show it, with its step in view until it is ended', async ({
  page,
  demo,
}) => {
  // The address that people still have.
  await signIn(page, demo, 'Ada', '/scenarios')
  await page.getByRole('dialog', { name: 'Demo' }).getByRole('link', { name: 'User with read-only access' }).click()
  await expect(demoBar(page).getByRole('button', { name: 'Signed in as Rita Moreau, reader' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Version number' })).toBeVisible()
  const step = demoBar(page).getByRole('region', { name: 'Scenario: User with read-only access' })
  await expect(step.getByText('Select Review + create.')).toBeVisible()
  await page.reload()
  await expect(step.getByText('Select Review + create.')).toBeVisible()
  await demoBar(page).getByRole('button', { name: 'End scenario' }).click()
  await expect(step).toBeHidden()
})

test('controls that cannot be reached are told in one row, and come back; the keyboard alone finds a scenario and goes there', async ({
  page,
  demo,
}) => {
  await page.route('**/api/demo', (route) => route.abort())
  await signIn(page, demo, 'Ada')
  await expect(demoBar(page).getByText('Couldn’t reach the demo controls')).toBeVisible()
  await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
  await page.unroute('**/api/demo')
  await demoBar(page).getByRole('button', { name: 'Try again' }).click()
  await expect(demoBar(page).getByRole('button', { name: /^Signed in as Ada/ })).toBeVisible()
  await expect(demoBar(page).getByRole('button', { name: 'Try again' })).toBeHidden()

  await demoBar(page).getByRole('button', { name: 'Demo', exact: true }).focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Demo' })
  await panel.getByRole('searchbox', { name: 'Search scenarios' }).focus()
  await page.keyboard.type('own keys')
  await expect(panel.getByRole('link')).toHaveCount(1)
  const link = panel.getByRole('link', { name: 'A version encrypted with your own keys' })
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(link).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(demoBar(page).getByRole('region', { name: /^Scenario: A version encrypted/ })).toBeVisible()
  await expect(panel).toBeHidden()
  await expect(page.getByRole('tab', { name: 'Encryption', selected: true })).toBeVisible()
})

const looks = [
  { name: 'Italian, dark', locale: 'it-IT', width: 400, colorScheme: 'dark', expectClean: expectAxeClean },
  { name: 'English', locale: 'en-US', width: 3840, colorScheme: 'light', expectClean: expectAxeCleanInAllColors },
] as const

for (const { name, locale, width, colorScheme, expectClean } of looks)
  test.describe(`${name}, ${width} px`, () => {
    test.use({ locale, viewport: { width, height: 900 } })
    test('the panel and the bar are axe clean and fit the window', async ({ page, demo }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto(`${demo.url}/scenarios`)
      await page
        .getByRole('main')
        .getByRole('button', { name: /^(Sign in|Accedi)$/ })
        .click()
      await page.getByRole('button', { name: /^Ada\b/ }).click()
      const panel = page.getByRole('dialog', { name: 'Demo' })
      await expect(panel.getByRole('link')).toHaveCount(scenarioId.options.length)
      await expectClean(page, 'panel')
      await expectNoSideways(page, 'panel')
      await panel.getByRole('link', { name: /^(Disabled key|Chiave disabilitata)$/ }).click()
      await expect(page.getByRole('region', { name: /^Scenario:/ })).toBeVisible()
      await expect(new Wizard(page, demo.url).selectedTab()).toBeVisible()
      await expectClean(page, 'bar with a scenario')
      const controls = demoBar(page).getByRole('button')
      for (const control of await controls.all()) await expect(control).toBeInViewport({ ratio: 1 })
      await (await openDemoPanel(page)).getByRole('button', { name: /^(Reset|Reimposta)$/ }).click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
      await expectClean(page, 'question before a reset')
      await expectNoSideways(page, 'bar with a scenario')
    })
  })
