import type { Locator, Page } from '@playwright/test'
import type { AzureSimulator } from '@portal/azure-simulator'
import { expectAxeClean } from '../support/axe-clean.ts'
import { withdrawConsent } from '../support/directory.ts'
import { expect, productionSubscriptionId, signIn, test } from '../support/portal.ts'
import { chooseIn } from '../support/wizard.ts'

const path = '/check-my-access'
const table = (page: Page, name: string) => page.getByRole('table', { name })
const link = (page: Page, name: string, within = 'Connection check'): Locator =>
  table(page, within).getByRole('row', { name: new RegExp(`^${name}`) })
const openAll = (page: Page) => page.getByText('Show all checks').click()

/** The subscription has never registered that provider. */
function unregister({ world }: AzureSimulator, subscriptionId: string, namespace: string): void {
  world.registrations.set(`${subscriptionId}/${namespace}`.toLowerCase(), { to: 'Unregistered', endsAt: 0 })
}

test('each link of the demonstration is as it should be, and is copied for support; a provider that is not registered fails in its subscription alone, with the command that mends it', async ({
  page,
  portal,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, portal, 'Ada', path)
  await expect(page.getByRole('status').getByText('All steps passed.')).toBeVisible()
  await openAll(page)
  const verdicts = table(page, 'Connection check').getByRole('row')
  await expect(verdicts).toHaveCount(16)
  await expect(verdicts.filter({ hasText: 'OK' })).toHaveCount(15)
  await expect(link(page, 'Azure Resource Manager')).toContainText('subscriptions: 2')

  await page.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('OK - On-Behalf-Of')
  expect(text).not.toMatch(/eyJ|ada@|Ada\b/)
  const again = page.getByRole('button', { name: 'Check again' })
  await again.press('Enter')
  await expect(page.getByRole('button', { name: 'Copy as text' })).toBeVisible()
  await expect(page.getByText('All steps passed.')).toBeVisible()
  await expect(again).toBeFocused()

  const production = productionSubscriptionId(portal)
  unregister(portal.azure, production, 'Microsoft.Compute')
  await chooseIn(page.getByRole('combobox', { name: 'Subscription' }), 'Contoso Production')
  const provider = link(page, 'Resource provider Microsoft.Compute', 'Steps with problems')
  await expect(provider).toContainText('Failed')
  await expect(provider).toContainText('registrationState: Unregistered')
  await expect(provider).toContainText(
    `az provider register --namespace Microsoft.Compute --subscription ${production}`,
  )
  await expect(page.getByRole('status').getByText('Failed: 1. Warnings: 0.')).toBeVisible()
  await expect(page.getByText('Microsoft.Compute isn’t registered in this subscription.')).toBeVisible()
  await page.getByRole('button', { name: 'Register Microsoft.Compute' }).click()
  await expect(page.getByText('Registration in progress')).toBeVisible()
})

test('an error that consent is missing leads to the link that lacks it, and checking again shows that it is there', async ({
  page,
  portal,
}) => {
  withdrawConsent(portal.azure, portal.azure.applications.api.clientId)
  await signIn(page, portal, 'Ada')
  await expect(page.getByText('The portal needs admin consent in this tenant').first()).toBeVisible()
  await page.getByRole('link', { name: 'Check connection' }).first().click()
  await expect(page.getByText('No connection to Azure')).toBeVisible()
  const exchange = link(page, 'On-Behalf-Of')
  await expect(exchange).toContainText('Failed')
  await expect(exchange).toContainText('error: AADSTS65001')
  await expect(exchange).toContainText('Ask an administrator to grant admin consent')
  await expect(link(page, 'The API’s credential')).toContainText('OK')
  await expect(link(page, 'Azure Resource Manager')).toContainText('Fix the failed steps above first.')
  await expectAxeClean(page, 'a failed check')
  portal.azure.world.directoryChanges.clear()
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByText('All steps passed.')).toBeVisible()
})

test('who is not signed in sees the links that need no token, and goes on after signing in', async ({
  page,
  portal,
}) => {
  await page.goto(portal.url)
  await page.getByRole('link', { name: 'Can’t sign in? Check the connection' }).click()
  await expect(link(page, 'Microsoft Entra ID metadata')).toContainText('OK')
  await expect(link(page, 'Your token for the portal')).toContainText('You aren’t signed in')
  await expect(link(page, 'On-Behalf-Of')).toContainText('Not reached')
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: /^Ada\b/ }).click()
  await expect(page).toHaveURL(new RegExp(`${path}$`))
  await expect(page.getByText('All steps passed.')).toBeVisible()
})

test('who did not consent at Entra ID comes back to the code that it answered, and what to do about it', async ({
  page,
  portal,
}) => {
  withdrawConsent(portal.azure, portal.azure.applications.portal.clientId)
  await page.goto(portal.url)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: /^Ada\b/ }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('link', { name: 'Can’t sign in? Check the connection' }).click()
  await expect(link(page, 'Your token for the portal')).toContainText('error: AADSTS65004')
  await expect(link(page, 'Your token for the portal')).toContainText('Consent is missing')
})

test('whose token the server refuses is told which check it did not pass', async ({ page, portal }) => {
  const { firstObjects, directoryChanges } = portal.azure.world
  for (const object of firstObjects.values())
    if (object.kind === 'application' && object.appId === portal.azure.applications.api.clientId)
      directoryChanges.set(object.id, { ...object, api: { ...object.api, requestedAccessTokenVersion: null } })
  // The rest of the portal rejects the same token, and at some moment asks the user to sign in again.
  const signInAgain = page.getByRole('alertdialog', { name: 'Sign in again to continue' })
  await page.addLocatorHandler(signInAgain, () => signInAgain.getByRole('button', { name: 'Not now' }).click())
  await signIn(page, portal, 'Ada', path)
  await expect(link(page, 'Your token for the portal')).toContainText('ver: 1.0 (expected: 2.0)')
  await expect(link(page, 'Your token for the portal')).toContainText('requestedAccessTokenVersion to 2')
})
