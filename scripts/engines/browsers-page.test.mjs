import { expect, it } from 'vitest'
import { browsersPage } from './browsers-page.mjs'

const firefox = {
  name: 'Firefox',
  version: '153',
  how: 'BiDi',
  seconds: 240,
  areas: { Drafts: { passed: 7, failed: 0 }, Import: { passed: 3, failed: 1 } },
  limits: [{ what: 'Dark colors', reason: 'The driver has no word for them.' }],
}
const webKit = { ...firefox, name: 'WebKit', seconds: 33, areas: { Drafts: { passed: 2, failed: 0 } }, limits: [] }

it('says of each area what passed in each engine, and of each limit why', () => {
  const page = browsersPage([firefox, webKit], '2026-11-27')
  expect(page).toContain('| Drafts | 7 of 7 | 2 of 2 |')
  expect(page).toContain('| Import | 3 of 4 | – |')
  expect(page).toContain('| Minutes | 4.0 | 0.6 |')
  expect(page).toContain('| Firefox | Dark colors | The driver has no word for them. |')
})
