import type { Page } from '@playwright/test'
import { startAzureSimulator, systemClock, type AzureSimulator } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, signIn, test as base } from '../support/portal.ts'
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

const bar = (page: Page) => page.getByRole('complementary', { name: 'Demo' })

/** Opens a menu of the bar, by the start of its button's name, and chooses in it. */
async function choose(page: Page, menu: string, item: string): Promise<void> {
  await bar(page)
    .getByRole('button', { name: new RegExp(`^${menu}`) })
    .click()
  await page.getByRole('menu').getByText(item, { exact: true }).click()
}

/** Creates version 9.0.0 of ubuntu-web with platform keys, and ends on its page. */
async function createVersion(page: Page, wizard: Wizard): Promise<void> {
  await wizard.openFrom('contosoGallery', 'ubuntu-web')
  await wizard.version('9.0.0')
  await wizard.managedImage('myImage')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '9.0.0' })).toBeVisible()
  await expect(page.getByText('Creating').first()).toBeVisible()
}

test('another person is one click away, at the same page', async ({ page, demo }) => {
  const gallery = `/gallery?id=${encodeURIComponent(`${compute(demo)}/galleries/contosoGallery`)}`
  await signIn(page, demo, 'Ada', gallery)
  await choose(page, 'Signed in as Ada Rossi, image engineer', 'Rita Moreau')
  await expect(bar(page).getByRole('button', { name: 'Signed in as Rita Moreau, reader' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'contosoGallery' })).toBeVisible()
})

test('a version that is under way completes as the clock runs a hundred times as fast', async ({
  page,
  demo,
  wizard,
}) => {
  await signIn(page, demo, 'Ada')
  await createVersion(page, wizard)
  await choose(page, 'Clock: real time', '×100')
  await expect(bar(page).getByRole('button', { name: 'Clock: ×100' })).toBeVisible()
  await expect(page.getByText('Succeeded').first()).toBeVisible()
})

test('what is under way ends at once', async ({ page, demo, wizard }) => {
  await signIn(page, demo, 'Ada')
  await createVersion(page, wizard)
  await bar(page)
    .getByRole('button', { name: /^Clock/ })
    .click()
  await expect(page.getByText('1 operation in progress')).toBeVisible()
  await page.getByRole('menuitem', { name: /^Finish now/ }).click()
  await expect(page.getByText('Succeeded').first()).toBeVisible()
})

base('a clock that is moved by hand can be sent to the end of what is under way', async ({ page, portal, wizard }) => {
  await signIn(page, portal, 'Ada')
  await createVersion(page, wizard)
  await choose(page, 'Clock: paused', 'Finish now')
  await expect(page.getByText('Succeeded').first()).toBeVisible()
})

test('a reset brings back what was deleted, and takes away what was made', async ({ page, demo, wizard }) => {
  await signIn(page, demo, 'Ada')
  await createVersion(page, wizard)
  const definition = `${compute(demo)}/galleries/contosoGallery/images/ubuntu-web`
  demo.azure.sandboxes?.values()[0]?.store.remove(`${definition}/versions/1.1.0`)
  await page.goto(`${demo.url}/image-definition?id=${encodeURIComponent(definition)}`)
  await expect(page.getByRole('link', { name: '9.0.0', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: '1.1.0', exact: true })).toHaveCount(0)

  await bar(page).getByRole('button', { name: 'Reset' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Reset the demo?' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('link', { name: '9.0.0', exact: true })).toBeVisible()

  await bar(page).getByRole('button', { name: 'Reset' }).click()
  await dialog.getByRole('button', { name: 'Reset' }).click()
  await expect(page.getByRole('link', { name: '1.1.0', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: '9.0.0', exact: true })).toHaveCount(0)
})

test('a scenario is tried as the person who can show it, with its step in view until it is ended', async ({
  page,
  demo,
}) => {
  await signIn(page, demo, 'Ada', '/scenarios')
  await page.getByRole('link', { name: 'Try it: User with read-only access' }).click()
  await expect(bar(page).getByRole('button', { name: 'Signed in as Rita Moreau, reader' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Version number' })).toBeVisible()
  const step = bar(page).getByRole('region', { name: 'Scenario: User with read-only access' })
  await expect(step.getByText('Select Review + create.')).toBeVisible()
  await page.reload()
  await expect(step.getByText('Select Review + create.')).toBeVisible()
  await bar(page).getByRole('button', { name: 'End scenario' }).click()
  await expect(bar(page).getByRole('button', { name: 'Scenario: none' })).toBeVisible()
})

test('controls that cannot be reached are told in one row, and come back', async ({ page, demo }) => {
  await page.route('**/api/demo', (route) => route.abort())
  await signIn(page, demo, 'Ada')
  await expect(bar(page).getByText('Couldn’t reach the demo controls')).toBeVisible()
  await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
  await page.unroute('**/api/demo')
  await bar(page).getByRole('button', { name: 'Try again' }).click()
  await expect(bar(page).getByRole('button', { name: /^Signed in as Ada/ })).toBeVisible()
  await expect(bar(page).getByRole('button', { name: 'Try again' })).toBeHidden()
})

test('the keyboard alone chooses a scenario and goes there', async ({ page, demo }) => {
  await signIn(page, demo, 'Ada')
  await bar(page).getByRole('button', { name: 'Scenario: none' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'All scenarios' })).toBeFocused()
  for (const _ of ['Saved worlds', 'Present…', 'None', 'Guided tour', 'A version encrypted with your own keys'])
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(bar(page).getByRole('region', { name: /^Scenario: A version encrypted/ })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Encryption', selected: true })).toBeVisible()
})

const looks = [
  { name: 'English, light', locale: 'en-US', width: 400, colorScheme: 'light', forcedColors: 'none' },
  { name: 'Italian, dark', locale: 'it-IT', width: 400, colorScheme: 'dark', forcedColors: 'none' },
  { name: 'Italian, high contrast', locale: 'it-IT', width: 1280, colorScheme: 'dark', forcedColors: 'active' },
  { name: 'English, 4K', locale: 'en-US', width: 3840, colorScheme: 'light', forcedColors: 'none' },
] as const

for (const { name, locale, width, colorScheme, forcedColors } of looks)
  test.describe(`${name}, ${width} px`, () => {
    test.use({ locale, viewport: { width, height: 900 } })
    test('the scenarios and the bar are axe clean and fit the window', async ({ page, demo }) => {
      await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' })
      await page.goto(`${demo.url}/scenarios`)
      await page
        .getByRole('main')
        .getByRole('button', { name: /^(Sign in|Accedi)$/ })
        .click()
      await page.getByRole('button', { name: /^Ada\b/ }).click()
      await expect(page.getByRole('main').getByRole('link', { name: /^(Try it|Prova)/ })).toHaveCount(25)
      await expectAxeClean(page, 'scenarios')
      await expectNoSideways(page, 'scenarios')
      if (width === 400) await page.getByRole('button', { name: /^(Demo controls|Controlli)/ }).click()
      await page.getByRole('button', { name: /^Scenario/ }).click()
      await page.getByRole('menuitemradio', { name: /^(Disabled key|Chiave disabilitata)$/ }).click()
      await expect(page.getByRole('region', { name: /^Scenario:/ })).toBeVisible()
      await expect(page.getByRole('tab', { selected: true })).toBeVisible()
      await expectAxeClean(page, 'bar with a scenario')
      if (width === 400) await page.getByRole('button', { name: /^(Demo controls|Controlli)/ }).click()
      await page.getByRole('button', { name: /^(Reset|Reimposta)$/ }).click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
      await expectAxeClean(page, 'question before a reset')
      await expectNoSideways(page, 'bar with a scenario')
    })
  })
