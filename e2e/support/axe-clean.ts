import { expect, type Page } from '@playwright/test'
import type { NodeResult, RunOnly } from 'axe-core'
import { axeViolations } from './axe.ts'
import { withoutTransitions } from './transitions.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const rulesOfColors = ['color-contrast', 'link-in-text-block']

/**
 * Checks the page, or the part of it that `selector` finds, against WCAG 2.2 AA and axe's best practices; `where` names
 * it in a failure.
 */
export async function expectAxeClean(page: Page, where: string, selector = 'html'): Promise<void> {
  await expectClean(page, where, selector, { type: 'tag', values: tags })
}

const otherColors = [
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'high contrast', colorScheme: 'dark', forcedColors: 'active' },
] as const

/**
 * Checks the page as `expectAxeClean` does, and then what other colors change, in dark ones and in high contrast. The
 * page is shown in light colors before and after.
 */
export async function expectAxeCleanInAllColors(page: Page, where: string): Promise<void> {
  await expectAxeClean(page, where)
  if (hasOtherColors(page)) await withoutTransitions(page, () => expectOtherColorsClean(page, where))
}

async function expectOtherColorsClean(page: Page, where: string): Promise<void> {
  const colorOfText = () => page.evaluate(colorOfHeading)
  const light = await colorOfText()
  for (const { name, ...colors } of otherColors) {
    await page.emulateMedia(colors)
    await expect.poll(colorOfText, { message: `${where} becomes ${name}`, intervals: [20] }).not.toBe(light)
    await expectClean(page, `${where}, ${name}`, 'html', { type: 'rule', values: rulesOfColors })
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  await expect.poll(colorOfText, { message: `${where} becomes light`, intervals: [20] }).toBe(light)
}

/**
 * Checks the page 1280 px wide in all colors, and 400 px wide in dark ones, and that nothing is beyond its right edge.
 * It is shown 1280 px wide in light colors before and after.
 */
export async function expectAxeCleanInAllColorsAndNarrow(page: Page, where: string): Promise<void> {
  await expectAxeCleanInAllColors(page, where)
  await expectNoSideways(page, where)
  const light = await page.evaluate(colorOfHeading)
  const show = async (width: number, colorScheme: 'light' | 'dark') => {
    await page.setViewportSize({ width, height: 900 })
    if (!hasOtherColors(page)) return
    await page.emulateMedia({ colorScheme })
    const isLight = async () => (await page.evaluate(colorOfHeading)) === light
    await expect
      .poll(isLight, { message: `${where} becomes ${colorScheme}`, intervals: [20] })
      .toBe(colorScheme === 'light')
  }
  await show(400, 'dark')
  await expectNoSideways(page, `${where}, 400 px`)
  await expectAxeClean(page, `${where}, dark, 400 px`)
  await show(1280, 'light')
}

// Firefox's driver has none.
const hasOtherColors = (page: Page) => page.context().browser()?.browserType().name() !== 'firefox'

const colorOfHeading = () => getComputedStyle(document.querySelector('h1') ?? document.body).getPropertyValue('color')

async function expectClean(page: Page, where: string, selector: string, rules: RunOnly): Promise<void> {
  // A color in transition must not be checked.
  await expectRest(page, where)
  // Without Fluent's focus guards at both ends of the page, there since its first dialog: they pass the focus on before
  // anyone notices.
  const part = { include: [selector], exclude: ['[data-tabster-dummy]'] }
  const violations = await axeViolations(page, rules, part)
  expect.soft(violations.map(({ id, nodes }) => `${where}: ${id}\n${nodes.map(described).join('\n')}`)).toEqual([])
}

function described({ html, target, failureSummary }: NodeResult): string {
  return `${target.join(' ')} ${html} ${failureSummary ?? ''}`
}

/** Waits until nothing moves anymore, except endless animations (a spinner). */
export async function expectRest(page: Page, where: string): Promise<void> {
  // Queried each time: an animation whose element has left the page never ends.
  const moving = () =>
    page.evaluate(
      () =>
        document
          .getAnimations()
          .filter(
            ({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
          ).length,
    )
  // Twice in a row: what has just come may begin to move in the next frame.
  let atRest = 0
  const looksAtRest = async () => {
    atRest = (await moving()) === 0 ? atRest + 1 : 0
    return atRest
  }
  await expect.poll(looksAtRest, { message: `${where} comes to rest`, intervals: [50] }).toBeGreaterThanOrEqual(2)
}

/** Nothing must extend beyond the right edge: the page scrolls in one direction only. */
export async function expectNoSideways(page: Page, where: string): Promise<void> {
  const excess = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  // Lists become cards a moment after the window has its width.
  await expect
    .configure({ soft: true })
    .poll(excess, { message: `${where} is wider than the window` })
    .toBeLessThanOrEqual(0)
}
