// A page as a user operates it: elements by their role and name, as assistive technology has them.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'

/** @typedef {import('./web-driver.mjs').WebKit} WebKit */
/** @typedef {import('./web-driver.mjs').Element} Element */
/**
 * @typedef {{ name?: string, exact?: boolean, within?: [role: string, name: string], states?: Record<string, unknown> }}
 *   Wanted name: how the accessible name starts, or the whole of it if exact
 */

// Its queries by role compute names as browsers do, and run in any page.
const queries = readFileSync(
  createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
  'utf8',
)

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const withinMs = 30_000

// Run in the page: the rules that it breaks, each with its elements. Fluent's focus guards are no part of it: they pass
// the focus on before anyone notices.
const violationsOf = `
  const [done] = arguments
  axe.run({ exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'] }).then(
    ({ violations }) => done(violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' '))),
    (error) => done([String(error)]),
  )`

// Run in the page: the first element of a role and name that is not hidden, or null.
const finder = `
  const [role, { name, exact = false, within, states = {} }] = arguments
  if (window.TestingLibraryDom === undefined) return 'queries are missing'
  const { queryAllByRole } = window.TestingLibraryDom
  const named = (name, exact) => (name === undefined ? {} : { name: (actual) => (exact ? actual === name : actual.startsWith(name)) })
  const parents = within === undefined ? [document.body] : queryAllByRole(document.body, within[0], named(within[1], false))
  for (const parent of parents) {
    const [found] = queryAllByRole(parent, role, { ...named(name, exact), ...states })
    if (found !== undefined) return found
  }
  return null`

// Run in the page: whether an element keeps its place for two frames, and a click on its middle is a click on it.
const isAtRest = `
  const [element, done] = arguments
  element.scrollIntoView({ block: 'center' })
  const box = () => Object.values(element.getBoundingClientRect().toJSON()).join()
  const before = box()
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const hit = document.elementFromPoint(x + width / 2, y + height / 2)
    done(before === box() && (element.contains(hit) || hit?.contains(element) === true))
  }))`

// Run in the page: whether an element is in the window as a whole, and nothing scrolls sideways.
const isInWindow = `
  const [element] = arguments
  element.scrollIntoView({ block: 'nearest' })
  const { scrollWidth, clientWidth, clientHeight } = document.documentElement
  const { left, right, top, bottom, width } = element.getBoundingClientRect()
  const isInside = width > 0 && left >= 0 && right <= clientWidth && top >= 0 && bottom <= clientHeight
  return isInside && scrollWidth <= clientWidth`

/** What a story does with WebKit's page. Each waits for its element, for half a minute. */
export function pageOf(/** @type {WebKit} */ browser) {
  /** @returns {Promise<Element | null>} */
  async function find(/** @type {string} */ role, /** @type {Wanted} */ wanted) {
    const found = await browser.run(finder, role, wanted)
    if (found !== 'queries are missing') return found
    await browser.run(queries)
    return browser.run(finder, role, wanted)
  }
  /** @template T */
  async function until(/** @type {string} */ what, /** @type {() => Promise<T | null | false | undefined>} */ seen) {
    const end = performance.now() + withinMs
    let last
    do {
      try {
        const found = await seen()
        if (found) return found
      } catch (error) {
        // A page that is being replaced has no elements: it is asked again.
        last = error
      }
      await pause(100)
    } while (performance.now() < end)
    throw new Error(`Not seen: ${what}`, { cause: last })
  }
  const element = (/** @type {string} */ role, /** @type {Wanted} */ wanted = {}) =>
    until(`${role} ${JSON.stringify(wanted)}`, () => find(role, wanted))
  async function clickWhenAtRest(/** @type {string} */ role, /** @type {Wanted} */ wanted) {
    const found = await find(role, wanted)
    if (found === null || !(await browser.runAsync(isAtRest, found))) return false
    await browser.click(found)
    return true
  }
  const click = (/** @type {string} */ role, /** @type {string} */ name, /** @type {Wanted} */ wanted = {}) =>
    until(`click on ${role} ${name}`, () => clickWhenAtRest(role, { name, ...wanted }))
  /** Goes to another document: the one that is left is not taken for it. */
  async function leave(/** @type {() => Promise<unknown>} */ go) {
    await browser.run('window.isLeft = true')
    await go()
    await until('the next page', () => browser.run('return window.isLeft !== true && document.body !== null'))
  }
  return {
    ...browser,
    open: (/** @type {string} */ url) => leave(() => browser.open(url)),
    reload: () => leave(browser.reload),
    until,
    element,
    has: async (/** @type {string} */ role, /** @type {Wanted} */ wanted = {}) => (await find(role, wanted)) !== null,
    text: () => browser.run('return document.body.innerText'),
    sees: (/** @type {string} */ text) =>
      until(`"${text}"`, () => browser.run('return document.body.innerText.includes(arguments[0])', text)),
    click,
    /** Waits until the element is in the window as a whole, and nothing of the page scrolls sideways. */
    fits: (/** @type {string} */ role, /** @type {string} */ name = '') =>
      until(`${role} ${name} in the window`, async () => {
        const found = await find(role, { name })
        return found !== null && browser.run(isInWindow, found)
      }),
    /** What axe finds on the page. */
    axeViolations: async () => {
      await browser.run(axe)
      return browser.runAsync(violationsOf)
    },
    fill: async (/** @type {string} */ role, /** @type {string} */ name, /** @type {string} */ text) => {
      const field = await element(role, { name })
      await browser.clear(field)
      await browser.type(field, text)
    },
    choose: async (/** @type {string} */ list, /** @type {string} */ option) => {
      await click('combobox', list)
      await click('option', option)
    },
  }
}
