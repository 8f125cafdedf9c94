// One user with a real browser, who creates an encrypted version and watches it.
import { chromium } from '@playwright/test'
import { problemsEn } from '../../apps/web/src/i18n/answers/problems.en.ts'
import { openSubscription, Wizard } from '../../e2e/support/wizard.ts'
import { browserArguments } from '../test/browser-arguments.mjs'

/** The version that is created. */
export const version = '6.0.0'

/**
 * Opens the portal in a browser and signs in as Ada.
 * @param {{ url: string, executablePath: string }} options
 */
export async function startSession({ url, executablePath }) {
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  // the certificate of this test is not trusted
  const page = await browser.newPage({
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
    ignoreHTTPSErrors: true,
  })
  page.setDefaultTimeout(45_000)
  const wizard = new Wizard(page, url)
  const bad = [...Object.values(problemsEn).map(({ title }) => title), 'Send again']
  /** @type {Set<string>} */
  const troubles = new Set()
  let signIns = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest() && /\/authorize\b/.test(request.url())) signIns += 1
  })
  page.on('pageerror', (error) => troubles.add(String(error)))
  await page.exposeFunction('replicasSaw', (/** @type {string} */ text) => {
    for (const words of bad) if (text.includes(words)) troubles.add(words)
  })
  // Everything the page says about a failure, however briefly.
  await page.addInitScript(() => {
    const look = () => {
      for (const message of document.querySelectorAll('.fui-MessageBar')) window.replicasSaw(message.textContent ?? '')
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  })

  await page.goto(`${url}/galleries`)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: /^Ada\b/ }).click()
  await page.getByRole('button', { name: /^Account of Ada/ }).waitFor()

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
