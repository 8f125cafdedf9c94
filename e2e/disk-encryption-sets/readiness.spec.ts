import type { Locator, Page } from '@playwright/test'
import { expectAxeCleanInAllColorsAndNarrow } from '../support/axe-clean.ts'
import {
  compute,
  expect,
  follow,
  signIn,
  signInAtWizard,
  test,
  versionPuts,
  wizardPath,
  type Portal,
} from '../support/portal.ts'
import { callVault } from '../support/vault-call.ts'
import type { Wizard } from '../support/wizard.ts'

const customerKey = 'Encryption at-rest with a customer-managed key'
const cellName = 'OS disk · West US'

/** The wizard for `myImage` in West US with one of Contoso's sets for the OS disk. */
async function withSet({ page, portal, wizard }: Pages, set: string, user = 'Ada'): Promise<void> {
  await signInAtWizard(page, portal, { user })
  await wizard.version('9.0.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Encryption')
  await wizard.encryption(customerKey)
  await wizard.set('West US', 'OS disk', set)
}

interface Pages {
  page: Page
  portal: Portal
  wizard: Wizard
}

/** The line below the cell's row about its set. */
function findings(page: Page): Locator {
  return page.getByRole('region', { name: cellName })
}

const cellOf = (wizard: Wizard) => wizard.cell('West US', 'OS disk')

/** The cell has a set that can use its key, and the focus; the other cell of the tab has none yet. */
async function expectMended(page: Page, wizard: Wizard): Promise<void> {
  await expect(cellOf(wizard)).toContainText('Ready · ')
  await expect(cellOf(wizard)).toBeFocused()
  await expect(findings(page)).toHaveCount(0)
  await expect(page.getByRole('tab', { name: 'Encryption 1 to do' })).toBeVisible()
}

test('a set that was not let in to its key, and one behind a firewall, are mended from their cell; another takes the place of one whose vault is in another region; a key that Azure must mend keeps the version from being created', async ({
  page,
  portal,
  wizard,
}) => {
  await withSet({ page, portal, wizard }, 'WestUSExpiringKeyDiskEncryptionSet')
  await expect(cellOf(wizard)).toContainText('Ready, with warnings')
  await expect(findings(page)).toContainText(/expires.*6 days|6 days/)
  for (const { set, reason, repair } of [
    { set: 'WestUSNotGrantedDiskEncryptionSet', reason: /can’t use the keys/, repair: 'Grant key vault access' },
    { set: 'WestUSFirewalledDiskEncryptionSet', reason: /firewall/, repair: 'Allow trusted Microsoft services' },
  ]) {
    await wizard.set('West US', 'OS disk', set)
    await expect(cellOf(wizard)).toContainText('Not ready')
    await expect(page.getByRole('tab', { name: 'Encryption 2 to do' })).toBeVisible()
    await expect(findings(page)).toContainText(reason)
    await findings(page).getByRole('button', { name: repair }).click()
    await expectMended(page, wizard)
  }
  await wizard.set('West US', 'OS disk', 'WestUSFarVaultDiskEncryptionSet')
  await expect(findings(page)).toContainText(/kv-contoso-eus2.*East US 2/)
  await findings(page).getByRole('button', { name: 'Choose another set' }).click()
  await page.getByRole('option', { name: /^WestUSDiskEncryptionSet1(?!\w)/ }).click()
  await expect(cellOf(wizard)).toContainText('Ready')

  const keys = [
    { set: 'WestUSDisabledKeyDiskEncryptionSet', reason: /disabled/ },
    { set: 'WestUSExpiredKeyDiskEncryptionSet', reason: /expired/ },
    { set: 'WestUSRotationErrorDiskEncryptionSet', reason: /rotate/ },
  ]
  for (const { set, reason } of keys) {
    await wizard.goTo('Encryption')
    await wizard.set('West US', 'OS disk', set)
    await expect(findings(page)).toContainText(reason)
    await expect(findings(page).getByRole('button', { name: 'Open in Azure portal' }).first()).toBeVisible()
    await wizard.review()
    await expect(page.getByRole('tab', { name: /^Encryption \d+ to do/ })).toBeVisible()
    await expect(page.getByRole('tabpanel').getByText(reason).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Create', exact: true })).toHaveAttribute('aria-disabled', 'true')
  }
})

test('a vault without purge protection is mended from its cell; a role that was just given is waited for, and the light turns green by itself', async ({
  page,
  portal,
  wizard,
}) => {
  const { store, roleAssignments } = portal.azure.world
  const set = store.get(`${compute(portal)}/diskEncryptionSets/WestUSDiskEncryptionSet1`)
  const principal = /"principalId":"([^"]+)"/.exec(JSON.stringify(set))?.[1]
  roleAssignments.splice(
    roleAssignments.findIndex(({ principalId }) => principalId === principal),
    1,
  )
  await withSet({ page, portal, wizard }, 'WestUSNoPurgeProtectionDiskEncryptionSet', 'Vera')
  await expect(cellOf(wizard)).toContainText('Not ready')
  await expect(page.getByRole('tab', { name: 'Encryption 2 to do' })).toBeVisible()
  await expect(findings(page)).toContainText(/purge protection/)
  await findings(page).getByRole('button', { name: 'Turn on purge protection' }).click()
  await expect(findings(page)).toContainText(/Turn on for kv-.*can’t be undone/)
  await expect(cellOf(wizard)).toContainText('Not ready')
  await findings(page).getByRole('button', { name: 'Turn on', exact: true }).click()
  await expectMended(page, wizard)

  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await expect(cellOf(wizard)).toContainText('Not ready')
  await findings(page).getByRole('button', { name: 'Grant key vault access' }).click()
  await expect(findings(page)).toContainText('The portal checks again automatically')
  portal.clock.advance(600_000)
  await expect(cellOf(wizard)).toContainText(/Ready · /)
})

test('a key that is being read is not called unknown in the review; a policy that would deny the version says so before it is created; a refusal says what it means and offers what mends it, with Azure’s own words one click away', async ({
  page,
  portal,
  wizard,
}) => {
  const held = Promise.withResolvers<void>()
  await page.route('**/api/disk-encryption-set-facts', async (route) => {
    await held.promise
    await route.continue()
  })
  const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  await signIn(page, portal, 'Ada', `/create-image-version?${new URLSearchParams({ definition })}`)
  const sets = page.getByRole('table', { name: 'Sets by region' })
  await expect(sets.getByText('Checking…')).toHaveCount(4)
  await expect(sets.getByText('Unknown')).toHaveCount(0)
  held.resolve()
  await expect(sets.getByText('Ready', { exact: true })).toHaveCount(4)

  await follow(page, wizardPath(portal, { gallery: 'governedGallery', definition: 'ubuntu-governed' }))
  await expect(wizard.field('Version number')).toHaveValue('')
  await wizard.version('9.0.0')
  await wizard.managedImage('myImage')
  await wizard.review()
  await expect(page.getByText('Azure Policy would deny this version')).toContainText(
    'Disks are encrypted with keys of Contoso',
  )
  await expect(page.getByText('OS disk in West US')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Go to Encryption' }).click()
  await wizard.encryption(customerKey)
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '9.0.0' })).toBeVisible()

  await follow(page, wizardPath(portal, { definition: 'ubuntu-busy' }))
  await expect(wizard.field('Version number')).toHaveValue('')
  await wizard.version('9.0.0')
  await wizard.managedImage('myImage')
  await wizard.reviewAndCreate()
  await expect(page.getByText('Another operation is in progress')).toBeVisible()
  await expect(page.getByText(/^Correlation ID/)).toBeHidden()
  await page.locator('summary', { hasText: 'Details' }).click()
  await expect(page.getByText(/^Correlation ID/)).toBeVisible()
  const puts = versionPuts(portal).length
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => versionPuts(portal).length).toBe(puts + 1)
})

test('F67: a key that is enabled is ready after Check again, and one that is disabled keeps the version from being sent', async ({
  page,
  portal,
  wizard,
}) => {
  const set = 'WestUSDisabledKeyDiskEncryptionSet'
  const vaultId = `${compute(portal).replace('Microsoft.Compute', 'Microsoft.KeyVault')}/vaults/kv-roles-wus`
  const enable = async (enabled: boolean) => {
    const call = { method: 'PATCH', path: '/keys/disabled-key', body: { attributes: { enabled } } }
    expect(await callVault(portal, vaultId, call)).toBe(200)
  }
  const cell = cellOf(wizard)
  const tab = page.getByRole('tab', { name: /^Encryption/ })
  const checkAgain = page.getByRole('button', { name: `Check again: ${set}` })
  const create = page.getByRole('button', { name: 'Create', exact: true })
  await withSet({ page, portal, wizard }, set)
  await wizard.set('West US', 'LUN 0', set)
  await cellOf(wizard).click()
  await page.keyboard.press('Escape')
  await expect(cell).toContainText('Not ready')
  await expect(findings(page)).toContainText(/Checked .*\d:\d\d:\d\d/)

  await enable(true)
  await checkAgain.click()
  await expect(cell).toContainText('Ready · ')
  // What is ready needs no line: the focus continues in the cell.
  await expect(checkAgain).toHaveCount(0)
  await expect(cell).toBeFocused()
  await expect(tab).toHaveAccessibleName('Encryption')

  await enable(false)
  await wizard.review()
  await expect(page.getByText('Validation failed')).toBeVisible()
  await expect(tab).toHaveAccessibleName('Encryption 2 to do')
  await enable(true)
  await checkAgain.click()
  await expect(page.getByText('Validation passed')).toBeVisible()
  await expect(tab).toHaveAccessibleName('Encryption')

  await enable(false)
  await create.click()
  await expect(page.getByText('Something changed in Azure')).toBeVisible()
  expect(versionPuts(portal)).toEqual([])
  await page.getByRole('button', { name: 'Go to Encryption' }).first().click()
  await expect(cell).toContainText('Not ready')
  await expect(findings(page)).toContainText(/disabled/)

  await enable(true)
  await checkAgain.click()
  await expect(cell).toContainText('Ready · ')
  await expect(page.getByText('Something changed in Azure')).toBeHidden()
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '9.0.0' })).toBeVisible()
  expect(versionPuts(portal)).toHaveLength(1)
})

test('a trusted launch machine is told of at once, and its disks go by snapshots', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.version('9.0.0')
  await wizard.choose('Source', 'Virtual machine')
  await wizard.choose('Virtual machine', 'trusted-vm')
  await page.getByRole('button', { name: 'Create disk snapshots' }).click()
  await expect(page.getByText('Snapshots completed: 0 of 2')).toBeVisible()
  portal.clock.advance(60_000)
  await expect(page.getByText('The source is now the disk snapshots of trusted-vm')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'OS disk', exact: true })).toHaveText(/^trusted-vm-2026\d+-os/)
  await wizard.goTo('Encryption')
  await wizard.encryption(customerKey)
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '9.0.0' })).toBeVisible()
  portal.clock.advance(900_000)
  await expect(page.getByText('As requested: 2 of 2')).toBeVisible()
})

test('who may not read sets is told so, with a request to send, and not that there are none', async ({
  page,
  openWizard,
}) => {
  const wizard = await openWizard({ user: 'Eva' })
  await wizard.managedImage('myImage')
  await wizard.goTo('Encryption')
  await wizard.encryption(customerKey)
  await expect(cellOf(wizard)).toContainText('Unknown')
  await expect(page.getByText('You don’t have permission to view disk encryption sets').first()).toBeVisible()
  await expect(page.getByText(/Microsoft\.Compute\/diskEncryptionSets\/read/)).toBeVisible()
  await expect(page.getByText(/^No matching set/)).toBeHidden()
})

test('who may not mend a vault gets a request for those who may; it, policies and the offer of snapshots are axe clean', async ({
  page,
  openWizard,
}) => {
  test.slow()
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' })
  const wizard = await openWizard({ user: 'Rita', gallery: 'governedGallery', definition: 'ubuntu-governed' })
  await wizard.version('9.0.0')
  await wizard.choose('Source', 'Virtual machine')
  await wizard.choose('Virtual machine', 'trusted-vm')
  await expect(page.getByRole('button', { name: 'Create disk snapshots' })).toBeVisible()
  await expectAxeCleanInAllColorsAndNarrow(page, 'the offer of snapshots')
  await wizard.goTo('Review')
  await expect(page.getByText('Azure Policy would deny this version')).toBeVisible()
  await expectAxeCleanInAllColorsAndNarrow(page, 'the verdict of the policies')
  await wizard.goTo('Encryption')
  await wizard.encryption(customerKey)
  await cellOf(wizard).click()
  await expect(page.getByRole('option', { name: /Not ready/ }).first()).toBeVisible()
  await expectAxeCleanInAllColorsAndNarrow(page, 'the sets that are offered')
  await page.getByRole('option', { name: /^WestUSNotGrantedDiskEncryptionSet/ }).click()
  await expect(findings(page)).toContainText('Send this request to the key vault’s administrator')
  await expect(findings(page)).toContainText(/\/vaults\/kv-policies-wus/)
  await expect(findings(page).getByRole('button', { name: 'Grant key vault access' })).toHaveCount(0)
  await expectAxeCleanInAllColorsAndNarrow(page, 'the findings')
})
