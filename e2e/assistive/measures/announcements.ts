import type { Page } from '@playwright/test'

declare global {
  interface Window {
    announced: string[]
  }
}

/**
 * Notes what screen readers announce on the pages to come: each change of a live region that was there before, each new
 * alert, and what a script has announced. A region that changes several times within 100 ms is announced once.
 */
export async function watchAnnouncements(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.announced = []
    const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]'
    const due = new Map<Element, number>()
    const say = (region: Element) => {
      clearTimeout(due.get(region))
      const later = () => {
        const text = region.isConnected ? region.textContent.trim().replaceAll(/\s+/g, ' ') : ''
        if (text !== '') window.announced.push(text)
      }
      due.set(region, window.setTimeout(later, 100))
    }
    new MutationObserver((records) => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element)
      for (const { target } of records) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(live)
        if (region && !added.some((node) => node.contains(region))) say(region)
      }
      for (const node of added)
        for (const alert of [node, ...node.querySelectorAll('*')]) if (alert.matches('[role=alert]')) say(alert)
    }).observe(document, { subtree: true, childList: true, characterData: true })
    const notify = (text: string) => window.announced.push(text.trim())
    for (const owner of [Document.prototype, Element.prototype])
      if ('ariaNotify' in owner) Object.defineProperty(owner, 'ariaNotify', { value: notify })
  })
}

/** What was announced since the last call, once nothing has been for half a second. */
export async function announcements(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    for (let before = -1; before !== window.announced.length;) {
      before = window.announced.length
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    return window.announced.splice(0)
  })
}
