import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../run-step.mjs'
import { limitPatterns, limits } from './areas.mjs'
import { testsByArea } from './tests-by-area.mjs'

it('counts the tests of a report by area, those in groups too', () => {
  const { areas } = testsByArea({
    suites: [
      {
        title: 'portal/sign-in.spec.ts',
        specs: [
          { title: 'W06: the draft survives', ok: false },
          { title: 'W10: signing out', ok: true },
        ],
      },
      {
        title: 'portal/languages.spec.ts',
        suites: [{ title: 'an Italian browser', specs: [{ title: 'sees Italian', ok: true }] }],
      },
      { title: 'portal/dev.spec.ts', specs: [{ title: 'of no area', ok: true }] },
    ],
  })
  expect(areas).toEqual({ 'Sign-in': { passed: 1, failed: 1 }, Languages: { passed: 1, failed: 0 } })
})

it('names what is chosen and has no test, so that a renamed test is missed', () => {
  const all = testsByArea({}).absent.length
  const { absent } = testsByArea({
    suites: [{ title: 'image-versions/drafts.spec.ts', specs: [{ title: 'W03: one of two tabs', ok: true }] }],
  })
  expect(absent).toHaveLength(all - 1)
})

it('leaves out the tests that the driver can’t run, and no other', () => {
  const isOut = (test) => limitPatterns.some((pattern) => pattern.test(test))
  for (const { spec, titles = ['any'] } of limits.flatMap(({ tests }) => tests)) {
    expect(existsSync(join(root, `e2e/${spec}.spec.ts`)), spec).toBe(true)
    for (const title of titles) expect(isOut(`${spec}.spec.ts ${title}`), title).toBe(true)
  }
  const named = limits.flatMap(({ tests }) => tests).find(({ titles }) => titles !== undefined)
  expect(isOut(`${named.spec}.spec.ts ${named.titles[0]}, 2`)).toBe(false)
})
