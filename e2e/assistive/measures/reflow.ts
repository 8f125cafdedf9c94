import { expect, type Page } from '@playwright/test'

/** What makes the page scroll to the side; what is wider than the window and scrolls by itself does not count. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter((each) => {
      const { right, width } = each.getBoundingClientRect()
      return right > clientWidth && width > 0
    })
    return [`${scrollWidth} of ${clientWidth} px`, ...wide.slice(-3).map((each) => each.outerHTML.slice(0, 200))]
  })
}

/**
 * WCAG 1.4.10, at 400 % of 1280 × 720: the page scrolls in one direction only, only data tables, code and grids scroll
 * to the side by themselves, and bars leave at least half of the window to the page.
 */
export async function expectReflow(page: Page, where: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 180 })
  // Tables become cards a moment after the window has become narrow.
  await expect(async () => expect(await sideways(page)).toEqual([]))
    .toPass({ timeout: 5000 })
    .catch(() => undefined)
  expect.soft(await sideways(page), `${where} at 400 %: wider than the window`).toEqual([])
  const scrollers = await page.evaluate(() => {
    const twoDimensional = '[role=grid], [role=table], table, pre, code, [role=region], [role=tablist], textarea, input'
    return [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((element) => window.measuring.isSeen(element) && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
      .filter((element) => !element.matches(twoDimensional) && !element.closest(twoDimensional))
      .filter((element) => !element.querySelector(twoDimensional))
      .map(window.measuring.named)
  })
  expect.soft(scrollers, `${where} at 400 %: parts that scroll to the side`).toEqual([])
  const covered = await page.evaluate(() => {
    // in the middle of the page, where bars at both edges would stick
    window.scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2)
    const bars = [...document.querySelectorAll('body *')].filter((element) => {
      const { position } = getComputedStyle(element)
      const { top, bottom, width, height } = element.getBoundingClientRect()
      const sticks = (position === 'sticky' || position === 'fixed') && window.measuring.isSeen(element)
      return sticks && width > innerWidth / 2 && height > 0 && bottom > 0 && top < innerHeight
    })
    let rows = 0
    for (let y = 0; y < innerHeight; y += 1)
      if (bars.some((bar) => bar.getBoundingClientRect().top <= y && bar.getBoundingClientRect().bottom > y)) rows += 1
    window.scrollTo(0, 0)
    return rows
  })
  expect.soft(covered, `${where} at 400 %: pixels of 180 that bars cover`).toBeLessThanOrEqual(90)
}
