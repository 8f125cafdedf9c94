import { expect, type Locator, type Page } from '@playwright/test'

/** The bar of the demo over the page. */
export const demoBar = (page: Page): Locator => page.getByRole('complementary', { name: 'Demo' })

/** Opens the panel of the demo by its button in the bar. */
export async function openDemoPanel(page: Page): Promise<Locator> {
  await demoBar(page).getByRole('button', { name: 'Demo', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Demo' })
  await expect(panel).toBeVisible()
  return panel
}

/** Opens the menu of the clock, in the panel of the demo. */
export async function openClock(page: Page): Promise<void> {
  const panel = await openDemoPanel(page)
  await panel.getByRole('button', { name: /^Clock/ }).click()
}
