import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { withdrawConsent } from '../support/directory.ts'
import { expect, test } from '../support/portal.ts'

test('who has not consented to the portal is asked once, and goes on by keyboard', async ({ page, portal }) => {
  withdrawConsent(portal.azure, portal.azure.applications.portal.clientId)
  await page.setViewportSize({ width: 400, height: 800 })
  await page.goto(`${portal.url}/galleries`)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: /^Vera\b/ }).click()
  await expect(page.getByRole('heading', { name: 'Permissions requested' })).toBeVisible()
  await expect(page.getByText('Create image versions on your behalf')).toBeVisible()
  await expectAxeClean(page, 'consent')
  await expectNoSideways(page, 'consent')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: 'Consent on behalf of your organization' })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Account of Vera/ })).toBeVisible()
})
