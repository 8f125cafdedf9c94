import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, follow, signIn, test, whenAzureWorks, type Portal } from '../support/portal.ts'
import { chosenIn, Wizard } from '../support/wizard.ts'

const secret = 'Correct-Horse-Battery-1'

function versionId(portal: Portal, path: string): string {
  return `${compute(portal)}/galleries/contosoGallery/images/${path}`
}

/** The wizard for a version, with its first field there. */
async function openWizard(page: Page, portal: Portal, path = 'windows-sql/versions/2025.10.1', user = 'Ada') {
  const query = new URLSearchParams({ version: versionId(portal, path) })
  await signIn(page, portal, user, `/create-virtual-machine?${query}`)
  await expect(page.getByRole('textbox', { name: 'Virtual machine name' })).toBeVisible()
  return new Wizard(page, portal.url)
}

async function fillBasics(page: Page, wizard: Wizard): Promise<void> {
  await wizard.choose('Existing resource group', 'myResourceGroup')
  await page.getByRole('textbox', { name: 'Virtual machine name' }).fill('sql-01')
  await wizard.choose('Region', 'East US 2')
  await wizard.choose('Size', 'Standard_D2s_v5')
  await page.getByLabel('Password').fill(secret)
}

/** Lets Azure work out its preview. */
async function previewed(page: Page, portal: Portal): Promise<void> {
  await whenAzureWorks(portal, page.getByRole('table', { name: 'Planned changes' }))
}

/** The sets of a stored machine's disks, OS disk first, then by LUN. */
function storedSets(portal: Portal, name: string): (string | undefined)[] {
  const { store } = portal.azure.world
  return store
    .list(compute(portal).replace('/providers/Microsoft.Compute', ''), 'Microsoft.Compute/disks')
    .filter((disk) => disk.name.startsWith(`${name}_`))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ properties }) => JSON.stringify(properties['encryption']).match(/diskEncryptionSets\/(\w+)/)?.[1])
}

test('a machine with three disks gets a set for each, and its page shows what Azure stored, before anything else where that differs', async ({
  page,
  portal,
}) => {
  const wizard = await openWizard(page, portal)
  await fillBasics(page, wizard)
  await wizard.next('Disks')
  await expect(page.getByRole('combobox', { name: 'Key management of LUN 1' })).toHaveText('EastUS2DiskEncryptionSet2')
  await page.getByRole('combobox', { name: 'Key management of LUN 2' }).click()
  await expect(page.getByRole('option').first()).toContainText('Ready · kv-contoso-eus2')
  await page.keyboard.press('Escape')
  await wizard.choose('Key management of LUN 2', 'EastUS2DoubleEncryptionSet')
  await expect(page.getByText(/The image uses a different set than EastUS2DoubleEncryptionSet/)).toBeVisible()
  await wizard.next('Networking')
  await expect(page.getByRole('checkbox', { name: 'Private subnet' })).toBeChecked()
  await expect(page.getByText(/^In a private subnet, VMs reach the internet only through/)).toBeVisible()
  await wizard.review()
  await expect(page.getByText('Validation passed')).toBeVisible()
  await previewed(page, portal)
  await expect(page.getByRole('row', { name: /sql-01-nic/ })).toContainText('Create')
  await wizard.create()

  await expect(page.getByRole('heading', { name: 'sql-01' })).toBeVisible()
  await expect(page.getByText('Creating the virtual machine')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Creating the virtual machine')).toBeVisible()
  portal.clock.advance(60_000)
  const disks = page.getByRole('table', { name: 'Disks and keys' })
  for (const name of [/^OS disk/, /^LUN 1/])
    await expect(disks.getByRole('row', { name })).toContainText('As requested')
  await expect(disks.getByRole('row', { name: /^LUN 2/ })).toContainText('EastUS2DoubleEncryptionSet')
  await expectAxeClean(page, 'the machine')
  expect(storedSets(portal, 'sql-01')).toEqual([
    'EastUS2DiskEncryptionSet1',
    'EastUS2DiskEncryptionSet2',
    'EastUS2DoubleEncryptionSet',
  ])
  const { store } = portal.azure.world
  const deployments = JSON.stringify(store.list('/subscriptions', 'Microsoft.Resources/deployments'))
  expect(deployments).toContain('sql-01')
  expect(deployments).not.toContain(secret)

  const disk = store
    .list('/subscriptions', 'Microsoft.Compute/disks')
    .find(({ name }) => name.startsWith('sql-01_lun_1'))
  if (disk)
    store.put({ ...disk, properties: { ...disk.properties, encryption: { type: 'EncryptionAtRestWithPlatformKey' } } })
  await page.reload()
  await expect(page.getByText('The applied encryption differs from your request')).toBeVisible()
  await expect(disks.getByRole('row', { name: /^LUN 1/ })).toContainText('Not as requested')

  // It is found again by its list, with the version that it is from.
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Virtual machines' }).click()
  const row = page.getByRole('row', { name: /^sql-01 Running/ })
  await expect(row.getByRole('link', { name: 'windows-sql 2025.10.1' })).toBeVisible()
  await expect(row).toContainText('LUN 2: EastUS2DoubleEncryptionSet')
})

test('no password is kept: not in storage, in an address or after a reload', async ({ page, portal }) => {
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  const wizard = await openWizard(page, portal)
  await fillBasics(page, wizard)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Virtual machine name' })).toHaveValue('sql-01')
  await expect(page.getByLabel('Password')).toHaveValue('')
  await page.getByLabel('Password').fill(secret)
  await wizard.review()
  await previewed(page, portal)
  await page.getByText('Show template').click()
  await expect(page.getByRole('region', { name: 'Template' })).toContainText("[parameters('adminSecret')]")
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), location.href]),
  )
  const shown = await page.content()
  for (const text of [kept, shown, addresses.join()]) expect(text).not.toContain(secret)
})

test('who has to prove more comes back to the draft, enters the password again and goes on', async ({
  page,
  portal,
}) => {
  const wizard = await openWizard(page, portal, 'windows-sql/versions/2025.10.1', 'Sam')
  await fillBasics(page, wizard)
  await wizard.review()
  await page
    .getByRole('alertdialog', { name: 'Verify your identity to continue' })
    .getByRole('button', { name: 'Verify' })
    .click()
  await page.getByRole('button', { name: /^Approve/ }).click()
  await expect(page.getByText(/^Your identity is verified/)).toBeVisible()
  await wizard.goTo('Basics')
  await page.getByLabel('Password').fill(secret)
  await wizard.review()
  await previewed(page, portal)
  await wizard.create()
  await expect(page.getByText('Creating the virtual machine')).toBeVisible()
})

test('a key pair is generated, its private key downloaded once, and only the public key goes on', async ({
  page,
  portal,
}) => {
  const wizard = await openWizard(page, portal, 'ubuntu-web/versions/1.1.0')
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url(), request.postData() ?? ''))
  await wizard.choose('Existing resource group', 'myResourceGroup')
  await page.getByRole('textbox', { name: 'Virtual machine name' }).fill('web-01')
  await wizard.choose('Size', 'Standard_D2s_v5')
  await page.getByRole('radio', { name: 'Ed25519' }).check()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Generate and download key pair' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('web-01_key.pem')
  const privateKey = await readFile(await file.path(), 'utf8')
  await expect(page.getByText('Private key downloaded: web-01_key.pem')).toBeVisible()
  await expectAxeClean(page, 'a generated key pair')
  // A reload loses nothing that is public.
  await page.reload()
  await expect(page.getByText('Private key downloaded: web-01_key.pem')).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]))
  await wizard.review()
  await expect(page.getByText('Validation passed')).toBeVisible()
  await wizard.create()
  await expect(page.getByText('Creating the virtual machine')).toBeVisible()

  const bytes = Buffer.from(privateKey.replaceAll(/-----.*-----|\n/g, ''), 'base64')
  const marker = Buffer.from('ssh-ed25519')
  // The public key is in the file twice: on its own, and before the 64 bytes of the secret.
  const publicKey = bytes.subarray(bytes.indexOf(marker) - 4).subarray(0, 51)
  const secret = bytes.subarray(bytes.lastIndexOf(marker) + marker.length + 4 + 32 + 4).subarray(0, 32)
  const seed = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), secret])
  const { x } = createPublicKey(createPrivateKey({ key: seed, format: 'der', type: 'pkcs8' })).export({ format: 'jwk' })
  expect(publicKey.subarray(19).toString('base64url')).toBe(x)
  const everything = [kept, ...sent].join('\n')
  expect(everything).toContain(`ssh-ed25519 ${publicKey.toString('base64')} web-01_key`)
  for (const part of ['PRIVATE KEY', secret.toString('base64').slice(0, 40), secret.toString('base64url')])
    expect(everything).not.toContain(part)
})

test('a specialized image asks for no administrator; a region that an image has not reached is not offered, and every field says what is wrong; a machine whose disks are encrypted inside it says what becomes of them', async ({
  page,
  portal,
}) => {
  const { store } = portal.azure.world
  const version = store.get(versionId(portal, 'ubuntu-web/versions/1.1.0'))
  const path = 'ubuntu-golden/versions/1.0.0'
  if (version) store.put({ ...version, id: versionId(portal, path), name: '1.0.0' })
  const wizard = await openWizard(page, portal, path)
  await expect(page.getByText(/^This image is specialized/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveCount(0)
  await wizard.choose('Existing resource group', 'myResourceGroup')
  await page.getByRole('textbox', { name: 'Virtual machine name' }).fill('golden-02')
  await wizard.choose('Size', 'Standard_D2s_v5')
  await wizard.review()
  await expect(page.getByText('Validation passed')).toBeVisible()
  await wizard.create()
  await expect(page.getByText('Creating the virtual machine')).toBeVisible()
  portal.clock.advance(60_000)
  await expect(page.getByRole('row', { name: /^LUN 0/ })).toContainText('As requested')

  const sql = versionId(portal, 'windows-sql/versions/2025.10.1')
  const incomplete = store.get(sql)
  const { westus, ...elsewhere } = incomplete?.replication ?? {}
  if (incomplete && westus)
    store.put({ ...incomplete, replication: { ...elsewhere, westus: { ...westus, endsAt: Infinity } } })
  await follow(page, `/create-virtual-machine?${new URLSearchParams({ version: sql })}`)
  await page.getByRole('combobox', { name: 'Region' }).click()
  await expect(page.getByRole('option', { name: /^West US/ })).toBeDisabled()
  await page.keyboard.press('Escape')
  await wizard.review()
  await expect(page.getByText(/^Validation failed/)).toBeVisible()
  await wizard.goTo('Basics')
  await expect(page.getByText('Enter a name for the virtual machine.')).toBeVisible()
  await expect(page.getByText('Enter a password.')).toBeVisible()
  await wizard.goTo('Disks')
  await page.getByRole('checkbox', { name: 'Encryption at host' }).check()
  await expect(page.getByText(/The feature Microsoft.Compute\/EncryptionAtHost isn’t registered/)).toBeVisible()

  for (const disk of store.list('/subscriptions', 'Microsoft.Compute/disks'))
    if (disk.name.startsWith('trusted-vm')) {
      const encryptionSettingsCollection = { enabled: true, encryptionSettingsVersion: '1.1', encryptionSettings: [] }
      store.put({ ...disk, properties: { ...disk.properties, encryptionSettingsCollection } })
    }
  const id = `${compute(portal)}/virtualMachines/trusted-vm`
  await follow(page, `/virtual-machine?id=${encodeURIComponent(id)}`)
  await expect(page.getByText('Azure Disk Encryption retires on September 15, 2028')).toBeVisible()
  await expect(page.getByText('Disks: OS disk and LUN 0. After that date')).toBeVisible()
  await expect(page.getByRole('row', { name: /^OS disk/ })).toContainText('Azure Disk Encryption (in the guest OS)')
  await expectAxeClean(page, 'the machine')
})

test.describe('in a narrow Italian window', () => {
  test.use({ locale: 'it-IT', viewport: { width: 400, height: 800 } })
  test('every tab fits and is free of barriers', async ({ page, portal }) => {
    const query = new URLSearchParams({ version: versionId(portal, 'windows-sql/versions/2025.10.1') })
    await page.goto(`${portal.url}/create-virtual-machine?${query}`)
    await page.getByRole('main').getByRole('button', { name: 'Accedi', exact: true }).click()
    await page.getByRole('button', { name: /^Ada\b/ }).click()
    await expect(page.getByRole('textbox', { name: 'Nome della macchina virtuale' })).toBeVisible()
    for (const tab of ['Informazioni di base', 'Dischi', 'Rete', 'Tag', 'Rivedi e crea']) {
      await new Wizard(page, portal.url).goTo(tab)
      await expectAxeClean(page, tab)
      await expectNoSideways(page, tab)
    }
  })
})

test('the wizard is filled by the keyboard alone', async ({ page, portal }) => {
  await openWizard(page, portal)
  const choose = async (label: string, letters: string) => {
    const field = page.getByRole('combobox', { name: label, exact: true })
    await field.focus()
    await page.keyboard.press('Enter')
    // Until it is read, letters find nothing in it.
    await expect(page.getByRole('option', { name: letters }).first()).toBeVisible()
    await page.keyboard.type(letters)
    await page.keyboard.press('Enter')
    await expect.poll(() => chosenIn(field)).toContain(letters)
  }
  await choose('Existing resource group', 'my')
  await page.keyboard.press('Tab')
  await page.keyboard.type('sql-02')
  await choose('Size', 'Standard_D4')
  await page.getByLabel('Password').focus()
  await page.keyboard.type(secret)
  await page.getByRole('button', { name: 'Review + create', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Validation passed')).toBeVisible()
  await page.getByRole('button', { name: 'Create', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Creating the virtual machine')).toBeVisible()
})
