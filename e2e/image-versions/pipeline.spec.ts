import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, type Portal, productionSubscriptionId, signIn, test } from '../support/portal.ts'
import { chooseIn } from '../support/wizard.ts'

const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities'

/** The identity that the set-up creates, with its credential. */
function createIdentity(portal: Portal, subject: string) {
  const { store } = portal.azure.world
  const id = `${compute(portal).split('/providers/')[0]}/providers/${identityType}/image-pipeline`
  const principalId = '5c0a0b6e-0000-4000-8000-000000000001'
  const issuer = 'https://token.actions.githubusercontent.com'
  store.put({
    id,
    type: identityType,
    name: 'image-pipeline',
    location: 'westus',
    properties: { principalId, clientId: principalId },
  })
  store.put({
    id: `${id}/federatedIdentityCredentials/main`,
    type: `${identityType}/federatedIdentityCredentials`,
    name: 'main',
    location: '',
    properties: { issuer, subject, audiences: ['api://AzureADTokenExchange'] },
  })
}

test('the set-up of a pipeline is checked, and the roles that are missing are assigned', async ({ page, portal }) => {
  const { users, roleAssignments } = portal.azure.world
  const ada = users.find(({ displayName }) => displayName.startsWith('Ada'))?.id ?? ''
  const subscription = `/subscriptions/${productionSubscriptionId(portal)}`
  roleAssignments.push({ principalId: ada, role: 'Owner', scope: subscription })
  const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  await signIn(page, portal, 'Ada', `/image-definition?${new URLSearchParams({ id: definition, search: '1.1.0' })}`)
  const list = page.getByRole('table', { name: 'Image versions' })
  await list.getByRole('row').filter({ hasText: '1.1.0' }).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'More actions' }).last().click()
  await page.getByRole('menuitem', { name: 'Export code' }).click()
  const code = page.getByRole('dialog', { name: 'Selected versions as code' })
  await chooseIn(code.getByRole('combobox', { name: 'Code language' }), 'GitHub Actions')
  await expect(code.getByRole('button', { name: 'Check set-up' })).toHaveCount(0)
  await chooseIn(code.getByRole('combobox', { name: 'File' }), 'set-up-pipeline.sh')
  const check = code.getByRole('button', { name: 'Check set-up' })
  const drawer = page.getByRole('dialog', { name: 'Pipeline set-up' })
  const fact = (name: string) => drawer.getByRole('listitem').filter({ hasText: name })

  // Before the script has run.
  await check.click()
  await expect(drawer.getByRole('textbox', { name: 'Managed identity' })).toHaveValue(/\/image-pipeline$/)
  await expect(fact('Managed identity')).toContainText('Missing')
  await expect(fact('Reader')).toHaveCount(6)
  await expect(drawer.getByRole('button', { name: 'Give access' })).toHaveCount(0)
  await expectAxeClean(page, 'a pipeline that is not set up')
  await drawer.getByRole('textbox', { name: 'Managed identity' }).fill('image-pipeline')
  await page.keyboard.press('Tab')
  await expect(drawer.getByText('Enter the resource ID of a user-assigned managed identity.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(check).toBeFocused()

  // With the credential of something else than the workflow.
  createIdentity(portal, 'repo:contoso/images:pull_request')
  await check.click()
  await expect(fact('Managed identity')).toContainText('Found')
  await expect(fact('Federated credential')).toContainText('Doesn’t match')
  await expect(fact('Federated credential')).toContainText('repo:contoso/images:pull_request')
  await expect(fact('Compute Gallery Artifacts Publisher')).toContainText('Missing')
  await drawer.getByRole('button', { name: 'Give access' }).click()
  await expect(drawer.getByText('Access given.')).toBeVisible()
  await expect(fact('Missing')).toHaveCount(0)
  await expectAxeClean(page, 'a pipeline whose credential does not match')
  await expectNoSideways(page, 'a pipeline whose credential does not match')
  await drawer.getByRole('button', { name: 'Close' }).last().click()

  createIdentity(portal, 'repo:contoso/images:ref:refs/heads/main')
  await check.click()
  await expect(fact('Federated credential')).toContainText('Found')
  await expect(drawer.getByText('Nothing is missing.')).toBeVisible()
  await drawer.getByRole('button', { name: 'Close' }).last().click()
  await chooseIn(code.getByRole('combobox', { name: 'Code language' }), 'Azure DevOps')
  await chooseIn(code.getByRole('combobox', { name: 'File' }), 'set-up-pipeline.bicep')
  await check.click()
  await expect(fact('Federated credential')).toContainText('None is for Azure DevOps.')
})
