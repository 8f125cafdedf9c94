import { manyVersionsDefinition as ubuntuWeb } from '../support/browse-world.ts'
import { expect, signIn, test } from '../support/portal.ts'

test('Home lists drafts to go on with, and discards one after a question', async ({ page, portal, wizard }) => {
  await signIn(page, portal, 'Ada', `/create-image-version?definition=${encodeURIComponent(ubuntuWeb)}`)
  await wizard.version('7.0.0')
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Home' }).click()
  await page.getByRole('link', { name: 'Continue ubuntu-web 7.0.0' }).click()
  await expect(wizard.field('Version number')).toHaveValue('7.0.0')

  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Home' }).click()
  await page.getByRole('button', { name: 'Discard ubuntu-web 7.0.0' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard draft' }).click()
  await expect(page.getByRole('region', { name: 'Drafts' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Create version in ubuntu-web' }).click()
  await expect(wizard.field('Version number')).not.toHaveValue('7.0.0')
})
