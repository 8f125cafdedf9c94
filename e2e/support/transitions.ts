import { expect, type Page } from '@playwright/test'

/**
 * Does `work` while no change of the page takes time: each color and size is at once what it becomes. With reduced
 * motion, every element has a transition of each of its properties, however short, and a change of all colors begins
 * thousands of them, one level of the page after the other. That takes six times as long as the change itself, and what
 * is measured meanwhile is still as before.
 */
export async function withoutTransitions(page: Page, work: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    window.untimed = new CSSStyleSheet()
    window.untimed.replaceSync('*, ::before, ::after { transition: none !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, window.untimed]
  })
  await work()
  await nextFrame(page)
  await page.evaluate(() => {
    // What is not computed before transitions are back would begin one.
    document.body.getBoundingClientRect()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== window.untimed)
  })
}

/** Waits for the page's next frame, in which it is told of changed media features and of its new size. */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise(requestAnimationFrame))
}

/** Waits for the theme that follows the media features; that of high contrast is dark. */
export async function expectTheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  const shown = () => page.evaluate(() => document.documentElement.style.colorScheme)
  await expect.poll(shown, { message: `the page becomes ${scheme}`, intervals: [20] }).toBe(scheme)
}

declare global {
  interface Window {
    untimed: CSSStyleSheet
  }
}
