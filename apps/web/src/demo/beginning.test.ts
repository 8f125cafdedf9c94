// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { agreeToBegin, beginningOf, begunBy, forgetAgreement } from './beginning.ts'

afterEach(() => {
  forgetAgreement()
  window.history.replaceState(null, '')
})

describe('what has led to a scenario', () => {
  it('D22: is a link of anyone, unless the portal itself has come here', () => {
    for (const state of [null, 'presenter', { beginning: 'agreed' }, { beginning: true }]) {
      window.history.replaceState(state, '')
      expect(beginningOf('tour')).toBe('link')
    }
    for (const by of ['portal', 'presenter'] as const) {
      window.history.replaceState(begunBy(by), '')
      expect(beginningOf('tour')).toBe(by)
    }
  })

  it('D22: is known after the sign-in that it asked for, once, and for that scenario alone', () => {
    agreeToBegin('reader', 'link')
    expect(beginningOf('tour')).toBe('link')
    expect(beginningOf('reader')).toBe('agreed')
    forgetAgreement()
    expect(beginningOf('reader')).toBe('link')
    agreeToBegin('reader', 'presenter')
    expect(beginningOf('reader')).toBe('presenter')
  })
})
