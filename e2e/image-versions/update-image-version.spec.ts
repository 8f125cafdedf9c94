import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, follow, signIn, test, versionPuts, type Portal } from '../support/portal.ts'
import { storedRegionsOf } from '../support/stored-regions.ts'
import { proofOf, selectMore, Wizard } from '../support/wizard.ts'

const hour = 3_600_000

function versionId(portal: Portal): string {
  return `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0`
}

const pathOf = (page: 'update-image-version' | 'image-version', portal: Portal) =>
  `/${page}?${new URLSearchParams({ id: versionId(portal) })}`

async function openUpdate(page: Page, portal: Portal, user = 'Ada'): Promise<void> {
  await signIn(page, portal, user, pathOf('update-image-version', portal))
  await expect(page.getByRole('heading', { name: 'Current regions' })).toBeVisible()
}

const addRegion = (page: Page, displayName: string) => new Wizard(page, '').addRegion(displayName, 'Add region')

/** Adds a region whose disks are encrypted with the sets that it has. */
async function addEncrypted(
  { page, wizard }: { page: Page; wizard: Wizard },
  displayName: string,
  osDiskSet: string,
): Promise<void> {
  await addRegion(page, displayName)
  await wizard.set(displayName, 'OS disk', osDiskSet)
  await wizard.set(displayName, 'LUN 0', `${displayName.replaceAll(' ', '')}DiskEncryptionSet2`)
}

const storedRegions = (portal: Portal) => storedRegionsOf(portal, versionId(portal))

/** Another user raises the replica count of the first region from 2, and Azure applies it. */
function changeElsewhere(portal: Portal, replicas: number): void {
  const { store } = portal.azure.world
  const found = store.get(versionId(portal))
  if (found === undefined) throw new Error('The version is gone')
  const text = JSON.stringify(found).replace('"regionalReplicaCount":2', `"regionalReplicaCount":${replicas}`)
  const changed: unknown = JSON.parse(text)
  store.put({ ...found, ...(typeof changed === 'object' && changed) })
}

test('a region is added to an encrypted version, and every stored encryption block stays as it was', async ({
  page,
  portal,
  wizard,
}) => {
  await signIn(page, portal, 'Ada', pathOf('image-version', portal))
  await selectMore(page, 'Update replication')
  await expect(page.getByRole('heading', { name: 'Current regions' })).toBeVisible()
  const before = storedRegions(portal)
  await addEncrypted({ page, wizard }, 'West Europe', 'WestEuropeDiskEncryptionSet1')
  await expect(page.getByText('Encryption in 2 regions won’t change.')).toBeVisible()
  await page.reload()
  await expect(wizard.cell('West Europe', 'OS disk')).toContainText('WestEuropeDiskEncryptionSet1')
  await page.getByRole('button', { name: 'Send update' }).click()
  await expect(page.getByRole('heading', { name: 'ubuntu-web 1.1.0', exact: true })).toBeVisible()
  const added = page.getByRole('row', { name: /West Europe/ })
  await expect(added).toContainText('WestEuropeDiskEncryptionSet2')
  await expect(added).toContainText('Requested, not applied yet')
  portal.clock.advance(hour)
  await expect(proofOf(page)).toHaveText(/6 of 6 disks · 3 regions/)
  // It is compared with what was asked for, which of the other regions this tab does not know.
  await expect(added).toContainText('As requested')
  await expect(page.getByRole('row', { name: /West US/ })).not.toContainText('As requested')
  const after = storedRegions(portal)
  expect(after.slice(0, 2)).toEqual(before)
  expect(after[2]?.[0]).toBe('westeurope')
  expect(after[2]?.[1]).toMatch(/WestEuropeDiskEncryptionSet1.*WestEuropeDiskEncryptionSet2/)
  expect(versionPuts(portal)).toHaveLength(1)
})

test('a region that failed is removed and added again by one action, over a reload', async ({
  page,
  portal,
  wizard,
}) => {
  await openUpdate(page, portal)
  await addEncrypted({ page, wizard }, 'West Europe', 'WestEuropeFailingDiskEncryptionSet')
  await page.getByRole('button', { name: 'Send update' }).click()
  await expect(page.getByRole('heading', { name: 'ubuntu-web 1.1.0', exact: true })).toBeVisible()
  portal.clock.advance(hour)
  await expect(page.getByText('Replication failed in West Europe')).toBeVisible()
  const failed = storedRegions(portal)

  // The repair is the primary action at the title, and the reason is above the regions, where one looks.
  await expect(page.getByRole('button', { name: 'Repair…' })).toBeVisible()
  const reason = page.getByText(/^Replication to West Europe failed\. Fix the cause/)
  expect((await reason.boundingBox())?.y).toBeLessThan(450)
  await expect(page.getByRole('row', { name: /^West Europe/ })).not.toContainText('As requested')

  await page.getByRole('button', { name: 'Repair…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove and add again: West Europe' })
  await dialog.getByText('Request, based on the current version').first().click()
  await expect(dialog.getByRole('region', { name: 'Step 1 request' })).not.toContainText('West Europe')
  await expectAxeClean(page, 'dialog of a repair')
  await dialog.getByRole('button', { name: 'Remove and add again' }).click()
  await expect(page.getByRole('row', { name: /1\. Remove West Europe/ })).toContainText('In progress')
  await expect(page.getByRole('row', { name: /2\. Add West Europe/ })).toContainText('Waiting')
  await page.reload()
  await expect(page.getByRole('row', { name: /2\. Add West Europe/ })).toContainText('Waiting')
  portal.clock.advance(hour)
  await expect(page.getByRole('row', { name: /2\. Add West Europe/ })).toContainText('Completed')
  await expect(proofOf(page)).toBeVisible()
  await expect(page.getByText('Replication failed in West Europe')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Repair…' })).toHaveCount(0)
  await expect(page).toHaveTitle('ubuntu-web 1.1.0 · Gallery Encryption Portal')
  expect(storedRegions(portal)).toEqual(failed)
})

test('an update stops where a colleague was quicker, shows what they changed, and goes on from there; bad input is said at its field, and nothing is sent; a list of sets gets no shorter when their keys have been read', async ({
  page,
  portal,
}) => {
  await openUpdate(page, portal)
  await page.getByRole('spinbutton', { name: 'Replicas in East US 2' }).fill('3')
  changeElsewhere(portal, 5)
  await page.getByRole('button', { name: 'Send update' }).click()
  await expect(page.getByText('Someone else changed this version')).toBeVisible()
  await expect(page.getByRole('row', { name: /targetRegions\.westus\.regionalReplicaCount/ })).toContainText('5')
  expect(versionPuts(portal)).toHaveLength(0)
  await expectAxeClean(page, 'update that a colleague overtook')
  await page.getByRole('button', { name: 'Load their changes and keep mine' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Replicas in West US' })).toHaveValue('5')
  await expect(page.getByRole('spinbutton', { name: 'Replicas in East US 2' })).toHaveValue('3')
  await page.getByRole('button', { name: 'Send update' }).click()
  await expect(page.getByRole('heading', { name: 'ubuntu-web 1.1.0', exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /^West US/ })).toContainText('5')
  await expect(page.getByRole('row', { name: /^East US 2/ })).toContainText('3')

  portal.clock.advance(hour)
  await follow(page, pathOf('update-image-version', portal))
  await expect(page.getByRole('heading', { name: 'Current regions' })).toBeVisible()
  const replicas = page.getByRole('spinbutton', { name: 'Replicas in West US' })
  await replicas.fill('0')
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/api/disk-encryption-set-facts', async (route) => {
    await promise
    await route.continue()
  })
  await addRegion(page, 'West Europe')
  const cell = new Wizard(page, '').cell('West Europe', 'OS disk')
  await cell.click()
  const list = page.getByRole('listbox', { name: /^OS disk · West Europe/ })
  await expect(list.getByRole('option', { name: /Unknown/ })).toHaveCount(4)
  const before = await list.boundingBox()
  resolve()
  await expect(list.getByRole('option', { name: /Ready/ })).toHaveCount(4)
  expect((await list.boundingBox())?.height).toBeGreaterThanOrEqual(before?.height ?? NaN)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Send update' }).click()
  await expect(page.getByRole('row', { name: /^West US/ }).getByRole('alert')).toContainText('100')
  await expect(cell).toContainText('Required')
  // Send leads to the first of them, and each line of the list to its own.
  await expect(replicas).toBeFocused()
  await expect(replicas).toBeInViewport()
  await page
    .getByRole('region', { name: 'Review' })
    .getByRole('button', { name: /West Europe/ })
    .first()
    .click()
  await expect(cell).toBeFocused()
  await expect(cell).toBeInViewport()
  expect(versionPuts(portal)).toHaveLength(1)

  await page.getByText('Request to Azure').click()
  await page.getByText('Plan replica counts').click()
  await expectAxeClean(page, 'update')
  await expectNoSideways(page, 'update')
  await follow(page, pathOf('image-version', portal))
  await page.getByRole('tab', { name: 'JSON view' }).click()
  await expect(page.getByText('"provisioningState": "Succeeded"')).toBeVisible()
  await expectAxeClean(page, 'version')
  await expectNoSideways(page, 'version')
})

test('new regions are rolled out in two batches, which the page of the version shows', async ({
  page,
  portal,
  wizard,
}) => {
  await openUpdate(page, portal)
  await addEncrypted({ page, wizard }, 'West Europe', 'WestEuropeDiskEncryptionSet1')
  await addEncrypted({ page, wizard }, 'North Europe', 'NorthEuropeDiskEncryptionSet1')
  await page.getByRole('radio', { name: 'In batches' }).check()
  await page.getByRole('button', { name: 'Start rollout' }).click()
  await expect(page.getByRole('heading', { name: 'ubuntu-web 1.1.0', exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /1\. Add West Europe/ })).toContainText('In progress')
  await expect(page.getByRole('row', { name: /2\. Add North Europe/ })).toContainText('Waiting')
  expect(storedRegions(portal).map(([name]) => name)).toEqual(['westus', 'eastus2', 'westeurope'])
  await expectAxeClean(page, 'version with a rollout')
  portal.clock.advance(hour)
  await expect(page.getByRole('row', { name: /2\. Add North Europe/ })).toContainText('Completed')
  await expect(proofOf(page)).toBeVisible()
  expect(storedRegions(portal)[3]).toEqual(['northeurope', expect.stringContaining('NorthEuropeDiskEncryptionSet2')])
})

test('a second factor that Azure asks for in between loses nothing', async ({ page, portal }) => {
  await openUpdate(page, portal, 'Sam')
  await page.getByRole('spinbutton', { name: 'Replicas in West US' }).fill('6')
  await page.getByRole('button', { name: 'Send update' }).click()
  await page
    .getByRole('alertdialog', { name: 'Verify your identity to continue' })
    .getByRole('button', { name: 'Verify' })
    .click()
  await page.getByRole('button', { name: /^Approve/ }).click()
  await expect(page.getByRole('heading', { name: 'ubuntu-web 1.1.0', exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /^West US/ })).toContainText('6')
})

test('the keyboard alone changes a replica count and sends it, once the planner has filled them in', async ({
  page,
  portal,
}) => {
  await openUpdate(page, portal)
  await page.getByText('Plan replica counts').click()
  const machines = page.getByRole('spinbutton', { name: 'Concurrent VM deployments in East US 2' })
  await machines.fill('9000')
  await expect(page.getByText('100 (maximum per region; needed: 180)')).toBeVisible()
  await machines.fill('120')
  await expect(page.getByText(/^Total: 5 replicas, 790 GB/)).toBeVisible()
  await page.getByRole('button', { name: 'Use these counts' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Replicas in East US 2' })).toHaveValue('3')
  await expect(page.getByRole('spinbutton', { name: 'Replicas in West US' })).toHaveValue('2')

  await page.getByRole('spinbutton', { name: 'Replicas in West US' }).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('4')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox', { name: 'Exclude from latest in West US' })).toBeFocused()
  await page.getByRole('button', { name: 'Send update' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'ubuntu-web 1.1.0', exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /^West US/ })).toContainText('4')
})

test.describe('dark, 400 px, Italian', () => {
  test.use({ locale: 'it-IT', viewport: { width: 400, height: 800 }, colorScheme: 'dark' })
  test('both pages are axe clean and fit the window', async ({ page, portal }) => {
    await page.goto(`${portal.url}${pathOf('update-image-version', portal)}`)
    await page.getByRole('main').getByRole('button', { name: 'Accedi', exact: true }).click()
    await page.getByRole('button', { name: /^Ada\b/ }).click()
    await page.getByRole('combobox', { name: 'Aggiungi area' }).click()
    await page.getByRole('option', { name: 'West Europe', exact: true }).click()
    await page.keyboard.press('Escape')
    await page.getByText('Richiesta ad Azure').click()
    await page.getByText('Pianifica numero di repliche').click()
    await expectAxeClean(page, 'update')
    await expectNoSideways(page, 'update')
    await follow(page, pathOf('image-version', portal))
    await page.getByRole('tab', { name: 'Visualizzazione JSON' }).click()
    await expect(page.getByText('"provisioningState": "Succeeded"')).toBeVisible()
    await expectAxeClean(page, 'version')
    await expectNoSideways(page, 'version')
  })
})
