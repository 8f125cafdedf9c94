// npm run screenshots: walks the portal as a user and takes a picture of each page and tab.
//   docs/images/<page>.png                      light, 1280 wide, English: the pictures of README and guide
//   docs/images/encryption-matrix-<size>-…      the Encryption tab small and large: light and dark, English and Italian
//   test-results/screenshots/<page>-<variant>   with --all: light and dark, 1280 and 400 wide, English and Italian
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { fabrikam, manualClock, startAzureSimulator } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { withdrawConsent } from '../e2e/support/directory.ts'
import { openMatrix } from '../e2e/support/matrix-world.ts'
import { openSubscription, Wizard } from '../e2e/support/wizard.ts'
import { isBuilt } from './build/web-build-state.mjs'
import { root, runStep } from './run-step.mjs'
import { browserArguments } from './test/browser-arguments.mjs'
import { findBrowser } from './test/find-browser.mjs'

const everyVariant = process.argv.includes('--all')
const pictures = join(root, 'docs/images')
const variants = join(root, 'test-results/screenshots')
const wide = { width: 1280, height: 900 }
const start = '2026-11-24T09:00:00Z'
const plain = { theme: 'light', language: 'en', width: 1280 }

const choices = ['light', 'dark'].flatMap((theme) =>
  ['en', 'it'].flatMap((language) => [1280, 400].map((width) => ({ theme, language, width }))),
)

/** What a cell tells of a set until its key has been looked at. */
const notReadYet = /has not been looked at yet|non è stata ancora controllata/

async function newPage(browser) {
  const page = await browser.newPage({ viewport: wide, locale: 'en-US' })
  page.setDefaultTimeout(15_000)
  return page
}

/** Shows the page as it is in a theme, a language and a width, and takes its picture. */
async function picture(page, path, { theme, language, width }) {
  await page.setViewportSize({ width, height: 900 })
  await page.evaluate((chosen) => Object.entries(chosen).forEach((entry) => localStorage.setItem(...entry)), {
    theme,
    language,
  })
  await page.reload({ waitUntil: 'networkidle' })
  await page.locator(`html[lang=${language}]`).waitFor()
  await page.locator('main h1').first().waitFor()
  await page.locator('[aria-busy=true]:visible').waitFor({ state: 'detached' })
  await page.getByText(notReadYet).first().waitFor({ state: 'detached' })
  // As tall as its content: in a picture of a page that scrolls, what sticks to the window's edge would cover the
  // middle.
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height })
  await page.screenshot({ path, animations: 'disabled' })
}

async function take(page, name) {
  await picture(page, join(pictures, `${name}.png`), plain)
  if (everyVariant) {
    for (const variant of choices) {
      const { theme, language, width } = variant
      await picture(page, join(variants, `${name}-${theme}-${width}-${language}.png`), variant)
    }
  }
  await page.setViewportSize(wide)
  console.log(name)
}

async function walk(page, url, clock) {
  const wizard = new Wizard(page, url)
  await page.goto(url)
  await take(page, 'landing')
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: /^Ada\b/ }).waitFor()
  await page.screenshot({ path: join(pictures, 'sign-in.png'), fullPage: true })
  await page.getByRole('button', { name: /^Ada\b/ }).click()
  await openSubscription(page, 'Contoso Production')
  await page.getByRole('link', { name: 'contosoGallery', exact: true }).waitFor()
  await take(page, 'galleries')
  await page.getByRole('link', { name: 'contosoGallery', exact: true }).click()
  await page.getByRole('link', { name: 'ubuntu-web', exact: true }).waitFor()
  await take(page, 'gallery')
  await page.getByRole('link', { name: 'ubuntu-web', exact: true }).click()
  await page.getByRole('link', { name: 'Create a version' }).first().waitFor()
  await take(page, 'image-definition')

  await page.getByRole('link', { name: 'Create a version' }).first().click()
  await wizard.version('2.0.0')
  await wizard.managedImage('myImage')
  await take(page, 'basics-tab')
  await wizard.goTo('Replication')
  await wizard.addRegion('East US 2')
  await wizard.region('West US').getByRole('spinbutton', { name: 'Target region replica count' }).fill('2')
  await take(page, 'replication-tab')
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await wizard.set('East US 2', 'OS disk', 'EastUS2DiskEncryptionSet1')
  await take(page, 'encryption-tab-unfinished')
  await wizard.set('East US 2', 'LUN 0', 'EastUS2DiskEncryptionSet2')
  await take(page, 'encryption-tab')
  await wizard.goTo('Tags')
  await take(page, 'tags-tab')
  await wizard.review()
  await page.getByText('Validation passed').waitFor()
  await take(page, 'review-tab')
  await wizard.create()
  await page.getByRole('heading', { name: '2.0.0' }).waitFor()
  clock.advance(300_000)
  await take(page, 'replication')
  clock.advance(600_000)
  await take(page, 'replicated')
  await walkUpdate(page, wizard, clock)
  await walkLists(page)
  await page.goto(`${url}/scenarios`)
  await page
    .getByRole('link', { name: /^Try it/ })
    .first()
    .waitFor()
  await take(page, 'scenarios')
}

/** A machine from a version with three disks: two tabs of the wizard, and its page. */
async function takeMachine(page, { url, azure, clock }) {
  const wizard = new Wizard(page, url)
  const { subscriptionId } = azure.world.subscriptions[0]
  const version = `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries/contosoGallery/images/windows-sql/versions/2025.10.1`
  await page.goto(`${url}/create-virtual-machine?${new URLSearchParams({ version })}`)
  await wizard.choose('Existing resource group', 'myResourceGroup')
  await page.getByRole('textbox', { name: 'Virtual machine name' }).fill('sql-01')
  await wizard.choose('Size', 'Standard_D4s_v5')
  await take(page, 'create-virtual-machine-basics')
  await wizard.goTo('Disks')
  await take(page, 'create-virtual-machine-disks')
  await wizard.goTo('Basics')
  await page.getByLabel('Password').fill('A-made-up-password-1')
  await wizard.review()
  await wizard.create()
  await page.getByText('Azure is creating the machine').waitFor()
  await take(page, 'virtual-machine-under-way')
  clock.advance(60_000)
  await take(page, 'virtual-machine')
}

/** From the page of an encrypted version to its update, and back while Azure rolls it out. */
async function walkUpdate(page, wizard, clock) {
  await page.getByRole('link', { name: 'Update replication' }).click()
  for (const region of ['West Europe', 'North Europe']) {
    await page.getByRole('combobox', { name: 'Add a region' }).click()
    await page.getByRole('option', { name: region, exact: true }).click()
    const prefix = region.replace(' ', '')
    await wizard.set(region, 'OS disk', `${prefix}DiskEncryptionSet1`)
    await wizard.set(region, 'LUN 0', `${prefix}DiskEncryptionSet2`)
  }
  await page.getByRole('radio', { name: 'In batches' }).check()
  await take(page, 'update-a-version')
  await page.getByRole('button', { name: 'Start the rollout' }).click()
  await page.getByRole('row', { name: /2\. Add North Europe/ }).waitFor()
  clock.advance(300_000)
  await take(page, 'version-with-a-rollout')
  clock.advance(3_600_000)
}

/** The lists, and what deleting a version asks. */
async function walkLists(page) {
  await page.getByRole('link', { name: 'Image versions', exact: true }).click()
  await page.getByRole('link', { name: '2.0.0', exact: true }).waitFor()
  await take(page, 'image-versions')
  await page.getByRole('link', { name: 'Disk encryption sets', exact: true }).click()
  await page
    .getByRole('link', { name: /DiskEncryptionSet/ })
    .first()
    .waitFor()
  await take(page, 'disk-encryption-sets')
  await page.getByRole('link', { name: 'Image versions', exact: true }).click()
  await page.getByRole('link', { name: '2.0.0', exact: true }).click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('textbox', { name: 'Type 2.0.0 to confirm' }).waitFor()
  await page.screenshot({ path: join(pictures, 'delete-image-version.png'), animations: 'disabled' })
}

/** A set with a change of its key, the prerequisites, and what is under way. */
async function takeSetAndPrerequisites(page, url) {
  // Only the rows in view are on the page.
  await page.goto(`${url}/disk-encryption-sets?search=WestUSDiskEncryptionSet1`)
  await page.getByRole('link', { name: 'WestUSDiskEncryptionSet1', exact: true }).click()
  await page.getByRole('table', { name: 'Image versions' }).waitFor()
  await take(page, 'disk-encryption-set')
  await page.getByRole('button', { name: 'Change the key…' }).click()
  await page.getByRole('combobox', { name: 'Version' }).click()
  await page.getByRole('option').first().click()
  await page.screenshot({ path: join(pictures, 'disk-encryption-set-key.png'), animations: 'disabled' })
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Prerequisites' }).click()
  await page.getByRole('button', { name: 'Register EncryptionAtHost' }).click()
  await page.getByText('Registering', { exact: true }).waitFor()
  await take(page, 'prerequisites')
  await page.goto(url)
  const wizard = new Wizard(page, url)
  await wizard.openFrom('contosoGallery', 'ubuntu-web')
  await wizard.version('3.0.0')
  await wizard.managedImage('myImage')
  await wizard.reviewAndCreate()
  await page.getByRole('button', { name: '1 under way' }).click()
  await page.getByRole('link', { name: 'ubuntu-web 3.0.0' }).waitFor()
  await page.screenshot({ path: join(pictures, 'under-way.png'), animations: 'disabled' })
}

/**
 * A page on a portal and an Azure of its own, for `show`; `partners` are tenants beside Contoso, which that portal
 * serves too.
 */
async function onItsOwn(browser, show, partners = []) {
  const azure = await startAzureSimulator({ port: 0, clock: manualClock(start), throttling: 'off', partners })
  const tenantIds = [azure, ...partners].map(({ tenantId }) => tenantId)
  const portal = await startDemo({ port: 0, simulator: azure, tenantIds, logLevel: 'silent' })
  const page = await newPage(browser)
  try {
    await show({ page, azure, url: portal.url })
  } finally {
    await page.context().close()
    await portal.close()
    await azure.close()
  }
}

async function signInAsAda(page, address) {
  await page.goto(address)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: /^Ada\b/ }).click()
}

/** The connection check where nobody has consented to the API's use of Azure. */
async function showConnectionCheck({ page, azure, url }) {
  withdrawConsent(azure, azure.applications.api.clientId)
  await signInAsAda(page, `${url}/connection-check`)
  await page.getByText('AADSTS65001').waitFor()
  await take(page, 'connection-check')
}

/** The menu of the account of somebody who is a guest in a second directory. */
async function showDirectories({ page, url }) {
  await signInAsAda(page, url)
  await page.getByRole('link', { name: 'contosoGallery', exact: true }).waitFor()
  await page.getByRole('button', { name: /^Account of Ada/ }).click()
  await page.getByRole('menuitem', { name: /^Fabrikam/ }).waitFor()
  const clip = { x: wide.width - 640, y: 0, width: 640, height: 440 }
  await page.screenshot({ path: join(pictures, 'directories.png'), animations: 'disabled', clip })
  console.log('directories')
}

/** The Encryption tab with `size` regions and disks, its first row and column filled, in each theme and language. */
async function showMatrix({ page, azure, url }, size) {
  const wizard = new Wizard(page, url)
  await signInAsAda(page, url)
  await openMatrix({ page, wizard, azure }, size)
  await wizard.set('West US', 'OS disk', 'westus-des-1')
  await wizard.cell('West US', 'OS disk').press('Control+r')
  await wizard.cell('West US', 'OS disk').press('Control+d')
  await page
    .getByText(`${size.regions + size.disks - 1} of`)
    .first()
    .waitFor()
  for (const theme of ['light', 'dark'])
    for (const language of ['en', 'it']) {
      const name = `encryption-matrix-${size.regions}x${size.disks}-${theme}-${language}`
      await picture(page, join(pictures, `${name}.png`), { theme, language, width: 1280 })
      console.log(name)
    }
}

if (!isBuilt(root)) {
  const { ok } = await runStep({ name: 'build', command: process.execPath, args: ['scripts/build.mjs'], minutes: 4 })
  if (!ok) process.exit(1)
}
for (const folder of [pictures, variants]) mkdirSync(folder, { recursive: true })
const clock = manualClock(start)
const azure = await startAzureSimulator({ port: 0, clock, throttling: 'off' })
const portal = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
try {
  const page = await newPage(browser)
  await walk(page, portal.url, clock)
  await takeMachine(page, { url: portal.url, azure, clock })
  await takeSetAndPrerequisites(page, portal.url)
  await onItsOwn(browser, showConnectionCheck)
  await onItsOwn(browser, showDirectories, [fabrikam()])
  for (const size of [
    { regions: 2, disks: 3 },
    { regions: 60, disks: 65 },
  ])
    await onItsOwn(browser, (own) => showMatrix(own, size))
} finally {
  await browser.close()
  await portal.close()
  await azure.close()
}
