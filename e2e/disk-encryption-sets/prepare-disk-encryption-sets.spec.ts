import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import {
  compute,
  expect,
  signIn,
  signInAtWizard,
  test,
  versionPuts,
  whenAzureWorks,
  type Portal,
} from '../support/portal.ts'
import type { Wizard } from '../support/wizard.ts'

const regions = ['Japan East', 'Brazil South', 'Canada Central', 'Australia East']
const names = ['JapanEast', 'BrazilSouth', 'CanadaCentral', 'AustraliaEast']

/** The Encryption tab for a version in West US, which has sets, and in regions that have none. */
async function atMissingSets(portal: Portal, wizard: Wizard, missing = regions): Promise<void> {
  await signInAtWizard(wizard.page, portal)
  await wizard.version('7.0.0')
  await wizard.managedImage('myImage')
  await wizard.next('Replication')
  for (const region of missing) await wizard.addRegion(region)
  await wizard.next('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
}

function button(page: Page, name: string | RegExp) {
  return page.getByRole('button', { name })
}

/** Opens the preview and lets Azure compute it. */
async function preview(page: Page, portal: Portal): Promise<void> {
  await button(page, 'Preview').click()
  await whenAzureWorks(portal, page.getByText('Azure’s preview of the changes'))
}

/** How often a deployment was sent to Azure. */
function deploymentPuts({ azure }: Portal): number {
  return azure.requests.filter(({ method, path }) => method === 'PUT' && /Microsoft\.Resources\/deployments/.test(path))
    .length
}

/** Lets a person assign roles at the group, as an owner would. */
function mayAssignRoles({ azure }: Portal, firstName: string): void {
  const person = azure.world.users.find(({ displayName }) => displayName.startsWith(firstName))
  azure.world.roleAssignments.push({
    principalId: person?.id ?? '',
    role: 'Key Vault Data Access Administrator',
    scope: compute({ azure }).replace('/providers/Microsoft.Compute', ''),
  })
}

test('four missing sets are made in one pass, chosen in their cells, and the version is created with them', async ({
  page,
  portal,
  wizard,
}) => {
  await atMissingSets(portal, wizard)
  await button(page, 'Create 4 missing sets…').click()
  await expect(page.getByText('You don’t have permission to assign roles in this resource group')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Disk encryption set in Japan East' })).toHaveValue(
    'JapanEastDiskEncryptionSet1',
  )
  await expectAxeClean(page, 'the names')
  await preview(page, portal)
  await expect(page.getByRole('heading', { name: 'Create disk encryption sets: preview' })).toBeFocused()
  await expect(page.getByRole('row', { name: /^Key vault kv-japaneast-\w+ Japan East Create$/ })).toBeVisible()
  await expect(page.getByText('New version every 335 days, expires after 365 days')).toHaveCount(4)
  await page.getByText('Show code').last().click()
  await expect(page.getByRole('region', { name: 'Azure CLI (bash)' })).toContainText('--enable-purge-protection=true')
  await expectAxeClean(page, 'the preview')
  await button(page, 'Create 4 disk encryption sets').click()
  await expect(page.getByText('You can close this page and come back later.')).toBeVisible()
  await expectAxeClean(page, 'the progress')
  portal.clock.advance(30_000)
  await expect(page.getByText('4 sets created and chosen.')).toBeVisible()
  await button(page, 'Close').last().click()
  for (const [index, region] of regions.entries())
    for (const disk of ['OS disk', 'LUN 0'])
      await expect(wizard.cell(region, disk)).toContainText(`${names[index]}DiskEncryptionSet1`)
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '7.0.0' })).toBeVisible()
  expect(JSON.stringify(versionPuts(portal))).toContain('AustraliaEastDiskEncryptionSet1')
  expect(deploymentPuts(portal)).toBe(1)
  const keys = portal.azure.world.store
    .list(compute(portal).replace('Microsoft.Compute', 'Microsoft.KeyVault'), 'Microsoft.KeyVault/vaults/keys')
    .filter(({ id }) => /kv-(japaneast|brazilsouth|canadacentral|australiaeast)-/.test(id))
  expect(JSON.stringify(keys.map(({ properties }) => properties['rotationPolicy'])).match(/P335D/g)).toHaveLength(4)
})

test('the tab is closed while Azure makes the sets: the next one finds draft and deployment, and the sets are chosen', async ({
  page,
  portal,
  wizard,
}) => {
  mayAssignRoles(portal, 'Ada')
  await atMissingSets(portal, wizard, ['Japan East', 'Brazil South'])
  await button(page, 'Create 2 missing sets…').click()
  await preview(page, portal)
  await button(page, 'Create 2 disk encryption sets').click()
  await expect(page.getByText('You can close this page and come back later.')).toBeVisible()
  // The roles are assigned, but Azure has not applied them yet.
  portal.clock.advance(10_000)
  await expect(page.getByText('Access is granted, but can take a few minutes to apply. Next try in')).toBeVisible()
  const { pathname, search } = new URL(page.url())
  const context = page.context()
  await page.close()

  const next = await context.newPage()
  await next.goto(`${portal.url}${pathname}${search}`)
  // Not before: a closing page still does what is due at once.
  portal.clock.advance(90_000)
  const retried = next.waitForResponse(/\/api\/preparation-retries$/)
  // Entra ID still has her session.
  await next.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(next.getByText('Azure is creating disk encryption sets in Japan East')).toBeVisible()
  // Not as soon as it is sent: Azure must have started before its clock moves.
  await retried
  expect(deploymentPuts(portal)).toBe(2)
  portal.clock.advance(30_000)
  await expect(next.getByText('2 to do').first()).toBeVisible()
  await expect(button(next, 'Undo')).toBeEnabled()
  await next.getByRole('tab', { name: /^Basics/ }).click()
  await expect(next.getByRole('textbox', { name: 'Version number' })).toHaveValue('7.0.0')
})

test('S68: a colleague in another browser sees that the sets are being made, and what a colleague has started is not sent again without a question', async ({
  page,
  portal,
  wizard,
  anotherBrowser,
}) => {
  mayAssignRoles(portal, 'Ada')
  await atMissingSets(portal, wizard, ['Japan East'])
  await button(page, 'Create missing set in Japan East…').click()
  await preview(page, portal)
  await button(page, 'Create 1 disk encryption set').click()
  await expect(page.getByText('You can close this page and come back later.')).toBeVisible()

  const reader = await anotherBrowser()
  await signIn(reader, portal, 'Rita', new URL(page.url()).pathname + new URL(page.url()).search)
  await reader.getByRole('tab', { name: /^Basics/ }).click()
  await reader.getByRole('combobox', { name: 'Managed image' }).click()
  await reader.getByRole('option', { name: /^myImage/ }).click()
  await reader.getByRole('tab', { name: /^Encryption/ }).click()
  await reader.getByRole('radio', { name: /Encryption at-rest with a customer-managed key/ }).check()
  await reader.getByRole('button', { name: 'Show progress' }).click()
  await expect(reader.getByRole('region', { name: 'Japan East' })).toContainText('Disk encryption set')

  portal.clock.advance(10_000)
  await expect(page.getByText('Access is granted, but can take a few minutes to apply. Next try in')).toBeVisible()
  const { pathname, search } = new URL(page.url())
  await page.close()

  // Ben may do all of it: anyone who may deploy to the group could have written what he sees.
  mayAssignRoles(portal, 'Ben')
  const ben = portal.azure.world.users.find(({ displayName }) => displayName.startsWith('Ben'))
  const scope = compute(portal).split('/providers')[0] ?? ''
  portal.azure.world.roleAssignments.push({ principalId: ben?.id ?? '', role: 'Contributor', scope })
  portal.clock.advance(90_000)
  const other = await anotherBrowser()
  await signIn(other, portal, 'Ben', pathname + search)
  await other.getByRole('tab', { name: /^Basics/ }).click()
  await other.getByRole('combobox', { name: 'Managed image' }).click()
  await other.getByRole('option', { name: /^myImage/ }).click()
  await other.getByRole('tab', { name: /^Encryption/ }).click()
  await other.getByRole('radio', { name: /Encryption at-rest with a customer-managed key/ }).check()
  await other.getByRole('button', { name: 'Show progress' }).click()
  await expect(other.getByText('Someone else started this.')).toBeVisible()
  expect(deploymentPuts(portal)).toBe(1)
  await other.getByRole('button', { name: 'Try again' }).click()
  await expect(other.getByText('You can close this page and come back later.')).toBeVisible()
  expect(deploymentPuts(portal)).toBe(2)
})

test('who may not assign roles is told so, and what to send to whom; a rotation policy that Key Vault refuses, a vault name that is in use, and a set that Azure refuses are said in words', async ({
  page,
  portal,
  wizard,
}) => {
  // She has permission when the names are proposed, but no longer when Azure is called.
  mayAssignRoles(portal, 'Ada')
  await atMissingSets(portal, wizard, ['Japan East'])
  await button(page, 'Create missing set in Japan East…').click()
  await expect(page.getByRole('radio', { name: 'Azure role-based access control' })).toBeChecked()
  portal.azure.world.roleAssignments.pop()
  await button(page, 'Preview').click()
  await expect(page.getByText('Missing permissions')).toBeVisible()
  await expect(page.getByText('az role assignment create --assignee "ada@contoso.example"')).toBeVisible()
  await expectAxeClean(page, 'the request')
  await page.setViewportSize({ width: 400, height: 900 })
  await expectNoSideways(page, 'the request')
  await button(page, 'Use vault access policies').click()
  await whenAzureWorks(portal, page.getByText('Azure’s preview of the changes'))
  await expect(button(page, 'Create 1 disk encryption set')).toBeEnabled()

  await page.setViewportSize({ width: 1280, height: 900 })
  await button(page, 'Change names').click()
  await page.getByRole('spinbutton', { name: 'Days until a version expires' }).fill('27')
  await expect(page.getByText('Expire after at least 28 days.')).toBeVisible()
  await expect(button(page, 'Preview')).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('switch', { name: 'Rotation policy of new keys' }).press('Space')
  await expect(page.getByRole('spinbutton', { name: 'Days until a version expires' })).toHaveCount(0)
  await expect(button(page, 'Preview')).not.toHaveAttribute('aria-disabled', 'true')

  const vault = page.getByRole('textbox', { name: 'Key vault name in Japan East' })
  await vault.fill('kv--japan')
  await expect(page.getByText('Use 3 to 24 letters, digits, and single hyphens. Start with a letter.')).toBeVisible()
  await vault.fill('kv-contoso-wus')
  await button(page, 'Preview').click()
  await button(page, 'Change names').click()
  await expect(vault).toHaveAccessibleDescription(/Name in use, or reserved by a deleted key vault/)
  await vault.fill('kv-japan-images')
  await preview(page, portal)
  await button(page, 'Create 1 disk encryption set').click()
  await expect(page.getByText('You can close this page and come back later.')).toBeVisible()
  // Another user deletes the new identity.
  portal.clock.advance(1500)
  portal.azure.world.store.remove(
    `${compute(portal).replace('Microsoft.Compute', 'Microsoft.ManagedIdentity')}/userAssignedIdentities/id-JapanEastDiskEncryptionSet1`,
  )
  portal.clock.advance(30_000)
  await expect(page.getByText('Creation didn’t finish.')).toBeVisible()
  await button(page, 'Change names').click()
  await expect(vault).toHaveValue('kv-japan-images')
  await button(page, 'Close').click()
  await button(page, 'Create missing set in Japan East…').click()
  await button(page, 'Try again').click()
  await expect(page.getByText('You can close this page and come back later.')).toBeVisible()
  portal.clock.advance(30_000)
  await expect(page.getByText('1 set created and chosen.')).toBeVisible()
})
