import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { anotherTab, compute, expect, follow, pickUser, signIn, test } from '../support/portal.ts'
import { Wizard } from '../support/wizard.ts'

const elsewhere = 'This draft is open in another tab'

test('W01: a reload on any tab of the wizard shows the same tab with the same values', async ({ page, openWizard }) => {
  test.slow()
  const late = Promise.withResolvers<void>()
  await page.route('**/api/galleries?*', async (route) => {
    await late.promise
    await route.continue()
  })
  const wizard = await openWizard()
  await wizard.field('Version number').pressSequentially('7.7.7')
  late.resolve()
  await expect(page.getByRole('button', { name: 'Create image definition' })).toBeVisible()
  // What comes late leaves the text and the focus where they are.
  await expect(wizard.field('Version number')).toHaveValue('7.7.7')
  await expect(wizard.field('Version number')).toBeFocused()
  await wizard.managedImage('myImage')
  await wizard.goTo('Replication')
  await wizard.addRegion('East US 2')
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await wizard.set('East US 2', 'OS disk', 'EastUS2DiskEncryptionSet1')
  await wizard.goTo('Tags')
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('owner')

  const shown = {
    Basics: () => expect(wizard.field('Version number')).toHaveValue('7.7.7'),
    Replication: () => expect(wizard.region('East US 2')).toBeVisible(),
    Encryption: () => expect(wizard.cell('East US 2', 'OS disk')).toContainText('EastUS2DiskEncryptionSet1'),
    Tags: () => expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('owner'),
    'Review + create': () => expect(page.getByRole('region', { name: 'Tags' })).toContainText('owner'),
  }
  for (const [tab, expectShown] of Object.entries(shown)) {
    await wizard.goTo(tab)
    await page.reload()
    await expect(page.getByRole('tab', { name: new RegExp(`^${tab.replace('+', '\\+')}`) })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await expectShown()
  }
})

test('W03: one of two tabs has the draft; the other shows it and its cells read only, may take it over, and gets it when the first one closes', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.version('7.7.7')
  await wizard.managedImage('myImage')
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  const second = await anotherTab(page, page.url())
  const other = new Wizard(second, portal.url)
  await expect(second.getByText(elsewhere)).toBeVisible()
  await expect(second.getByRole('grid')).toHaveAttribute('aria-readonly', 'true')
  await expect(second.getByRole('grid')).toHaveAccessibleDescription(/The cells are read-only here/)
  await expect(other.cell('West US', 'OS disk')).not.toHaveAttribute('aria-haspopup')
  await expect(other.cell('West US', 'LUN 0')).toContainText('No set chosen')
  await expect(other.cell('West US', 'OS disk')).toContainText('WestUSDiskEncryptionSet1')
  await other.cell('West US', 'OS disk').click()
  await expect(second.getByRole('option', { name: /DiskEncryptionSet/ })).toHaveCount(0)
  await other.cell('West US', 'OS disk').press('Delete')
  await expect(other.cell('West US', 'OS disk')).toContainText('WestUSDiskEncryptionSet1')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await expect(other.cell('West US', 'LUN 0')).toContainText('WestUSDiskEncryptionSet2')
  await expectAxeClean(second, 'the cells of a draft of another tab')

  await other.goTo('Basics')
  await expect(other.field('Version number')).toHaveValue('7.7.7')
  await expect(other.field('Version number')).toBeDisabled()
  await expect(second.getByRole('button', { name: 'Discard draft' })).toHaveCount(0)
  await wizard.goTo('Basics')
  await wizard.version('7.7.8') // input in the first tab appears in the second
  await expect(other.field('Version number')).toHaveValue('7.7.8')
  await other.goTo('Review')
  await expect(second.getByRole('button', { name: 'Create', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await other.goTo('Basics')
  await expectAxeClean(second, 'a draft of another tab')
  await expectNoSideways(second, 'a draft of another tab')

  await second.getByRole('button', { name: 'Take over here' }).press('Enter')
  await expect(other.field('Version number')).toBeEnabled()
  await expect(other.field('Version number')).toHaveValue('7.7.8')
  await expect(page.getByText(elsewhere)).toBeVisible()
  await expect(wizard.field('Version number')).toBeDisabled()
  await other.version('8.8.8')
  await expect(wizard.field('Version number')).toHaveValue('8.8.8')
  await second.close()
  await expect(wizard.field('Version number')).toBeEnabled()
  await expect(wizard.field('Version number')).toHaveValue('8.8.8')
})

test('W03: a machine and the change of a version belong to one tab, too', async ({ page, portal }) => {
  const version = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0`
  const machine = `/create-virtual-machine?${new URLSearchParams({ version })}`
  const update = `/update-image-version?${new URLSearchParams({ id: version })}`
  await signIn(page, portal, 'Ada', machine)
  await page.getByRole('textbox', { name: 'Virtual machine name' }).fill('web-01')
  const other = await anotherTab(page, `${portal.url}${machine}`)
  await expect(other.getByRole('textbox', { name: 'Virtual machine name' })).toBeDisabled()
  await other.getByRole('button', { name: 'Take over here' }).click()
  await expect(other.getByRole('textbox', { name: 'Virtual machine name' })).toHaveValue('web-01')

  await follow(page, update)
  await expect(page.getByRole('heading', { name: 'Current regions' })).toBeVisible()
  await follow(other, update)
  const replicas = other.getByRole('spinbutton', { name: 'Replicas in West US' })
  await expect(replicas).toBeDisabled()
  await expect(replicas).toHaveAttribute('placeholder', /\d/)
  const colorOf = (pseudo?: string) => replicas.evaluate((field, part) => getComputedStyle(field, part).color, pseudo)
  expect(await colorOf('::placeholder')).toBe(await colorOf())
  await other.getByRole('button', { name: 'Take over here' }).click()
  await expect(replicas).toBeEnabled()
  await expect(page.getByText(elsewhere)).toBeVisible()
})

test('W09: another account in another tab sees no draft of the first, and does not hold it up', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.version('7.7.7')
  const second = await anotherTab(page, `${portal.url}/galleries`)
  await second.getByRole('button', { name: /^Account of Ada/ }).click()
  await second.getByRole('menuitem', { name: 'Sign in with another account' }).press('Enter')
  await pickUser(second, 'Rita')
  await follow(second, page.url())
  await expect(new Wizard(second, portal.url).field('Version number')).toHaveValue('')
  await expect(second.getByText(elsewhere)).toHaveCount(0)
  await page.reload()
  await expect(wizard.field('Version number')).toHaveValue('7.7.7')
  await expect(page.getByRole('button', { name: /^Account of Ada/ })).toBeVisible()
})

// as a disk that is full answers, and as a browser that keeps nothing for a site
const storages = {
  full: () => {
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function (key: string, value: string) {
      if (this === localStorage) throw new DOMException('The quota has been exceeded', 'QuotaExceededError')
      setItem.call(this, key, value)
    }
  },
  blocked: () => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document', 'SecurityError')
      },
    })
  },
}

for (const [is, storage] of Object.entries(storages))
  test(`W12: where storage is ${is} the wizard works all the same, and says once that the draft will not last`, async ({
    page,
    openWizard,
  }) => {
    await page.addInitScript(storage)
    const wizard = await openWizard()
    await wizard.version('7.7.7')
    const warning = page.getByText('Your browser isn’t saving this draft')
    await expect(warning).toHaveCount(1)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(warning).toHaveCount(0)
    await wizard.managedImage('myImage')
    // Another page of the portal, and back: the page's memory has it.
    await page
      .getByRole('navigation', { name: 'Breadcrumb' })
      .getByRole('link', { name: 'ubuntu-web', exact: true })
      .click()
    await page.getByRole('link', { name: 'Create version' }).first().click()
    await expect(wizard.field('Version number')).toHaveValue('7.7.7')
    await wizard.reviewAndCreate()
    await expect(page.getByRole('heading', { name: '7.7.7' })).toBeVisible()
  })
