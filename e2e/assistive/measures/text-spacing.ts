import { expect, type Page } from '@playwright/test'
import { withoutTransitions } from '../../support/transitions.ts'
import { sideways } from './reflow.ts'

/** WCAG 1.4.12: with the text spacing that a user sets, nothing is cut, overlaps, or scrolls sideways. */
export async function expectRoomForSpacing(page: Page, where: string): Promise<void> {
  // Letters in transition are measured where they were.
  await withoutTransitions(page, () => expectRoom(page, where))
}

async function expectRoom(page: Page, where: string): Promise<void> {
  const before = await textFaults(page)
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })
  const after = await textFaults(page)
  expect.soft(await sideways(page), `${where} with text spacing: wider than the window`).toEqual([])
  await page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)
  })
  expect
    .soft(
      after.filter((fault) => !before.includes(fault)),
      `${where} with text spacing`,
    )
    .toEqual([])
}

/** Texts that are cut, and pairs of texts that overlap, of those that neither stick nor scroll by themselves. */
async function textFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { withText, isScrolledAway, named } = window.measuring
    const texts = withText().filter(
      (element) => !/^(TEXTAREA|INPUT|SCRIPT|STYLE)$/.test(element.tagName) && !isScrolledAway(element),
    )
    const isCut = (element: HTMLElement) => {
      for (let box: HTMLElement | null = element; box && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY, display, textOverflow } = getComputedStyle(box)
        if (/auto|scroll/.test(overflowX + overflowY)) return false
        if (display === 'inline') continue
        // What ends in … has its whole text in its title, or where it leads to.
        if (textOverflow === 'ellipsis') continue
        if (/hidden|clip/.test(overflowX) && box.scrollWidth > box.clientWidth + 1) return true
        if (/hidden|clip/.test(overflowY) && box.scrollHeight > box.clientHeight + 2) return true
      }
      return false
    }
    const visiblePart = (element: Element, { left, right, top, bottom }: DOMRect) => {
      const part = { left, right, top, bottom, height: bottom - top }
      for (let box: Element | null = element; box; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box)
        if (overflowX === 'visible') continue
        const frame = box.getBoundingClientRect()
        if (/auto|scroll/.test(overflowY) && box !== document.documentElement && box !== document.body) {
          part.top = Math.max(part.top, frame.top)
          part.bottom = Math.min(part.bottom, frame.bottom)
        }
        part.left = Math.max(part.left, frame.left)
        part.right = Math.min(part.right, frame.right)
      }
      return part
    }
    const sticks = (element: Element) => {
      for (let each: Element | null = element; each; each = each.parentElement)
        if (/sticky|fixed/.test(getComputedStyle(each).position)) return true
      return false
    }
    const boxes = texts
      .filter((element) => !sticks(element))
      .flatMap((element) => {
        const range = document.createRange()
        return [...element.childNodes]
          .filter(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim())
          .flatMap((node) => {
            range.selectNodeContents(node)
            return [...range.getClientRects()].map((rect) => ({ element, rect: visiblePart(element, rect) }))
          })
      })
    boxes.sort((one, other) => one.rect.top - other.rect.top)
    const overlapping: string[] = []
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        if (other.rect.top > one.rect.bottom) break
        if (one.element === other.element) continue
        const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left)
        const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top)
        // The boxes of lines are higher than their letters.
        if (across > 2 && down > one.rect.height / 2.5)
          overlapping.push(`${named(one.element)} overlaps ${named(other.element)}`)
      }
    return [...texts.filter(isCut).map((element) => `cut: ${named(element)}`), ...overlapping]
  })
}
