import type { Page } from '@playwright/test'

/** Functions that the measures use in the page. */
interface InPage {
  /** whether a user sees the element: drawn, with a size, and not clipped away by what hides text for screen readers */
  isSeen: (element: Element) => boolean
  /** whether a box that scrolls by itself shows no part of the element */
  isScrolledAway: (element: Element) => boolean
  /** a short name for a failure: tag, role, text */
  named: (element: Element) => string
  /** the elements with text of their own that are seen */
  withText: () => HTMLElement[]
}

declare global {
  interface Window {
    measuring: InPage
  }
}

/** Puts the functions into every page of the browser context. */
export async function prepareMeasures(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      if (width < 2 || height < 2) return false
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
      for (let each: Element | null = element; each; each = each.parentElement) {
        const { clip, clipPath } = getComputedStyle(each)
        if (/^rect\(0px|^rect\(1px/.test(clip) || clipPath === 'inset(50%)') return false
      }
      return true
    }
    const isScrolledAway = (element: Element) => {
      const { top, bottom } = element.getBoundingClientRect()
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (!/auto|scroll/.test(getComputedStyle(box).overflowY)) continue
        const frame = box.getBoundingClientRect()
        if (bottom <= frame.top + 1 || top >= frame.bottom - 1) return true
      }
      return false
    }
    const named = (element: Element) => {
      const label = element.getAttribute('aria-label') ?? element.textContent
      return `<${element.tagName.toLowerCase()} ${element.getAttribute('role') ?? ''}> ${label.trim().slice(0, 50)}`
    }
    const hasText = ({ childNodes }: Element) =>
      [...childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim())
    const withText = () => [...document.querySelectorAll<HTMLElement>('body *')].filter((e) => hasText(e) && isSeen(e))
    window.measuring = { isSeen, isScrolledAway, named, withText }
  })
}
