import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAxeClean } from '../support/axe-clean.ts'
import { expect, signIn, test } from '../support/portal.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

test('the account menu says which version runs, and leads to its licence and those of others, in Italian too', async ({
  page,
  portal,
}) => {
  await signIn(page, portal, 'Ada')
  const account = page.getByRole('button', { name: /^Account of Ada/ })
  await account.press('Enter')
  await page.getByRole('menuitem', { name: 'About' }).press('Enter')
  const about = page.getByRole('dialog', { name: 'About Gallery Encryption Portal' })
  const { version } = JSON.parse(read('package.json')) as { version: string }
  await expect(about.getByText(version, { exact: true })).toBeVisible()
  await expect(about.getByText(/^[0-9a-f]{10}(-dirty)?$/)).toBeVisible()
  await expectAxeClean(page, 'the dialog')

  const addressOf = async (name: RegExp) => (await about.getByRole('link', { name }).getAttribute('href')) ?? ''
  const license = await page.request.get(portal.url + (await addressOf(/^MIT/)))
  expect(await license.text()).toBe(read('LICENSE'))
  const others = await page.request.get(portal.url + (await addressOf(/^View licenses/)))
  expect(await others.text()).toContain('@fluentui/react-dialog')

  await page.keyboard.press('Escape')
  await expect(about).toBeHidden()
  await expect(account).toBeFocused()

  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitemradio', { name: 'Italiano' }).click()
  await page.getByRole('button', { name: /Ada/ }).first().click()
  await page.getByRole('menuitem', { name: 'Informazioni' }).click()
  await expect(page.getByRole('dialog', { name: 'Informazioni su Gallery Encryption Portal' })).toBeVisible()
})
