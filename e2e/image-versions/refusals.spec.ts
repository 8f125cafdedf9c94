import type { Page } from '@playwright/test'
import { compute, expect, signInAtWizard, test, versionPuts, type Portal } from '../support/portal.ts'
import type { Wizard } from '../support/wizard.ts'

const customerKey = 'Encryption at-rest with a customer-managed key'
const doubleEncryption = 'Double encryption with platform-managed and customer-managed keys'

/** A wizard that lacks nothing but keys: `myImage` in West US and East US 2. */
async function filled(page: Page, portal: Portal, wizard: Wizard): Promise<void> {
  await signInAtWizard(page, portal)
  await wizard.version('9.0.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Replication')
  await wizard.addRegion('East US 2')
  await wizard.goTo('Encryption')
}

/** The review says `text`, the tab shows the count, Create does nothing, and Azure has received nothing. */
async function expectRefused(page: Page, portal: Portal, tab: string, text: RegExp): Promise<void> {
  await page.getByRole('tab', { name: /^Review/ }).click()
  await expect(page.getByText(/^Validation failed/)).toBeVisible()
  await expect(page.getByRole('tabpanel').getByText(text).first()).toBeVisible()
  await expect(page.getByRole('tab', { name: new RegExp(`^${tab} \\d+ to do`) })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Create', exact: true }).press('Enter')
  expect(versionPuts(portal)).toEqual([])
}

async function setsInBothRegions(wizard: Wizard): Promise<void> {
  await wizard.encryption(customerKey)
  for (const [region, prefix] of [
    ['West US', 'WestUS'],
    ['East US 2', 'EastUS2'],
  ] as const) {
    await wizard.set(region, 'OS disk', `${prefix}DiskEncryptionSet1`)
    await wizard.set(region, 'LUN 0', `${prefix}DiskEncryptionSet2`)
  }
}

test('F28: a set that is missing, of another type, deleted between the choice and the creation, nowhere in a region, or of another subscription', async ({
  page,
  portal,
  wizard,
}) => {
  await filled(page, portal, wizard)
  await setsInBothRegions(wizard)
  await wizard.cell('East US 2', 'LUN 0').press('Delete')
  await expect(page.getByText('1 to do').first()).toBeVisible()
  await expectRefused(page, portal, 'Encryption', /LUN 0.*East US 2/)

  // Another type empties the cells whose sets do not go with it, and says so.
  await wizard.goTo('Encryption')
  await wizard.set('East US 2', 'LUN 0', 'EastUS2DiskEncryptionSet2')
  await wizard.encryption(doubleEncryption)
  await expect(page.getByText('Cells cleared: 4')).toBeVisible()
  await expect(page.getByText(/Not of type .*WestUSDiskEncryptionSet1 \(1 cell\)/)).toBeVisible()
  await expect(wizard.cell('West US', 'OS disk')).toContainText('Choose a set')
  await expectRefused(page, portal, 'Encryption', /OS disk in West US/)

  await wizard.goTo('Encryption')
  await setsInBothRegions(wizard)
  await expect(page.getByText('Nothing to do').first()).toBeVisible()

  await wizard.review()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()
  const { store } = portal.azure.world
  const id = `${compute(portal)}/diskEncryptionSets/EastUS2DiskEncryptionSet2`
  const deleted = store.get(id)
  if (deleted === undefined) throw new Error('Contoso has lost EastUS2DiskEncryptionSet2')
  store.remove(id)
  await wizard.create()
  await expect(page.getByText('Something changed in Azure')).toBeVisible()
  await expect(page.getByText(/EastUS2DiskEncryptionSet2/).first()).toBeVisible()
  expect(versionPuts(portal)).toEqual([])
  store.put(deleted)

  await wizard.goTo('Replication')
  await wizard.addRegion('Japan East')
  await wizard.goTo('Encryption')
  await expect(page.getByText(/^No matching set in Japan East/)).toBeVisible()
  await expectRefused(page, portal, 'Encryption', /Japan East/)

  // The definition is changed to one in the other subscription, and the sets stay behind.
  await wizard.goTo('Basics')
  await wizard.choose('Subscription', 'Contoso Development')
  await wizard.choose('Target Azure compute gallery', 'devGallery')
  await wizard.choose('Target VM image definition', 'ubuntu-dev')
  await expectRefused(page, portal, 'Encryption', /WestUSDiskEncryptionSet1.*subscription/)
})

test('a wrong, taken or outdated basic, a region twice, and a VHD with a customer key', async ({
  page,
  portal,
  wizard,
}) => {
  await filled(page, portal, wizard)
  await wizard.goTo('Basics')
  await wizard.version('1.0')
  await wizard.field('Version number').blur()
  await expect(page.getByText(/Major\(int\)\.Minor\(int\)\.Patch\(int\)/)).toBeVisible()
  await expectRefused(page, portal, 'Basics', /Major\(int\)\.Minor\(int\)\.Patch\(int\)/)

  await wizard.goTo('Basics')
  await wizard.version('1.0.0')
  await expectRefused(page, portal, 'Basics', /Version 1\.0\.0 already exists/)

  await wizard.goTo('Basics')
  await wizard.version('9.0.0')
  await page.getByLabel('End of life date').fill('2026-11-23')
  await expectRefused(page, portal, 'Basics', /future/)

  await wizard.goTo('Basics')
  await page.getByLabel('End of life date').fill('')
  await wizard.goTo('Replication')
  await wizard.addRegion('North Europe')
  const changeRegion = async (from: string, to: string) => {
    await wizard.region(from).last().getByRole('combobox', { name: 'Target region', exact: true }).click()
    await page.getByRole('option', { name: to, exact: true }).click()
  }
  await changeRegion('North Europe', 'East US 2')
  await expect(wizard.region('East US 2')).toHaveCount(2)
  await expectRefused(page, portal, 'Replication', /East US 2/)

  await wizard.goTo('Replication')
  await changeRegion('East US 2', 'North Europe')
  // With the source chosen first, the card of the type is disabled.
  await wizard.goTo('Encryption')
  await wizard.encryption(customerKey)
  await wizard.goTo('Basics')
  await wizard.choose('Source', 'Storage blobs (VHD)')
  await expect(page.getByText(/support platform-managed keys only/)).toBeVisible()
  await wizard.choose('Storage account', 'contosovhds')
  await wizard.field('OS disk blob').fill('https://contosovhds.blob.core.windows.net/vhds/os.vhd')
  await expectRefused(page, portal, 'Encryption', /Storage blobs|VHD/)
})
