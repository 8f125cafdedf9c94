import { describe, expect, it } from 'vitest'
import { isShown } from './shown-output.mjs'

const whole = { isWhole: true }

describe('what a page shows', () => {
  it.each([
    ['the same', 'one\ntwo\n', 'one  \ntwo\n\n'],
    ['what differs each time', 'id: … (new)', 'id: 42 (new)'],
    ['lines left out', 'one\n…\nfour\n', 'one\ntwo\nthree\nfour\n'],
    ['no lines left out', 'one\n…\ntwo', 'one\ntwo'],
    ['signs that mean something else elsewhere', '$(a) [b]* {c} x.y?', '$(a) [b]* {c} x.y?'],
    ['nothing', '', '\n'],
  ])('is what was printed: %s', (_, shown, printed) => expect(isShown(shown, printed, whole)).toBe(true))

  it.each([
    ['another word', 'one', 'two'],
    ['a line more', 'one', 'one\ntwo'],
    ['a line less', 'one\ntwo', 'one'],
    ['a beginning only', 'one', 'one hundred'],
    ['another sign for a dot', 'x.y', 'xzy'],
    ['anything, where nothing is shown', '', 'a warning'],
    ['what runs over the end of a line', 'a … b', 'a\nb'],
  ])('is not what was printed: %s', (_, shown, printed) => expect(isShown(shown, printed, whole)).toBe(false))

  it('may go on where a command stays', () => {
    expect(isShown('…\nready\n', 'starting\nready\n{"a":"request"}\n', { isWhole: false })).toBe(true)
    expect(isShown('…\nready\n', 'starting\n', { isWhole: false })).toBe(false)
  })
})
