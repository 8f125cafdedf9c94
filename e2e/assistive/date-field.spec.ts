import { expectAxeClean } from '../support/axe-clean.ts'
import { expect, test } from '../support/portal.ts'

test('a date is chosen in the calendar by keyboard, and pasted, in the language of the portal', async ({
  page,
  openWizard,
  wizard,
}) => {
  await openWizard()
  const field = wizard.field('End of life date')
  await field.focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Choose date' })).toBeFocused()
  await page.keyboard.press('Enter')
  const calendar = page.getByRole('dialog', { name: 'Choose date' })
  // The clock says 24 November: the calendar opens at the first day that Azure accepts.
  await expect(calendar.getByRole('gridcell', { name: '25, November, 2026' })).toBeFocused()
  await expect(calendar.getByRole('gridcell', { selected: true })).toHaveCount(0)
  await expectAxeClean(page, 'calendar', '[role="dialog"]')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('Dec 2, 2026')
  await expect(page.getByRole('button', { name: 'Choose date' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(calendar.getByRole('gridcell', { name: '2, December, 2026', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(calendar).toBeHidden()

  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitemradio', { name: 'Italiano' }).click()
  const data = page.getByRole('textbox', { name: 'Data di fine del ciclo di vita' })
  await expect(data).toHaveValue('2 dic 2026')
  await data.selectText()
  await page.keyboard.insertText('1/12/2027')
  await page.keyboard.press('Tab')
  await expect(data).toHaveValue('1 dic 2027')
  await page.getByRole('button', { name: 'Scegli data' }).click()
  await expect(page.getByRole('dialog', { name: 'Scegli data' })).toContainText('dicembre 2027')
})
