import { expect, type Page } from '@playwright/test'
import { axeViolations } from '../../support/axe.ts'
import { expectTheme, withoutTransitions } from '../../support/transitions.ts'

/** With `prefers-contrast: more`, all text has the contrast of WCAG's level AAA (7:1, large text 4.5:1). */
export async function expectMoreContrast(page: Page, where: string): Promise<void> {
  await withoutTransitions(page, async () => {
    await page.emulateMedia({ contrast: 'more' })
    await expectTheme(page, 'dark')
    const violations = await axeViolations(page, { type: 'rule', values: ['color-contrast-enhanced'] })
    const low = violations.flatMap(({ nodes }) =>
      nodes.map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`),
    )
    expect.soft(low, `${where} with more contrast`).toEqual([])
    await page.emulateMedia({ contrast: 'no-preference' })
    await expectTheme(page, 'light')
  })
}
