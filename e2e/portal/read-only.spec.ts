import { startDemo } from '@portal/bff/demo'
import { expect, signIn, startAzure, test, versionPuts } from '../support/portal.ts'
import { Wizard } from '../support/wizard.ts'

test('while the portal is read-only each page says so, a version is not created, and once it is over the same click creates it', async ({
  page,
}) => {
  const { azure } = await startAzure()
  const operators = {
    isReadOnly: true,
    isBlocked: () => false,
    signedOutBefore: () => undefined,
    troubles: () => [],
  }
  const { url, close } = await startDemo({ port: 0, simulator: azure, logLevel: 'silent', operators })
  const bar = page.getByText('Your portal administrator has paused changes.')
  const wizard = new Wizard(page, url)

  await signIn(page, { url }, 'Ada')
  await expect(bar).toBeVisible()
  await wizard.openFrom('contosoGallery', 'ubuntu-web')
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
