import { withdrawConsent } from '../../e2e/support/directory.ts'
import { openMatrix } from '../../e2e/support/matrix-world.ts'
import { Wizard } from '../../e2e/support/wizard.ts'
import { takeVariant, wide } from './camera.mjs'
import { signInAsAda } from './create-version-walk.mjs'
import { english, labels } from './labels.mjs'
import { writePicture } from './picture-file.mjs'

/** The demonstration's sign-in page, which follows the browser's language and theme. */
export async function takeSignIn({ browser, url, variantsOf, noteTaken }) {
  for (const { theme, language, width, path } of variantsOf('sign-in')) {
    const locale = { en: 'en-US', it: 'it-IT' }[language]
    const page = await browser.newPage({ viewport: { ...wide, width }, locale, colorScheme: theme })
    await page.goto(`${url}/galleries`)
    await page.getByRole('main').getByRole('button', { name: labels[language].auth.signIn, exact: true }).click()
    await page.getByRole('button', { name: /^Ada\b/ }).waitFor()
    await writePicture(page, path, await page.screenshot({ fullPage: true }))
    await page.context().close()
  }
  noteTaken('sign-in')
}

/** The presenter's window, with a script in its language. */
export async function takePresenter({ browser, url, variantsOf, noteTaken }) {
  const pairing = 'pair-of-pictures'
  for (const { theme, language, width, path } of variantsOf('presenter-view')) {
    const locale = { en: 'en-US', it: 'it-IT' }[language]
    const viewport = { ...wide, width }
    const context = await browser.newContext({ viewport, locale, colorScheme: theme, reducedMotion: 'reduce' })
    const audience = await context.newPage()
    await audience.goto(`${url}/estate?presented=${pairing}`)
    await audience.getByRole('main').getByRole('button', { name: labels[language].auth.signIn, exact: true }).click()
    await audience.getByRole('button', { name: /^Ada\b/ }).click()
    const presenter = await context.newPage()
    await presenter.goto(`${url}/demo/presenter?with=${pairing}`)
    await presenter.getByText(labels[language].presenter.audience.connected, { exact: true }).waitFor()
    await presenter.getByRole('listitem').first().waitFor()
    await presenter.screenshot({ path, animations: 'disabled' })
    await context.close()
  }
  noteTaken('presenter-view')
}

/** A machine from a version with three disks: two tabs of the wizard, and its page. */
export async function walkMachine({ page, url, azure, clock, take }) {
  const { tabs, basics, page: machinePage } = english.machine
  const wizard = new Wizard(page, url)
  const { subscriptionId } = azure.world.subscriptions[0]
  const version = `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries/contosoGallery/images/windows-sql/versions/2025.10.1`
  await page.goto(`${url}/create-virtual-machine?${new URLSearchParams({ version })}`)
  await wizard.choose(basics.existingGroupName, 'myResourceGroup')
  await page.getByRole('textbox', { name: basics.name }).fill('sql-01')
  await wizard.choose(basics.sizes.size, 'Standard_D4s_v5')
  await take(page, 'create-virtual-machine-basics')
  await wizard.goTo(tabs.disks)
  await take(page, 'create-virtual-machine-disks')
  await wizard.goTo(tabs.basics)
  await page.getByLabel(basics.password).fill('A-made-up-password-1')
  await wizard.review()
  await wizard.create()
  await page.getByText(machinePage.states.Running).first().waitFor()
  await take(page, 'virtual-machine-under-way')
  clock.advance(60_000)
  await take(page, 'virtual-machine')
  await page.goto(`${url}/estate/virtual-machines`)
  await page.getByRole('link', { name: 'trusted-vm', exact: true }).waitFor()
  await take(page, 'virtual-machines')
}

/** A set, the change of its key, the access to its subscription, and the operations in progress. */
export async function walkSet({ page, url, take }) {
  // Only the rows in view are on the page.
  await page.goto(`${url}/disk-encryption-sets?search=WestUSDiskEncryptionSet1`)
  await page.getByRole('link', { name: 'WestUSDiskEncryptionSet1', exact: true }).click()
  await page.getByRole('table', { name: english.diskEncryptionSet.uses.versions }).waitFor()
  await take(page, 'disk-encryption-set')
  await take(page, 'disk-encryption-set-key', {
    open: async ({ diskEncryptionSet: { key, changeKey } }) => {
      await page.getByRole('button', { name: key.change }).click()
      await page.getByRole('combobox', { name: changeKey.version, exact: true }).click()
      await page.getByRole('option').first().click()
    },
  })
  const { access } = english
  await page.goto(`${url}/check-my-access#all`)
  await page.getByRole('button', { name: access.register('EncryptionAtHost') }).click()
  await page.getByText(access.states.Registering, { exact: true }).waitFor()
  await take(page, 'check-my-access')
}

/** The operations in progress, opened from the top bar. */
export async function walkUnderWay({ page, url, take }) {
  await page.goto(`${url}/galleries`)
  const wizard = new Wizard(page, url)
  await wizard.openFrom('contosoGallery', 'ubuntu-web')
  await wizard.version('3.0.0')
  await wizard.managedImage('myImage')
  await wizard.reviewAndCreate()
  await page.getByRole('heading', { name: '3.0.0' }).waitFor()
  await take(page, 'under-way', {
    open: async ({ underWay }) => {
      await page.getByRole('button', { name: underWay.count('1') }).click()
      await page.getByRole('link', { name: 'ubuntu-web 3.0.0' }).waitFor()
    },
  })
}

/**
 * The connection check without consent to the API's use of Azure. Each picture needs its own portal: a user who checks
 * too often has to wait.
 */
export async function takeConnectionCheck({ page, azure, url }, variant) {
  withdrawConsent(azure, azure.applications.api.clientId)
  await signInAsAda(page, `${url}/check-my-access`)
  await page.getByText('AADSTS65001').waitFor()
  await takeVariant(page, variant, { text: 'AADSTS65001' })
}

/** The account menu of a user who is a guest in a second directory. */
export async function takeDirectories({ page, url, take }) {
  await signInAsAda(page, `${url}/galleries`)
  await page.getByRole('link', { name: 'contosoGallery', exact: true }).waitFor()
  await take(page, 'directories', {
    clip: { x: wide.width - 640, y: 0, width: 640, height: 440 },
    open: async ({ shell }) => {
      await page.getByRole('button', { name: shell.account('Ada Rossi', '') }).click()
      await page.getByRole('menuitem', { name: /^Fabrikam/ }).waitFor()
    },
  })
}

/** The Encryption tab with `size` regions and disks, its first row and column filled. */
export async function takeMatrix({ page, azure, url, take }, size) {
  const wizard = new Wizard(page, url)
  await signInAsAda(page, `${url}/galleries`)
  await openMatrix({ page, wizard, azure }, size)
  await wizard.set('West US', 'OS disk', 'westus-des-1')
  await wizard.cell('West US', 'OS disk').press('Control+r')
  await wizard.cell('West US', 'OS disk').press('Control+d')
  // What is left: every cell but those of the first row and the first column.
  const left = ((size.regions - 1) * (size.disks - 1)).toLocaleString('en')
  await page.getByRole('status').filter({ hasText: left }).first().waitFor()
  await take(page, `encryption-matrix-${size.regions}x${size.disks}`)
}
