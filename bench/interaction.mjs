// Runs in the page.
async function timed(act, argument) {
  await new Promise((resolve) => requestAnimationFrame(resolve))
  const start = performance.now()
  act(argument)
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - start
}

/**
 * The time from now until the effect of `act` in the page has been painted, in ms.
 * @param {import('playwright-core').Page} page
 * @param {(argument: any) => void} act self-contained: only its text reaches the page
 * @param {unknown} [argument] passed to `act` as JSON
 * @returns {Promise<number>}
 */
export function paintedAfter(page, act, argument = null) {
  return page.evaluate(`(${timed})(${act}, ${JSON.stringify(argument)})`)
}

/** The 95th percentile of the times between frames while `selector` is scrolled for a second, in ms. */
export function scrollFrame(page, selector) {
  return page.evaluate(async (wanted) => {
    const element = document.querySelector(wanted)
    const frames = []
    for (let before = performance.now(), step = 0; step < 60; step += 1) {
      element.scrollBy(40, 40)
      const now = await new Promise((resolve) => requestAnimationFrame(resolve))
      frames.push(now - before)
      before = now
    }
    element.scrollTo(0, 0)
    return frames.slice(1).toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95) - 1]
  }, selector)
}
