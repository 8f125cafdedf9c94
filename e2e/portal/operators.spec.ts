import { startDemo } from '@portal/bff/demo'
import { expect, signInAtWizard, startAzure, test, versionPuts } from '../support/portal.ts'
import { Wizard } from '../support/wizard.ts'

const noRestrictions = {
  isReadOnly: false,
  isBlocked: () => false,
  signedOutBefore: (): number | undefined => undefined,
  troubles: () => [],
}

test('while the portal is read-only each page says so, a version is not created, and once it is over the same click creates it', async ({
  page,
}) => {
  const { azure } = await startAzure()
  const operators = { ...noRestrictions, isReadOnly: true }
  const { url, close } = await startDemo({ port: 0, simulator: azure, logLevel: 'silent', operators })
  const bar = page.getByText('Your portal administrator has paused changes.')
  const wizard = new Wizard(page, url)

  await signInAtWizard(page, { url, azure })
  await expect(bar).toBeVisible()
  await wizard.version('7.7.7')
  await wizard.managedImage('myImage')
  await wizard.reviewAndCreate()
  await expect(page.getByText('The portal is temporarily read-only')).toBeVisible()
  expect(versionPuts({ azure })).toHaveLength(0)

  operators.isReadOnly = false
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('heading', { name: '7.7.7' })).toBeVisible()
  await expect(bar).toHaveCount(0)
  expect(versionPuts({ azure })).toHaveLength(1)
  await close()
  await azure.close()
})

test('S73: when the operators sign everyone out, the page says so, and once signed in again the creation continues by itself', async ({
  page,
}) => {
  const { azure } = await startAzure()
  const decided: { at?: number } = {}
  const operators = { ...noRestrictions, signedOutBefore: () => decided.at }
  const { url, close } = await startDemo({ port: 0, simulator: azure, logLevel: 'silent', operators })
  const wizard = new Wizard(page, url)
  await signInAtWizard(page, { url, azure })
  await wizard.version('7.7.7')
  await wizard.managedImage('myImage')

  await wizard.review()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()
  // new sign-ins are accepted from a minute later
  decided.at = Date.now() - 61_000
  await wizard.create()
  const dialog = page.getByRole('alertdialog', { name: 'Sign in again to continue' })
  await expect(dialog).toBeVisible()
  await expect(dialog).toContainText('Your portal administrator signed everyone out.')
  expect(versionPuts({ azure })).toHaveLength(0)
  await dialog.getByRole('button', { name: 'Sign in again' }).click()
  await expect(page.getByRole('heading', { name: '7.7.7' })).toBeVisible()
  expect(versionPuts({ azure })).toHaveLength(1)
  await close()
  await azure.close()
})
