import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, signIn, test } from '../support/portal.ts'

test('an event subscription to the versions of a definition is created, and gets the event of a version', async ({
  page,
  portal,
}) => {
  const id = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  await signIn(page, portal, 'Ada', `/image-definition?${new URLSearchParams({ id })}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Event when a version changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Event when a version changes' })
  await dialog.getByRole('textbox', { name: 'Webhook address' }).fill('http://hooks.contoso.example')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(dialog.getByText('Enter an address that begins with https://.')).toBeVisible()
  await dialog.getByText('Show sample event').click()
  await expect(dialog.getByRole('region', { name: 'Sample event' })).toContainText('ResourceWriteSuccess')
  await dialog.getByText('Show command for the latest version').click()
  await dialog.getByText('Show code').click()
  await expect(dialog.getByText('securestring')).toBeVisible()
  await expectAxeClean(page, 'the form of an event subscription')
  await expectNoSideways(page, 'the form of an event subscription')

  await dialog.getByRole('textbox', { name: 'Webhook address' }).fill('https://hooks.contoso.example/versions?code=1')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(dialog.getByText('Azure is creating the event subscription…')).toBeVisible()
  portal.clock.advance(60_000)
  await expect(dialog.getByRole('cell', { name: 'Active' })).toBeVisible()
  await expect(dialog.getByRole('cell', { name: 'Webhook: https://hooks.contoso.example/versions' })).toBeVisible()
  await expectAxeClean(page, 'an event subscription')
  await dialog.getByRole('button', { name: 'Delete ubuntu-web-versions' }).click()
  await expect(dialog.getByRole('cell', { name: 'Active' })).toBeHidden()
})
