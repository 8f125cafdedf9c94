// One user with a real browser, who creates an encrypted version and watches it.
import { chromium } from '@playwright/test'
import { problemsEn } from '../../apps/web/src/i18n/answers/problems.en.ts'
import { expect, openSubscription, Wizard } from '../../e2e/support/wizard.ts'
import { browserArguments } from '../test/browser-arguments.mjs'

/** The version that is created. */
export const version = '6.0.0'
/** The number in a draft of another one, which is never created. */
const draftVersion = '7.7.7'

/**
 * Opens the portal in a browser and signs in as Ada.
 * @param {{ url: string, executablePath: string }} options
 */
export async function startSession({ url, executablePath }) {
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  // the certificate of this test is not trusted
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
    ignoreHTTPSErrors: true,
  })
  context.setDefaultTimeout(45_000)
  const page = await context.newPage()
  const wizard = new Wizard(page, url)
  const bad = [...Object.values(problemsEn).map(({ title }) => title), 'Send again']
  /** @type {Set<string>} */
  const troubles = new Set()
  let signIns = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest() && /\/authorize\b/.test(request.url())) signIns += 1
  })
  context.on('weberror', (each) => troubles.add(String(each.error())))
  await context.exposeFunction('replicasSaw', (/** @type {string} */ text) => {
    for (const words of bad) if (text.includes(words)) troubles.add(words)
  })
  // Everything the page says about a failure, however briefly.
  await context.addInitScript(() => {
    const look = () => {
      for (const message of document.querySelectorAll('.fui-MessageBar')) window.replicasSaw(message.textContent ?? '')
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  })

  await page.goto(`${url}/galleries`)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: /^Ada\b/ }).click()
  await page.getByRole('button', { name: /^Account of Ada/ }).waitFor()
  const [draft, run] = [new Wizard(await context.newPage(), url), new Wizard(await context.newPage(), url)]

  return {
    page,
    /** what went wrong before the user's eyes */
    troubles,
    /** how often the user was sent to Entra ID's page */
    signIns: () => signIns,
    /** From the galleries to a completed and valid wizard, again and again until `isEnough`. */
    async clickThrough(/** @type {() => boolean} */ isEnough) {
      let rounds = 0
      do {
        await page.goto(`${url}/galleries`)
        await openSubscription(page, 'Contoso Production')
        await wizard.openFrom('contosoGallery', 'ubuntu-web')
        await fillIn(wizard)
        rounds += 1
      } while (!isEnough())
      return rounds
    },
    /** Leaves a draft in a tab of its own, and a run of *Encrypt versions* in another one, which Azure works on. */
    async begin() {
      await page.goto(`${url}/galleries`)
      await openSubscription(page, 'Contoso Production')
      await page.getByRole('link', { name: 'contosoGallery', exact: true }).click()
      await page.getByRole('link', { name: 'windows-sql', exact: true }).click()
      const definition = new URL(page.url()).searchParams.get('id') ?? ''
      await draft.page.goto(`${url}/create-image-version?${new URLSearchParams({ definition })}`)
      await signInAgain(draft.page)
      await draft.startEmpty()
      await draft.version(draftVersion)
      await run.page.goto(`${url}/encrypt-versions?${new URLSearchParams({ definition })}`)
      await signInAgain(run.page)
      await run.page.getByRole('checkbox', { name: 'windows-sql 2024.11.1', exact: true }).check()
      await run.page.getByRole('button', { name: 'Continue' }).click()
      for (const disk of ['OS disk', 'LUN 1', 'LUN 2']) await run.set('West US', disk, 'WestUSDiskEncryptionSet1')
      await run.page.getByRole('button', { name: 'Create 1 version' }).click()
      await run.page.getByText('Deployments started: 1 of 1', { exact: true }).waitFor()
    },
    /** Loads each open page anew: it has the script of *About* since it was opened, and would not need it again. */
    async reload() {
      for (const tab of [page, draft.page, run.page]) await tab.reload()
    },
    /** Each open page comes to that version of the portal, and has kept what was begun. */
    async findAllAt(/** @type {string} */ expected) {
      for (const tab of [page, draft.page, run.page]) await showsVersion(tab, expected)
      await expect(draft.field('Version number')).toHaveValue(draftVersion)
      await expect(run.page.getByText('Deployments started: 1 of 1', { exact: true })).toBeVisible()
    },
    /** The new version is as the run asked for: then only the old one counts, which Contoso has excluded already. */
    async watchRun() {
      await run.page.getByText('Old version excluded from latest', { exact: true }).waitFor({ timeout: 90_000 })
    },
    /** Selects Create and reaches the page of the version automatically. */
    async create() {
      await wizard.create()
      await page.getByRole('heading', { name: version }).waitFor()
    },
    /** Watches until every region has the version with the requested sets. */
    async watch() {
      const proof = page.getByRole('heading', { level: 2, name: /^Encrypted with your own keys: 4 of 4/ })
      await proof.waitFor({ timeout: 90_000 })
      await page.getByText('As requested: 2 of 2').nth(1).waitFor()
    },
    close: () => browser.close(),
  }
}

/** In another tab: Entra ID knows her already. */
async function signInAgain(/** @type {import('@playwright/test').Page} */ tab) {
  await tab.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await tab.getByRole('button', { name: /^Account of Ada/ }).waitFor()
}

/** A page of an earlier build loads itself anew when it needs a script that is gone, such as that of *About*. */
async function showsVersion(/** @type {import('@playwright/test').Page} */ tab, /** @type {string} */ expected) {
  const about = tab.getByRole('dialog', { name: 'About Gallery Encryption Portal' })
  await expect(async () => {
    await tab.getByRole('button', { name: /^Account of Ada/ }).click({ timeout: 5_000 })
    await tab.getByRole('menuitem', { name: 'About' }).click({ timeout: 5_000 })
    await expect(about.getByText(expected, { exact: true })).toBeVisible({ timeout: 5_000 })
  }).toPass({ timeout: 60_000 })
  await about.getByRole('button', { name: 'Close' }).last().click()
  await about.waitFor({ state: 'hidden' })
}

async function fillIn(/** @type {Wizard} */ wizard) {
  await wizard.version(version)
  await wizard.managedImage('myImage')
  await wizard.next('Replication')
  if (!(await wizard.region('East US 2').isVisible())) await wizard.addRegion('East US 2')
  await wizard.next('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  for (const [region, prefix] of [
    ['West US', 'WestUS'],
    ['East US 2', 'EastUS2'],
  ])
    for (const [disk, number] of [
      ['OS disk', 1],
      ['LUN 0', 2],
    ])
      await wizard.set(region, disk, `${prefix}DiskEncryptionSet${number}`)
  await wizard.review()
  await wizard.page.getByText('Validation passed').waitFor()
}
