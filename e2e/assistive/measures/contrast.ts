import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** With `prefers-contrast: more`, all text has the contrast of WCAG's level AAA (7:1, large text 4.5:1). */
export async function expectMoreContrast(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ contrast: 'more' })
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast-enhanced']).analyze()
  const low = violations.flatMap(({ nodes }) =>
    nodes.map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`),
  )
  expect.soft(low, `${where} with more contrast`).toEqual([])
  await page.emulateMedia({ contrast: 'no-preference' })
}
