import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { assignKeysPolicy, assignPolicies } from '../support/keys-policy.ts'
import { compute, expect, follow, signIn, test, versionPuts } from '../support/portal.ts'
import { Wizard } from '../support/wizard.ts'

const versionPath = 'galleries/contosoGallery/images/ubuntu-web/versions/1.0.0' // its disks have platform keys

/** A machine with a password and the platform's keys, on its review. */
async function fillMachine(page: Page, wizard: Wizard) {
  await wizard.choose('Existing resource group', 'myResourceGroup')
  await page.getByRole('textbox', { name: 'Virtual machine name' }).fill('web-01')
  await wizard.choose('Region', 'West US')
  await wizard.choose('Size', 'Standard_D2s_v5')
  await page.getByRole('radio', { name: 'Password' }).check()
  await page.locator('input[type="password"]').fill('Correct-Horse-Battery-1')
  await wizard.review()
}

test('an update that a policy would deny says so, with the regions that stay as they are, and is not sent; a machine that it would deny says so on its review, and can be made with a set for its disks', async ({
  page,
  portal,
}) => {
  assignKeysPolicy(portal)
  const query = new URLSearchParams({ id: `${compute(portal)}/${versionPath}` })
  await signIn(page, portal, 'Ada', `/update-image-version?${query}`)
  await page.getByRole('spinbutton', { name: 'Replicas in West US' }).fill('5')
  const verdict = page.getByText('Azure Policy would deny this update: Contoso keeps its keys')
  await expect(verdict).toBeVisible()
  await expect(page.getByText(/Non-compliant: OS disk in West US/)).toBeVisible()
  await expectAxeClean(page, 'the verdict of the policies on an update')
  await expectNoSideways(page, 'the verdict of the policies on an update')
  await page.getByRole('button', { name: 'Send update' }).click()
  await expect(page.getByText('1 change · 1 problem')).toBeVisible()
  expect(versionPuts(portal)).toEqual([])

  const machine = new URLSearchParams({ version: `${compute(portal)}/${versionPath}` })
  await follow(page, `/create-virtual-machine?${machine}`)
  const wizard = new Wizard(page, portal.url)
  await fillMachine(page, wizard)
  await expect(page.getByText('Azure Policy would deny this virtual machine: Contoso keeps its keys')).toBeVisible()
  await expect(page.getByText(/Non-compliant: OS disk/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await expectAxeClean(page, 'the verdict of the policies on a machine')
  await page.getByRole('button', { name: 'Go to Disks' }).click()
  for (const [disk, set] of [
    ['OS disk', 'WestUSDiskEncryptionSet1'],
    ['LUN 0', 'WestUSDiskEncryptionSet2'],
  ])
    await wizard.choose(`Key management of ${disk}`, set ?? '')
  await wizard.reviewAndCreate()
  await expect(page.getByText('Creating the virtual machine')).toBeVisible()
})

test('a version against the policy about image versions, and a machine from another image definition than a policy allows, are refused before the request', async ({
  page,
  portal,
  openWizard,
}) => {
  const definition = (name: string) => `${compute(portal)}/galleries/contosoGallery/images/${name}`
  assignPolicies(portal, {
    versionKeys: 'Deny',
    ownImages: { effect: 'Deny', definitions: [definition('windows-sql')] },
  })
  const wizard = await openWizard()
  await wizard.version('9.0.0')
  await wizard.managedImage('myImage')
  await wizard.review()
  await expect(page.getByText('Azure Policy would deny this version: Image versions should be encrypted')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  expect(versionPuts(portal)).toEqual([])
  await wizard.reviewAndCreate()
  await expect.poll(() => versionPuts(portal)).toHaveLength(1)

  const query = new URLSearchParams({ version: `${definition('ubuntu-web')}/versions/1.0.0` })
  await follow(page, `/create-virtual-machine?${query}`)
  await fillMachine(page, new Wizard(page, portal.url))
  await expect(
    page.getByText('Azure Policy would deny this virtual machine: Virtual machines and scale sets'),
  ).toBeVisible()
  await expect(page.getByText('Non-compliant: Image version')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByRole('button', { name: 'Go to Basics' })).toBeVisible()
  await expectAxeClean(page, 'the verdict of a policy on the image of a machine')
  const puts = portal.azure.requests.filter(({ method, path }) => method === 'PUT' && /\/deployments\//i.test(path))
  expect(puts).toEqual([])
})
