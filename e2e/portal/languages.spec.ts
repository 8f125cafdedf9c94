import { expect, test } from '../support/portal.ts'
import { chooseIn } from '../support/wizard.ts'

test.use({ locale: 'it-IT' })

test('an Italian browser sees Italian from the first page to the review; English keeps what was typed, and stays', async ({
  page,
  portal,
}) => {
  await page.goto(`${portal.url}/galleries`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'it')
  await page.getByRole('main').getByRole('button', { name: 'Accedi', exact: true }).click()
  await page.getByRole('button', { name: /^Ada\b/ }).click()
  await chooseIn(page.getByRole('combobox', { name: 'Sottoscrizione' }), 'Contoso Production')
  await page.getByRole('link', { name: 'contosoGallery', exact: true }).click()
  await page.getByRole('link', { name: 'ubuntu-web', exact: true }).click()
  await page.getByRole('link', { name: 'Crea versione' }).first().click()
  await expect(page.getByRole('tab', { name: /^Crittografia/ })).toBeVisible()
  await expect(page.getByText('Convalida superata')).toBeVisible()

  await page.getByRole('tab').first().click()
  await page.getByRole('textbox', { name: 'Numero di versione' }).fill('4.5.6')
  await page.getByRole('button', { name: 'Lingua' }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(page.getByRole('textbox', { name: 'Version number' })).toHaveValue('4.5.6')
  await expect(page.getByRole('tab', { name: /^Encryption/ })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('tab', { name: /^Encryption/ })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
