import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../run-step.mjs'
import { browsersPage } from './browsers-page.mjs'
import { firefoxLimits } from './firefox/firefox-tests.mjs'
import { limits as webKitLimits } from './webkit/story.mjs'

const firefox = {
  name: 'Firefox',
  version: '153',
  how: 'BiDi',
  areas: { Drafts: { passed: 7, failed: 0 }, Import: { passed: 3, failed: 1 } },
}
const webKit = { ...firefox, name: 'WebKit', areas: { Drafts: { passed: 2, failed: 0 } } }
const files = { 'portal/help': { passed: 8, failed: 1 }, 'portal/home': { passed: 4, failed: 0 } }
const tested = { day: '2026-11-27', engines: [firefox, webKit], inFirefox: { tests: 20, leftOut: 2, files } }

it('says of each area what passed in each engine, and of each limit why', () => {
  const limits = { Firefox: [{ what: 'Dark colors', reason: 'The driver has no word for them.' }], WebKit: [] }
  const page = browsersPage(tested, limits)
  expect(page).toContain('| Drafts | 7 of 7 | 2 of 2 |')
  expect(page).toContain('| Import | 3 of 4 | – |')
  expect(page).toContain('| Firefox | Dark colors | The driver has no word for them. |')
})

it('says how many of all tests ran in Firefox, and how many did not, if any', () => {
  const page = browsersPage(tested, {})
  expect(page).toContain('Of all 20 browser tests, 13 were run with `--all`: 12 passed, and 1 failed.')
  expect(page).toContain('2 are left out for the limits below, and 5 have not been run so yet.')
  const whole = browsersPage({ ...tested, inFirefox: { tests: 15, leftOut: 2, files } }, {})
  expect(whole).toContain('2 are left out for the limits below.')
})

it('is the page of the last run, with the limits of now', () => {
  const last = JSON.parse(readFileSync(join(import.meta.dirname, 'tested.json'), 'utf8'))
  const page = readFileSync(join(root, 'docs/browsers.md'), 'utf8')
  expect(page).toBe(browsersPage(last, { Firefox: firefoxLimits, WebKit: webKitLimits }))
})
