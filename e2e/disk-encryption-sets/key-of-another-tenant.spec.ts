import type { Page } from '@playwright/test'
import { contoso, fabrikam } from '@portal/azure-simulator'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import {
  compute,
  expect,
  signInAtWizard,
  startPortal,
  test as base,
  versionPuts,
  whenAzureWorks,
  type Portal,
} from '../support/portal.ts'

// Contoso has a multi-tenant application and the identity that it trusts; Fabrikam has a key in Japan East.

const application = 'c0470500-0000-4000-8000-00000000c103'

const test = base.extend({
  portal: async ({ browser: _ }, use) => {
    const portal = await startPortal({ world: contoso({ partnerKeys: true }), partners: [fabrikam()] })
    await use(portal)
    await portal.close()
  },
})

function fabrikamOf({ azure }: Portal) {
  const [, partner] = azure.tenants.organizations()
  if (partner === undefined) throw new Error('Fabrikam is not there')
  return partner
}

/** The URL of Fabrikam's key in Japan East, with its version. */
function keyUrlOf(portal: Portal): string {
  const key = fabrikamOf(portal)
    .store.list('', 'Microsoft.KeyVault/vaults/keys')
    .find(({ id }) => id.includes('/kv-fabrikam-jpe/'))
  const url = key?.properties['keyUriWithVersion']
  return typeof url === 'string' ? url.replace(':443', '') : ''
}

/** What an administrator of Fabrikam does. */
function grantAtFabrikam(portal: Portal): void {
  const partner = fabrikamOf(portal)
  const principal = [...partner.firstObjects.values()].find(
    (object) => object.kind === 'servicePrincipal' && object.appId === application,
  )
  const vault = partner.store.list('', 'Microsoft.KeyVault/vaults').find(({ name }) => name === 'kv-fabrikam-jpe')
  partner.roleAssignments.push({
    principalId: principal?.id ?? '',
    role: 'Key Vault Crypto Service Encryption User',
    scope: vault?.id ?? '',
  })
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('a set with a key of another tenant is made once that tenant has granted access, and encrypts a version', async ({
  page,
  portal,
  wizard,
}) => {
  test.slow()
  await signInAtWizard(page, portal)
  await wizard.version('7.0.0')
  await wizard.managedImage('myImage')
  await wizard.next('Replication')
  await wizard.addRegion('Japan East')
  await wizard.next('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await button(page, 'Create missing set in Japan East…').click()
  await page.getByRole('radio', { name: 'In another tenant’s key vaults' }).check()
  await expect(page.getByRole('textbox', { name: 'Key vault name in Japan East' })).toHaveCount(0)
  await expect(button(page, 'Preview')).toHaveAttribute('aria-disabled', 'true')
  await field(page, 'Multi-tenant application').fill('contoso-keys')
  await expect(page.getByText('Enter a client ID (GUID).')).toBeVisible()
  await field(page, 'Multi-tenant application').fill(application)
  await page.getByText('Create the application and the identity').click()
  await expect(page.getByRole('region', { name: 'Azure CLI (bash)' })).toContainText('api://AzureADTokenExchange')
  await field(page, 'User-assigned identity').fill(
    `${compute(portal).replace('Microsoft.Compute', 'Microsoft.ManagedIdentity')}/userAssignedIdentities/partner-keys-identity`,
  )
  const key = field(page, 'Key URL in Japan East')
  await key.fill(keyUrlOf(portal).replace(/\/[^/]+$/, ''))
  await expect(page.getByText('The URL must end with the key version.')).toBeVisible()
  await key.fill(keyUrlOf(portal))
  await page.getByText('Request for the other tenant').click()
  await expect(page.getByText('az role assignment create')).toContainText('kv-fabrikam-jpe')
  await expectAxeClean(page, 'the names')
  await expectNoSideways(page, 'the names')

  // The choice can be tried and taken back: nothing that was entered is lost.
  await page.getByRole('radio', { name: 'In key vaults of this tenant' }).check()
  await expect(page.getByRole('textbox', { name: 'Key vault name in Japan East' })).toBeVisible()
  await page.getByRole('radio', { name: 'In another tenant’s key vaults' }).check()
  await expect(key).toHaveValue(keyUrlOf(portal))

  await button(page, 'Preview').click()
  await whenAzureWorks(portal, page.getByText('Azure’s preview of the changes'))
  await expect(page.getByRole('row', { name: /^Disk encryption set JapanEast\w+ Japan East Create$/ })).toBeVisible()
  await page.getByText('Show code').last().click()
  await expect(page.getByRole('region', { name: 'Azure CLI (bash)' })).toContainText(
    `--federated-client-id='${application}'`,
  )
  await button(page, 'Create 1 disk encryption set').click()
  // Refused at once.
  await expect(
    page.getByText('The multi-tenant application can’t use key contoso-images-key in kv-fabrikam-jpe.', {
      exact: false,
    }),
  ).toBeVisible()
  await expect(page.getByText('Request for the other tenant')).toBeVisible()
  await expectAxeClean(page, 'the refusal')

  grantAtFabrikam(portal)
  await button(page, 'Try again').click()
  await expect(page.getByText('You can close this page and come back later.')).toBeVisible()
  portal.clock.advance(30_000)
  await expect(page.getByText('1 set created and chosen.')).toBeVisible()
  await button(page, 'Close').last().click()
  for (const disk of ['OS disk', 'LUN 0'])
    await expect(wizard.cell('Japan East', disk)).toContainText('JapanEastDiskEncryptionSet1')
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '7.0.0' })).toBeVisible()
  expect(JSON.stringify(versionPuts(portal))).toContain('JapanEastDiskEncryptionSet1')
  portal.clock.advance(900_000)
  await page.reload()
  await expect(page.getByText('As requested').first()).toBeVisible()

  const setId = `${compute(portal)}/diskEncryptionSets/JapanEastDiskEncryptionSet1`
  await page.goto(`${portal.url}/disk-encryption-set?id=${encodeURIComponent(setId)}`)
  await expect(page.getByText('kv-fabrikam-jpe, in another tenant')).toBeVisible()
  await expect(page.getByText(application)).toBeVisible()
  await expect(
    page.getByText('Only Azure’s next use of the set shows whether it works.', { exact: false }),
  ).toBeVisible()
  await expect(page.getByText('Ready', { exact: true })).toHaveCount(0)
})
