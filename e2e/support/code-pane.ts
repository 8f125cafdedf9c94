import type { Locator, Page } from '@playwright/test'

/** The code next to a form, by its name in the user's language. */
export function code(page: Page, language: string): Locator {
  return page.getByRole('region', { name: language, exact: true })
}

export async function chooseLanguage(page: Page, language: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Code language' }).click()
  await page.getByRole('option', { name: language, exact: true }).click()
}
