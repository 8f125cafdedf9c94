import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { createMachine } from '../support/machine.ts'
import { compute, expect, signIn, test } from '../support/portal.ts'
import { Wizard } from '../support/wizard.ts'

test('a definition made the old way gets NVMe where its machine lacks a size, and the machine has one of v6', async ({
  page,
  portal,
}) => {
  const version = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0`
  await signIn(page, portal, 'Ada', `/create-virtual-machine?${new URLSearchParams({ version })}`)
  const wizard = new Wizard(page, portal.url)
  const size = page.getByRole('combobox', { name: 'Size' })
  // Of a current series, although a smaller one is listed that Azure retires.
  await expect(size).toHaveValue('Standard_D2s_v5')
  await expect(page.getByText(/^Sizes that require NVMe: \d+\. To use them, add NVMe to the image/)).toBeVisible()
  await expectAxeClean(page, 'the sizes')
  await size.click()
  const v6 = page.getByRole('option', { name: /^Standard_D2s_v6/ })
  await expect(v6).toHaveText(/NVMe only$/)
  await expect(v6).toBeDisabled()
  await expect(page.getByRole('option', { name: /^Standard_B2s/ })).toHaveText(/Nov 15, 2028$/)
  await expect(page.getByRole('option', { name: /^Standard_D2ps_v6/ })).toHaveText(/Arm64 only$/)
  await page.keyboard.press('Escape')
  await wizard.choose('Size', 'Standard_B2s')
  await expect(page.getByText('Azure retires Standard_B2s on Nov 15, 2028.')).toBeVisible()

  await page.getByRole('button', { name: 'Change disk controllers' }).click()
  const form = page.getByRole('dialog', { name: 'Change disk controllers: ubuntu-web' })
  await expect(form.getByRole('textbox', { name: 'From version' })).toHaveValue('1.1.0')
  await expect(form.getByText(/"startsAtVersion": "1\.1\.0"/)).toBeVisible()
  await expectNoSideways(page, 'disk controllers')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/^Sizes that require NVMe/)).toBeHidden()
  await expect(page.getByRole('button', { name: 'Change disk controllers' })).toBeHidden()
  await wizard.choose('Size', 'Standard_D2s_v6')
  expect(await createMachine(page, portal, 'web-v6')).toBe('NVMe')
})
