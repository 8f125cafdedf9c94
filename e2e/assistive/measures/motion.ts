import { expect, type Page } from '@playwright/test'

declare global {
  interface Window {
    motionsSeen: string[]
  }
}

/** Notes every animation and transition of the pages to come that takes time. */
export async function watchMotion(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.motionsSeen = []
    // Fluent ends its motion in one millisecond.
    const longest = 2
    const note = (animation: Animation) => {
      const { effect } = animation
      const element = effect instanceof KeyframeEffect ? effect.target : null
      const { duration, delay } = effect?.getComputedTiming() ?? {}
      if (Number(duration) <= longest && (delay ?? 0) <= longest) return
      const name = animation instanceof CSSTransition ? animation.transitionProperty : 'animation'
      window.motionsSeen.push(`${name} of ${Number(duration)} ms: ${element?.outerHTML.slice(0, 90) ?? ''}`)
    }
    // A change of all colors begins thousands in one frame: the first event of a frame looks at all that there are.
    let looked: CSSNumberish | null = null
    const look = () => {
      if (document.timeline.currentTime === looked) return
      looked = document.timeline.currentTime
      document.getAnimations().forEach(note)
    }
    for (const type of ['animationstart', 'transitionrun']) document.addEventListener(type, look)
    const animate = Object.getOwnPropertyDescriptor(Element.prototype, 'animate')?.value as Element['animate']
    Element.prototype.animate = function (this: Element, ...given) {
      const animation = animate.apply(this, given)
      note(animation)
      return animation
    }
  })
}

/** With reduced motion, nothing of the page has moved over time. */
export async function expectNoMotion(page: Page, where: string): Promise<void> {
  const seen = await page.evaluate(() => [...new Set(window.motionsSeen.splice(0))])
  expect.soft(seen, `${where} with reduced motion`).toEqual([])
}
