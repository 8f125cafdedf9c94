import { expect, type Page } from '@playwright/test'

/**
 * WCAG 2.5.8: what is pointed at is 24 × 24 px, or a circle of 24 px around its middle meets no other target, or it is
 * a link within a sentence.
 */
export async function expectTargetSizes(page: Page, where: string): Promise<void> {
  const small = await page.evaluate(() => {
    const { isSeen, isScrolledAway, named } = window.measuring
    const roles = 'button link tab menuitem option checkbox radio switch combobox textbox slider spinbutton gridcell'
    const byRole = roles.split(' ').map((role) => `[role=${role}]`)
    const selector = ['a[href]', 'button', 'input', 'textarea', 'select', 'summary', ...byRole].join(',')
    const isEnabled = (element: Element) =>
      !element.matches(':disabled, [aria-hidden=true], [tabindex="-1"]:not([role])') && !isScrolledAway(element)
    const all = [...document.querySelectorAll(selector)].filter((element) => isSeen(element) && isEnabled(element))
    // The target of a field within a larger box is that box, as a press on it reaches the field.
    const boxOf = (element: Element) =>
      (element.closest('.fui-Input, .fui-SearchBox, label') ?? element).getBoundingClientRect()
    const isInline = (element: Element) => {
      if (getComputedStyle(element).display !== 'inline') return false
      const around = element.parentElement?.textContent.trim() ?? ''
      return around.length > element.textContent.trim().length
    }
    const targets = all.map((element) => ({ element, box: boxOf(element) }))
    const distance = (x: number, y: number, box: DOMRect) =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
    const isSmall = ({ width, height }: DOMRect) => width < 23.9 || height < 23.9
    return targets
      .filter(({ element, box }) => isSmall(box) && !isInline(element))
      .filter(({ element, box }) => {
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
        return targets.some((other) => {
          if (other.element === element || other.element.contains(element) || element.contains(other.element))
            return false
          if (!isSmall(other.box)) return distance(x, y, other.box) < 12
          const middle = [other.box.left + other.box.width / 2, other.box.top + other.box.height / 2] as const
          return Math.hypot(x - middle[0], y - middle[1]) < 24
        })
      })
      .map(({ element, box }) => `${named(element)} ${Math.round(box.width)} × ${Math.round(box.height)}`)
  })
  expect.soft(small, `${where}: targets under 24 px`).toEqual([])
}
