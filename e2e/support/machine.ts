import { expect, type Page } from '@playwright/test'
import { compute, type Portal } from './portal.ts'
import { Wizard } from './wizard.ts'

/** The version on the page is replicated, and its wizard for a machine is open. */
export async function openMachineOfVersion(page: Page, portal: Portal): Promise<void> {
  portal.clock.advance(3_600_000)
  await page.getByRole('link', { name: 'Create virtual machine' }).click()
  await expect(page.getByRole('textbox', { name: 'Virtual machine name' })).toBeVisible()
}

/** Creates a Linux machine with the wizard on the page, and returns the controller of its disks that Azure stored. */
export async function createMachine(page: Page, portal: Portal, name: string): Promise<unknown> {
  const wizard = new Wizard(page, portal.url)
  await wizard.choose('Existing resource group', 'myResourceGroup')
  await page.getByRole('textbox', { name: 'Virtual machine name' }).fill(name)
  await page.getByRole('radio', { name: 'Password', exact: true }).check()
  await page.locator('input[type="password"]').fill('Correct-Horse-Battery-1')
  await wizard.reviewAndCreate()
  await expect(page.getByText('Creating the virtual machine')).toBeVisible()
  portal.clock.advance(60_000)
  await expect(page.getByRole('table', { name: 'Disks and keys' })).toBeVisible()
  const storage = portal.azure.world.store.get(`${compute(portal)}/virtualMachines/${name}`)?.properties[
    'storageProfile'
  ]
  return typeof storage === 'object' && storage !== null && 'diskControllerType' in storage
    ? storage.diskControllerType
    : undefined
}
