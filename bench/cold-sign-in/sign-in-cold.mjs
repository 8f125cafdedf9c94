import { readTrace } from './read-trace.mjs'

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', 'loading']
const marks = {
  firstContentfulPaint: 'first paint',
  'portal:can-sign-in': 'the button acts',
  'portal:person': 'person chosen',
  'portal:galleries': 'galleries seen',
}

// Runs in each page of the portal.
function markWhenSeen() {
  const look = () => {
    if (document.querySelector('main a[href^="/gallery?"]')) performance.mark('portal:galleries')
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Selects what `find` gives as soon as it is there, and marks that moment. */
async function clickAtOnce(control, mark) {
  await control.waitFor()
  await control.evaluate((element, name) => {
    performance.mark(name)
    element.click()
  }, mark)
}

/**
 * Signs Ada in to the demo with an empty cache, without a moment between what a person would select, and traces it.
 * @param {import('playwright-core').Browser} browser Chromium
 * @param {string} address of the portal's list of galleries
 * @returns {Promise<import('./read-trace.mjs').Timeline>} until her galleries are listed
 */
export async function signInCold(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  await context.addInitScript(markWhenSeen)
  const page = await context.newPage()
  await browser.startTracing(page, { categories })
  await page.goto(address, { waitUntil: 'commit' })
  await clickAtOnce(page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }), 'portal:can-sign-in')
  await clickAtOnce(page.getByRole('button', { name: /^Ada\b/ }), 'portal:person')
  await page.waitForFunction(() => performance.getEntriesByName('portal:galleries').length > 0)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  await context.close()
  return readTrace(traceEvents, { portal: new URL(address).origin, marks })
}
