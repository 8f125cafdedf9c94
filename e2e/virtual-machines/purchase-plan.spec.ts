import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, test, type Portal } from '../support/portal.ts'
import type { Wizard } from '../support/wizard.ts'

const plan = { publisher: 'northwind', product: 'hardened-linux', name: 'gen2' }
const label = 'northwind / hardened-linux / gen2'
const customerKey = 'Encryption at-rest with a customer-managed key'

// They go through several wizards.
test.slow()

/** A snapshot like Contoso's myOSSnapshot, of an image with a purchase plan. */
function plantSource(portal: Portal): void {
  const { store } = portal.azure.world
  const found = store.get(`${compute(portal)}/snapshots/myOSSnapshot`)
  if (found === undefined) throw new Error('Contoso has no myOSSnapshot')
  const name = 'hardenedOSSnapshot'
  store.put({
    ...found,
    id: found.id.replace('myOSSnapshot', name),
    name,
    properties: { ...found.properties, purchasePlan: plan },
  })
}

/** Creates an image definition from the form, which the source has filled but for the names. */
async function createDefinition(page: Page, portal: Portal, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Create image definition' }).click()
  const form = page.getByRole('dialog', { name: 'Create image definition' })
  for (const [part, value] of [
    ['publisher', plan.publisher],
    ['product', plan.product],
    ['name', plan.name],
  ] as const)
    await expect(form.getByRole('textbox', { name: `Plan ${part}`, exact: true })).toHaveValue(value)
  await expect(form.getByRole('textbox', { name: 'Plan name' })).toHaveAccessibleDescription(
    /^From (snapshot|image version) /,
  )
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  for (const part of ['Publisher', 'Offer', 'SKU'])
    await form.getByRole('textbox', { name: part, exact: true }).fill(name)
  await form.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Target VM image definition' })).toHaveText(name)
  portal.clock.advance(60_000)
}

/** From the page of a version that Azure has completed, to the wizard of a machine with everything but the terms. */
async function openMachine(page: Page, portal: Portal, wizard: Wizard): Promise<void> {
  portal.clock.advance(3_600_000)
  await page.reload()
  await page.getByRole('link', { name: 'Create virtual machine' }).click()
  await wizard.choose('Existing resource group', 'myResourceGroup')
  await page.getByRole('textbox', { name: 'Virtual machine name' }).fill('hardened-01')
  await wizard.choose('Size', 'Standard_D2s_v5')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Generate and download key pair' }).click()
  await download
}

test('a source with a purchase plan becomes a definition, a version with own keys, and a machine', async ({
  page,
  portal,
  openWizard,
}) => {
  plantSource(portal)
  const wizard = await openWizard()
  await wizard.version('2.0.0')
  await wizard.disks('hardenedOSSnapshot', [])
  await expect(page.getByText(/^hardenedOSSnapshot has purchase plan northwind/)).toBeVisible()
  await createDefinition(page, portal, 'linux-hardened')
  await expect(page.getByText(/^hardenedOSSnapshot has purchase plan northwind/)).toBeHidden()
  await wizard.goTo('Encryption')
  await wizard.encryption(customerKey)
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '2.0.0' })).toBeVisible()
  await expect(page.getByText(label)).toBeVisible()

  await openMachine(page, portal, wizard)
  await expect(page.getByText('Terms not accepted', { exact: true })).toBeVisible()
  await expectAxeClean(page, 'terms that are not accepted')
  await wizard.review()
  await expect(page.getByText(/^The terms of the image’s purchase plan aren’t accepted/)).toBeVisible()
  await expect(page.getByText(`${label} · Terms not accepted`)).toBeVisible()
  await wizard.goTo('Basics')
  await page.getByRole('button', { name: 'Accept terms' }).click()
  const question = page.getByRole('dialog', { name: 'Accept the terms of the purchase plan?' })
  for (const terms of ['License', 'Privacy policy', 'Azure Marketplace terms'])
    await expect(question.getByRole('link', { name: terms })).toHaveAttribute('href', /^https:/)
  await expectAxeClean(page, 'the question')
  await expectNoSideways(page, 'the question')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Accept terms' })).toBeFocused()
  await page.getByRole('button', { name: 'Accept terms' }).click()
  await question.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(question).toBeHidden()
  await expect(page.getByText('Terms accepted')).toBeVisible()
  await wizard.review()
  await expect(page.getByText(`${label} · Terms accepted`)).toBeVisible()
  await wizard.create()
  await expect(page.getByText('Creating the virtual machine')).toBeVisible()
  portal.clock.advance(60_000)
  await expect(page.getByRole('table', { name: 'Disks and keys' })).toBeVisible()
  const machine = portal.azure.world.store.get(`${compute(portal)}/virtualMachines/hardened-01`)
  expect(machine?.envelope).toMatchObject({ plan })
})

test('a version whose definition lacks the plan of its source says what to do', async ({
  page,
  portal,
  openWizard,
}) => {
  plantSource(portal)
  const wizard = await openWizard()
  await wizard.version('2.0.0')
  await wizard.disks('hardenedOSSnapshot', [])
  await wizard.review()
  await expect(page.getByText(/but the image definition has none, so virtual machines would fail/)).toBeVisible()
  await wizard.create()
  await expect(page.getByRole('heading', { name: '2.0.0' })).toBeVisible()
  await openMachine(page, portal, wizard)
  const advice = page.getByText(
    'The source of 2.0.0 has purchase plan gen2, but the image definition has none. Create a definition with the plan, and a version in it.',
  )
  await expect(advice).toBeVisible()
  await wizard.review()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeDisabled()
})
