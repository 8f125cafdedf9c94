import { expectAxeClean } from '../support/axe-clean.ts'
import { compute, expect, follow, productionSubscriptionId, test, versionPuts } from '../support/portal.ts'
import { selectMore } from '../support/wizard.ts'

// Rita may read everything of Contoso Production, and change nothing.

test('a reader is told what they may not do, and what to ask whom for, where a version is created, cloned, updated and deleted, a set changed, a virtual machine created, terms accepted, and access checked', async ({
  page,
  portal,
  openWizard,
}) => {
  const contosoGallery = `${compute(portal)}/galleries/contosoGallery`
  const ubuntuWeb = `${contosoGallery}/images/ubuntu-web`
  const subscription = productionSubscriptionId(portal)
  const open = (path: string, parameters: Record<string, string>) =>
    follow(page, `/${path}?${new URLSearchParams(parameters)}`)

  // A version, as soon as the wizard opens.
  const wizard = await openWizard({ user: 'Rita' })
  await expect(page.getByText('You don’t have permission to create versions here')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy request' })).toBeVisible()
  await wizard.version('2.0.0')
  await wizard.managedImage('myImage')
  await wizard.review()
  await expect(page.getByRole('table', { name: 'Sets by region' })).toBeVisible()
  await expect(page.getByText('Validation passed')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toHaveAttribute('aria-disabled', 'true')
  expect(versionPuts(portal)).toEqual([])

  // A clone of a version.
  await open('clone-image-version', { id: `${ubuntuWeb}/versions/1.1.0` })
  const start = page.getByRole('dialog', { name: 'Start from…' })
  await wizard.choose('Subscription', 'Contoso Production', start)
  await wizard.choose('Target Azure compute gallery', 'contosoGallery', start)
  await wizard.choose('Target VM image definition', 'windows-sql', start)
  await start.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Target VM image definition' })).toHaveText(/^windows-sql/)
  await expect(page.getByText('You don’t have permission to create versions here').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy request' }).first()).toBeVisible()

  // An update of a version.
  await open('update-image-version', { id: `${ubuntuWeb}/versions/1.1.0` })
  await expect(page.getByText('You don’t have permission to update this version')).toBeVisible()
  await expect(page.getByText(/Microsoft\.Compute\/galleries\/images\/versions\/write/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send update' })).toBeHidden()
  // The version's own page opens the list of permissions, by tasks; Azure's names are folded away.
  await open('image-version', { id: `${ubuntuWeb}/versions/1.1.0` })
  await expect(page.getByText(/^Allowed: \d of \d tasks$/)).toBeVisible()
  await expect(page.getByRole('row', { name: 'Delete this version Not allowed' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Azure actions and scopes' })).toBeHidden()

  // The deletion of a version.
  await open('image-version', { id: `${ubuntuWeb}/versions/1.0.0` })
  await expect(page.getByRole('heading', { name: 'ubuntu-web 1.0.0', level: 1 })).toBeVisible()
  await selectMore(page, 'Delete')
  await expect(
    page.getByText(/You don’t have permission to delete this.+Microsoft.Compute\/galleries\/images\/versions\/delete/),
  ).toBeVisible()

  // A disk encryption set.
  await open('disk-encryption-set', { id: `${compute(portal)}/diskEncryptionSets/WestUSDiskEncryptionSet1` })
  await expect(page.getByRole('heading', { name: 'WestUSDiskEncryptionSet1', level: 1 })).toBeVisible()
  await expect(page.getByText('Microsoft.Compute/diskEncryptionSets/write')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change key…' })).toHaveCount(0)
  await expect(page.getByRole('switch')).toHaveCount(0)

  // A virtual machine.
  await open('create-virtual-machine', { version: `${contosoGallery}/images/windows-sql/versions/2025.10.1` })
  await wizard.choose('Existing resource group', 'myResourceGroup')
  await page.getByRole('textbox', { name: 'Virtual machine name' }).fill('sql-01')
  await wizard.choose('Region', 'East US 2')
  await wizard.choose('Size', 'Standard_D2s_v5')
  await page.getByLabel('Password').fill('Correct-Horse-Battery-1')
  await wizard.review()
  await expect(page.getByText('You don’t have permission to create this virtual machine')).toBeVisible()
  await expect(page.getByText(/Microsoft.Compute\/virtualMachines\/write/)).toBeVisible()

  // The terms of an offer.
  const { store } = portal.azure.world
  const definition = store.get(ubuntuWeb)
  if (definition === undefined) throw new Error('Contoso has lost ubuntu-web')
  const purchasePlan = { publisher: 'northwind', product: 'hardened-linux', name: 'gen2' }
  store.put({ ...definition, properties: { ...definition.properties, purchasePlan } })
  await open('create-virtual-machine', { version: `${ubuntuWeb}/versions/1.1.0` })
  await expect(page.getByText('Terms not accepted', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Accept terms' })).toHaveCount(0)
  await expect(page.getByText(`Scope: /subscriptions/${subscription}`)).toBeVisible()
  await expect(
    page.getByText(
      `az vm image terms accept --subscription='${subscription}' --publisher='northwind' --offer='hardened-linux' --plan='gen2'`,
    ),
  ).toBeVisible()
  await expectAxeClean(page, 'the request')

  // Everything at once: only what is missing, in the words for an administrator.
  await open('check-my-access', { subscription })
  await expect(page.getByRole('heading', { name: 'Request for an administrator' })).toBeVisible()
  await expect(
    page.getByText(/az feature register --namespace Microsoft.Compute --name EncryptionAtHost/),
  ).toBeVisible()
  await expect(
    page.getByText(/a role that includes Microsoft.Compute\/galleries\/images\/versions\/write/),
  ).toBeVisible()
  await expect(page.getByText('Not ready to create encrypted image versions')).toBeVisible()
  const missing = page.getByRole('table', { name: 'Missing permissions' })
  await expect(missing.getByRole('row', { name: /Not allowed/ })).not.toHaveCount(0)
  await expect(missing.getByRole('row', { name: /\bAllowed/ })).toHaveCount(0)
  await expect(page.getByText(/SIGEncryption:/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Register/ })).toHaveCount(0)
})
