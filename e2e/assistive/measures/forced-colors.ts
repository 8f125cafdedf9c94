import { expect, type Page } from '@playwright/test'
import { expectTheme, withoutTransitions } from '../../support/transitions.ts'

/**
 * With forced colours: no mark that is drawn by its background alone vanishes, what is selected differs from what is
 * not, and the focus is seen at every stop of the Tab key.
 */
export async function expectForcedColors(page: Page, where: string): Promise<void> {
  await mark(page)
  // As it comes: `expectNoMotion` looks at this change of all colors.
  await page.emulateMedia({ forcedColors: 'active' })
  const { vanished, unmarked } = await colorFaults(page)
  expect.soft(vanished, `${where} with forced colours: drawn by background alone`).toEqual([])
  expect.soft(unmarked, `${where} with forced colours: selected as the others`).toEqual([])
  expect.soft(await unseenFocus(page), `${where} with forced colours: focus not seen`).toEqual([])
  await withoutTransitions(page, async () => {
    await page.emulateMedia({ forcedColors: 'none' })
    await expectTheme(page, 'light')
  })
}

/** Notes each element that is a mark: without text, and of a colour that is not the one behind it. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => {
    const behind = (element: Element) => {
      for (let each = element.parentElement; each; each = each.parentElement) {
        const { backgroundColor } = getComputedStyle(each)
        if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor
      }
      return 'rgb(255, 255, 255)'
    }
    window.marks = [...document.querySelectorAll('main *')].filter((element) => {
      if (element.closest('svg, picture, [aria-busy=true]') || element.childElementCount > 0) return false
      if (element.textContent.trim() !== '' || /^(INPUT|TEXTAREA|IMG)$/.test(element.tagName)) return false
      const { backgroundColor } = getComputedStyle(element)
      if (!window.measuring.isSeen(element) || /, 0\)$|transparent/.test(backgroundColor)) return false
      return backgroundColor !== behind(element)
    })
  })
}

/** The marks that are drawn no more, and what is selected without a mark. */
function colorFaults(page: Page): Promise<{ vanished: string[]; unmarked: string[] }> {
  return page.evaluate(() => {
    const canvas = getComputedStyle(document.body).backgroundColor
    const vanished = window.marks
      // What has left the page has no style.
      .filter((element) => element.isConnected)
      .filter((element) => {
        const own = getComputedStyle(element)
        const line = [own.borderTopWidth, own.borderLeftWidth].some((width) => parseFloat(width) > 0)
        const isDrawn = line || (own.outlineStyle !== 'none' && parseFloat(own.outlineWidth) > 0)
        return !isDrawn && own.backgroundImage === 'none' && own.backgroundColor === canvas
      })
      .map((element) => element.outerHTML.slice(0, 160))
    const drawn = (element: Element): string =>
      [element, ...element.querySelectorAll('*')]
        .flatMap((each) =>
          ([null, '::before', '::after'] as const).map((pseudo) => {
            const style = getComputedStyle(each, pseudo)
            const parts = [style.backgroundColor, style.borderColor, style.borderWidth, style.outline, style.color]
            return [...parts, style.fontWeight, style.textDecorationLine, style.display, style.content].join()
          }),
        )
        .join('|')
    const states = { 'aria-selected': 'true', 'aria-current': 'page', 'aria-pressed': 'true', 'aria-checked': 'true' }
    const unmarked = Object.entries(states).flatMap(([state, on]) =>
      [...document.querySelectorAll(`[${state}="${on}"]`)]
        .filter(window.measuring.isSeen)
        .filter((element) => {
          const role = element.getAttribute('role') ?? element.tagName
          const others = [...(element.parentElement?.parentElement?.querySelectorAll(`[role=${role}], ${role}`) ?? [])]
          const off = others.find((other) => other !== element && other.getAttribute(state) !== on)
          return off !== undefined && drawn(off) === drawn(element)
        })
        .map(window.measuring.named),
    )
    return { vanished, unmarked }
  })
}

const mostStops = 20

/** Goes through the page by Tab: what is drawn around each stop differs once the focus has left. */
async function unseenFocus(page: Page): Promise<string[]> {
  const unseen: string[] = []
  await page.evaluate(() => {
    window.lastStop = undefined
    document.querySelector<HTMLElement>('main')?.focus()
  })
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const drawn = (element: Element) =>
        [element.parentElement, element, element.firstElementChild, element.nextElementSibling]
          .filter((each) => each !== null)
          .flatMap((each) =>
            ([null, '::before', '::after'] as const).map((pseudo) => {
              const style = getComputedStyle(each, pseudo)
              const { outlineStyle, outlineWidth, borderColor, borderWidth, transform, opacity, content, display } =
                style
              const outline = outlineStyle === 'none' ? '' : `${outlineStyle}${outlineWidth}`
              const line = pseudo === null || content !== 'none' ? `${borderColor}${borderWidth}${transform}` : ''
              return [outline, line, opacity, display, style.textDecorationLine, style.textDecorationStyle].join()
            }),
          )
          .join('|')
      const before = window.lastStop
      const fault = before && drawn(before.element) === before.drawn ? window.measuring.named(before.element) : ''
      const element = document.activeElement
      const isIn = element !== null && element.closest('main') !== null && element.tagName !== 'MAIN'
      window.lastStop = isIn ? { element, drawn: drawn(element) } : undefined
      return { fault, isIn }
    })
    if (stop.fault !== '') unseen.push(stop.fault)
    if (!stop.isIn) break
  }
  return unseen
}

declare global {
  interface Window {
    marks: Element[]
    lastStop: { element: Element; drawn: string } | undefined
  }
}
