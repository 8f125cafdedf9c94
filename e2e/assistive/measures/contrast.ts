import { expect, type Page } from '@playwright/test'
import { expectRest } from '../../support/axe-clean.ts'
import { axeViolations } from '../../support/axe.ts'

/** With `prefers-contrast: more`, all text has the contrast of WCAG's level AAA (7:1, large text 4.5:1). */
export async function expectMoreContrast(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ contrast: 'more' })
  // Transitions of 0.01 ms, as for users with reduced motion, still take frames on a busy machine.
  await expectRest(page, `${where} with more contrast`)
  const violations = await axeViolations(page, { type: 'rule', values: ['color-contrast-enhanced'] })
  const low = violations.flatMap(({ nodes }) =>
    nodes.map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`),
  )
  expect.soft(low, `${where} with more contrast`).toEqual([])
  await page.emulateMedia({ contrast: 'no-preference' })
}
