import { expect, type Page } from '@playwright/test'
import { nextFrame, withoutTransitions } from '../../support/transitions.ts'

/** The width of the text on paper, in CSS pixels: the sheet less Chromium's margins of 1 cm at both sides. */
const papers = { A4: 718, Letter: 740 } as const

/**
 * On paper, the page has neither bars nor navigation, and nothing is wider than the sheet or cut by what scrolls. A
 * list of the rows in view is not made for paper: of it, only the first counts.
 */
export async function expectPrintable(page: Page, where: string, isList = false): Promise<void> {
  await withoutTransitions(page, () => expectOnPapers(page, where, isList))
}

async function expectOnPapers(page: Page, where: string, isList: boolean): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  for (const [paper, width] of Object.entries(papers)) {
    await page.setViewportSize({ width, height: 1000 })
    await nextFrame(page)
    const faults = await page.evaluate(() => {
      const { isSeen, named, withText } = window.measuring
      const bars = [...document.querySelectorAll('header, nav, aside, [role=banner], [role=navigation]')]
      const cut = (element: HTMLElement) => {
        for (let box: HTMLElement | null = element; box && box !== document.body; box = box.parentElement) {
          const { overflowX, overflowY, display } = getComputedStyle(box)
          if (display === 'inline') continue
          if (overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1) return true
          if (overflowY !== 'visible' && box.scrollHeight > box.clientHeight + 2) return true
        }
        return false
      }
      const texts = withText().filter(({ tagName }) => !/^(SCRIPT|STYLE)$/.test(tagName))
      const wide = texts.filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      return {
        bars: bars.filter(isSeen).map(named),
        wide: wide.map(named),
        cut: texts.filter(cut).map(named),
        text: texts.filter((element) => element.closest('main')).length > 0,
      }
    })
    const counted = isList ? { ...faults, wide: [], cut: [] } : faults
    expect.soft(counted, `${where} on ${paper}`).toEqual({ bars: [], wide: [], cut: [], text: true })
  }
  await page.emulateMedia({ media: 'screen' })
}
