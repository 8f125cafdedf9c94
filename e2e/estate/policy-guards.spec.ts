import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, productionSubscriptionId, signIn, test } from '../support/portal.ts'

test('a policy about image versions is assigned with Audit, then with Deny, and the update of a version says so', async ({
  page,
  portal,
}) => {
  const { users, roleAssignments } = portal.azure.world
  const principalId = users.find(({ userPrincipalName }) => userPrincipalName.startsWith('ada@'))?.id ?? ''
  roleAssignments.push({ principalId, role: 'Owner', scope: `/subscriptions/${productionSubscriptionId(portal)}` })
  await signIn(page, portal, 'Ada', '/disk-encryption-sets/key-health')
  await page.getByRole('button', { name: 'Alerts and policies' }).click()
  const dialog = page.getByRole('dialog', { name: 'Alerts and policies' })
  await dialog.getByRole('combobox', { name: 'Subscription' }).click()
  await page.getByRole('option', { name: 'Contoso Production' }).click()
  for (const name of ['Disks use a customer', 'Disks must use a set', 'Keys have an expiration'])
    await dialog.getByRole('checkbox', { name }).uncheck()
  await dialog.getByRole('checkbox', { name: 'Machines only from these' }).check()
  await dialog.getByRole('checkbox', { name: 'Image versions use customer' }).check()
  await expect(dialog.getByRole('checkbox', { name: 'contosoGallery/images/ubuntu-web' })).toBeChecked()
  const row = dialog.getByRole('row', { name: /Image versions use customer-managed keys/ })
  const count = await row.locator('summary').innerText()
  expect(Number(count)).toBeGreaterThan(0)
  const choose = async (effect: string) => {
    await dialog.getByRole('combobox', { name: 'Effect' }).click()
    await page.getByRole('option', { name: effect }).click()
  }
  await choose('Deny')
  await expect(dialog.getByText('Assign the policies with Audit first.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Assign with Deny' })).toHaveAttribute('aria-disabled', 'true')
  await choose('Audit')
  await expectAxeClean(page, 'alerts and policies')
  await expectNoSideways(page, 'alerts and policies')
  await dialog.getByRole('checkbox', { name: 'Machines only from these' }).uncheck()
  await dialog.getByRole('button', { name: 'Assign policies' }).click()
  await expect(dialog.getByText('The policies are assigned.')).toBeVisible()
  await expect(row).toContainText('Audit')
  await choose('Deny')
  await dialog.getByRole('button', { name: 'Assign with Deny' }).click()
  await expect(dialog.getByText(`Non-compliant today: ${count}.`)).toBeVisible()
  await expectAxeClean(page, 'the question before Deny')
  await dialog.getByRole('button', { name: 'Assign with Deny' }).click()
  await expect(row).toContainText('Deny')

  const id = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/1.0.0`
  await page.goto(`${portal.url}/update-image-version?${new URLSearchParams({ id })}`)
  await page.getByRole('spinbutton', { name: 'Replicas in West US' }).fill('5')
  await expect(page.getByText('Azure Policy would deny this update: Image versions should be encrypted')).toBeVisible()
})
