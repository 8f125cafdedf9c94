import { compute, expect, follow, signIn, test } from '../support/portal.ts'
import { selectMore } from '../support/wizard.ts'

// What depends on a key, and what if something happens to it.

test('goes along the chain of a key with the arrow keys alone, and has the same as a table; leads there from a set, and says what happens if the key is disabled or its set gets another', async ({
  page,
  portal,
}) => {
  const key = 'https://kv-contoso-wus.vault.azure.net/keys/images-key-1'
  await signIn(page, portal, 'Ada', `/disk-encryption-sets/key-impact?${new URLSearchParams({ key })}`)
  const column = (name: RegExp) => page.getByRole('listbox', { name })
  const selected = page.getByRole('option', { selected: true })
  await column(/^Keys/).getByRole('option').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(selected).toHaveCount(1)
  await expect(column(/^Image versions/).getByRole('option', { selected: true })).toBeFocused()

  await page.getByRole('tab', { name: 'Table' }).click()
  const table = page.getByRole('table', { name: 'Dependencies' })
  await expect(table.getByRole('row', { name: /^trusted-vm_OsDisk/ })).toContainText('WestUSDiskEncryptionSet1')

  const id = `${compute(portal)}/diskEncryptionSets/WestUSDiskEncryptionSet1`
  await follow(page, `/disk-encryption-set?${new URLSearchParams({ id })}`)
  await selectMore(page, 'Key impact')

  await expect(page.getByText('A forecast from Azure’s documentation. It changes nothing.')).toBeVisible()
  const fails = page.getByRole('tab', { name: /Fails at the next start/ })
  await expect(fails).toHaveText(/^1/)
  await fails.click()
  const list = page.getByRole('tabpanel', { name: /Fails at the next start/ })
  await expect(list.getByRole('link', { name: 'trusted-vm' })).toBeVisible()
  await expect(list.getByRole('link', { name: /Azure documentation/ })).toHaveAttribute('href', /disk-encryption#full/)

  await page.getByRole('combobox', { name: 'Event' }).click()
  await page.getByRole('option', { name: 'The set gets another key' }).click()
  await expect(fails).toHaveText(/^0/)
  await expect(page).toHaveURL(/event=setKeyChanged/)
})
