import type { Page } from '@playwright/test'
import { expectAxeCleanInAllColorsAndNarrow } from '../support/axe-clean.ts'
import { compute, expect, follow, signIn, storeChoices, test, type Portal } from '../support/portal.ts'
import { callVault } from '../support/vault-call.ts'
import { selectMore } from '../support/wizard.ts'

const setId = (portal: Portal, name: string) => `${compute(portal)}/diskEncryptionSets/${name}`

/** The page of one of Contoso's sets. */
async function openSet({ page, portal }: { page: Page; portal: Portal }, name: string, user = 'Ada'): Promise<void> {
  await signIn(page, portal, user, `/disk-encryption-set?id=${encodeURIComponent(setId(portal, name))}`)
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/** Goes to the page of another set. */
const goToSet = (page: Page, portal: Portal, name: string) =>
  follow(page, `/disk-encryption-set?id=${encodeURIComponent(setId(portal, name))}`)

/** What Azure has of a set, with its identity. */
function stored(portal: Portal, name: string) {
  return portal.azure.world.store.get(setId(portal, name))
}

async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option }).click()
}

test('the page of a set lists what uses it, and refuses a URL that is no key’s at its field; it says why a key is unknown or never rotates, with the request for those who may change that; a set that image versions name is not deleted, and one that nothing uses is, once its name is typed, by keyboard alone', async ({
  page,
  portal,
}) => {
  await openSet({ page, portal }, 'WestUSDiskEncryptionSet1')
  const versions = page.getByRole('table', { name: 'Image versions' })
  await expect(versions.getByRole('row', { name: /ubuntu-web \/ 1\.1\.0 West US: OS disk/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /BACKUPDISK/ })).toBeVisible()
  await selectMore(page, 'Delete…')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Image versions: 3.')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'ubuntu-web 1.1.0' })).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'BACKUPDISK' })).toBeVisible()
  await expect(dialog).toContainText('then they can’t be updated')
  await expect(dialog.getByRole('button', { name: 'Delete' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused()
  expect(portal.azure.requests.some(({ method }) => method === 'DELETE')).toBe(false)

  await page.getByRole('button', { name: 'Change key…' }).click()
  await page.getByRole('radio', { name: 'Enter key URL' }).check()
  const field = page.getByRole('textbox', { name: 'Key URL' })
  await field.fill('https://elsewhere.vault.azure.net/keys/images-key')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The URL must end with the key version.')).toBeVisible()
  await expect(field).toHaveValue('https://elsewhere.vault.azure.net/keys/images-key')
  await field.fill('https://elsewhere.vault.azure.cn/keys/images-key/0123')
  await expect(page.getByText('Allowed domains: vault.azure.net and managedhsm.azure.net.')).toBeVisible()

  await goToSet(page, portal, 'WestUSPerimeterDiskEncryptionSet')
  await expect(page.getByText('kv-perimeter-wus is in a network security perimeter')).toBeVisible()
  await expect(page.getByText('Unknown', { exact: true })).toBeVisible()
  await goToSet(page, portal, 'WestUSPrivateDiskEncryptionSet')
  await expect(page.getByText('kv-private-wus accepts private connections')).toBeVisible()
  await expect(page.getByText('Unknown', { exact: true })).toBeVisible()

  await goToSet(page, portal, 'WestUSNeverRotatedDiskEncryptionSet')
  const request = page.getByText('Please set a rotation policy for a key')
  await expect(request).toContainText('/vaults/kv-roles-wus/keys/never-rotated-key')
  await expect(request).toContainText('az keyvault key rotation-policy update')
  await expect(page.getByRole('button', { name: 'Copy request' })).toBeVisible()

  await goToSet(page, portal, 'WestUSConfidentialEncryptionSet')
  await expect(page.getByText('Auto key rotation isn’t available for confidential sets.')).toBeVisible()
  await expect(page.getByRole('switch')).toHaveCount(0)

  await goToSet(page, portal, 'WestUSExpiringKeyDiskEncryptionSet')
  await page.getByRole('button', { name: 'More actions' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Delete…' }).press('Enter')
  await dialog.getByRole('textbox').focus()
  await page.keyboard.type('WestUS')
  await dialog.getByRole('button', { name: 'Delete' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('The name doesn’t match.')
  await dialog.getByRole('textbox').fill('WestUSExpiringKeyDiskEncryptionSet')
  await dialog.getByRole('button', { name: 'Delete' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  portal.clock.advance(1_000)
  await expect(page.getByText('Disk encryption set deleted')).toBeVisible()
  expect(stored(portal, 'WestUSExpiringKeyDiskEncryptionSet')).toBeUndefined()
})

test('a set gets another key, once it is let in to it, and keeps its identity, also when automatic rotation is turned off; what keeps it from a key is mended on its page, and where it gets that key', async ({
  page,
  portal,
}) => {
  const name = 'WestUSUserAssignedDiskEncryptionSet'
  const identity = stored(portal, name)?.envelope?.['identity']
  await openSet({ page, portal }, name)
  await page.getByRole('button', { name: 'Change key…' }).click()
  const drawer = page.getByRole('dialog', { name: /Change key/ })
  // It keeps the key in use, and says so, until another one is chosen.
  await expect(drawer).toContainText('This version is in use.')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer).toContainText('The set already uses this key version.')
  await choose(page, 'Key', /^not-granted-key/)
  await expect(drawer.getByRole('combobox', { name: 'Version', exact: true })).toHaveText(/^[0-9a-f]{6,}/)
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer).toBeHidden()
  portal.clock.advance(1_000)
  await expect(page.getByText('not-granted-key')).toBeVisible()
  expect(stored(portal, name)?.envelope?.['identity']).toEqual(identity)

  const rotation = page.getByRole('switch', { name: 'Auto key rotation' })
  await expect(rotation).toBeChecked()
  await rotation.press('Space')
  await expect(page.getByText('Change sent to Azure.')).toBeVisible()
  portal.clock.advance(1_000)
  await expect(rotation).not.toBeChecked()
  expect(stored(portal, name)?.properties['rotationToLatestKeyVersionEnabled']).toBe(false)
  expect(stored(portal, name)?.envelope?.['identity']).toEqual(identity)

  await goToSet(page, portal, 'WestUSNotGrantedDiskEncryptionSet')
  const atTheTitle = page.getByText(/^Not ready: /)
  await expect(atTheTitle).toBeVisible()
  await page.getByRole('button', { name: 'Grant key vault access' }).click()
  await expect(page.getByText('No problems found')).toBeVisible()
  await expect(atTheTitle).toHaveCount(0)

  await goToSet(page, portal, 'WestUSDiskEncryptionSet2')
  await page.getByRole('button', { name: 'Change key…' }).click()
  await choose(page, 'Key vault', /^kv-policies-wus/)
  await choose(page, 'Key', /^images-key/)
  await choose(page, 'Version', /latest/)
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer).toContainText('The set’s identity doesn’t have access to this key')
  await drawer.getByRole('button', { name: 'Grant key vault access' }).click()
  await expect(drawer).not.toContainText('The set’s identity doesn’t have access to this key')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer).toBeHidden()
})

test('a key that nothing rotates is a warning with the command that mends it; then the key makes versions, and the set follows within the hour', async ({
  page,
  portal,
  anotherBrowser,
}) => {
  const name = 'WestUSNeverRotatedDiskEncryptionSet'
  const vaultId = compute(portal).replace('Microsoft.Compute', 'Microsoft.KeyVault/vaults/kv-roles-wus')
  const ada = portal.azure.world.users.find(({ displayName }) => displayName.startsWith('Ada'))
  portal.azure.world.roleAssignments.push({
    principalId: ada?.id ?? '',
    role: 'Key Vault Crypto Officer',
    scope: vaultId,
  })
  await openSet({ page, portal }, name)
  await expect(page.getByText('Ready, with warnings: key never rotates')).toBeVisible()
  await expect(page.getByText('but nothing creates new versions of never-rotated-key')).toBeVisible()
  await expect(page.getByText('None: no new versions are created')).toBeVisible()
  const command = page.getByText(/^az keyvault key rotation-policy update --vault-name='kv-roles-wus'/)
  await expect(command).toBeVisible()
  const policy: unknown = JSON.parse(/--value='(.*)'$/.exec(await command.innerText())?.[1] ?? '')
  const path = '/keys/never-rotated-key/rotationpolicy'
  expect(await callVault(portal, vaultId, { method: 'PUT', path, body: policy })).toBe(200)

  // What the portal read for her it keeps for a minute; a colleague sees it at once.
  const other = await anotherBrowser()
  await openSet({ page: other, portal }, name, 'Vera')
  await expect(other.getByText('New version every 335 days')).toBeVisible()
  await expect(other.getByText('365 days after creation')).toBeVisible()
  await expect(other.getByText('No problems found')).toBeVisible()

  // The key is older than that: Azure creates a version at once, and the set starts to use it.
  const keyId = `${vaultId}/keys/never-rotated-key`
  const [first] = portal.azure.world.store.list(keyId)
  await expect(other.getByText(first?.name ?? '?')).toBeVisible()
  portal.clock.advance(3_600_000)
  await other.reload()
  const second = portal.azure.world.store.list(keyId).find(({ name: version }) => version !== first?.name)
  await expect(other.getByText(second?.name ?? '?')).toBeVisible()
  await expect(other.getByText('Not reported')).toHaveCount(0)
})

test('the page of a set is axe clean, in Italian', async ({ page, portal }) => {
  test.slow()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await storeChoices(page, { language: 'it' })
  await page.goto(
    `${portal.url}/disk-encryption-set?id=${encodeURIComponent(setId(portal, 'WestUSRotationErrorDiskEncryptionSet'))}`,
  )
  await page.getByRole('main').getByRole('button', { name: 'Accedi', exact: true }).click()
  await page.getByRole('button', { name: /^Ada\b/ }).click()
  await expect(page.getByText(/Nessuna versione/)).toBeVisible()
  await expectAxeCleanInAllColorsAndNarrow(page, 'the page')
  await page.getByRole('button', { name: 'Modifica chiave…' }).click()
  await expect(page.getByRole('radio').first()).toBeVisible()
  await expectAxeCleanInAllColorsAndNarrow(page, 'the change of the key')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Altre azioni' }).click()
  await page.getByRole('menuitem', { name: 'Elimina…' }).click()
  await expect(page.getByRole('textbox')).toBeVisible()
  await expectAxeCleanInAllColorsAndNarrow(page, 'the deletion')
})
