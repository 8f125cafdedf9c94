import { assert, jsonValue, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refuseUnsafeJson } from './unsafe-json.ts'

const refusalOf = (text: string) => {
  try {
    refuseUnsafeJson(text)
    return 'taken'
  } catch (error) {
    return error instanceof SyntaxError ? error.message : error
  }
}
const levels = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

describe('JSON', () => {
  it.each([
    ['that has a key twice', '{"a":1, "b":{}, "a" : 2}', /twice/],
    ['that has a key twice, once in disguise', '{"a":1,"\\u0061":2}', /twice/],
    ['with a key that changes how objects behave', '[{"__proto__":1}]', /not allowed/],
    ['of 21 levels', levels(21), /levels/],
    ['with an array of 501 items', `[${'1,'.repeat(500)}1]`, /items/],
  ])('%s is refused', (_, text, reason) => {
    expect(refusalOf(text)).toMatch(reason)
  })

  it.each([
    ['of 20 levels', levels(20)],
    ['with an array of 500 items', `[${'1,'.repeat(499)}1]`],
    [
      'with an object of more',
      JSON.stringify(Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`k${at}`, at]))),
    ],
    ['with one key in two objects', '[{"a":1},{"a":{"a":2}}]'],
    ['with such words as values', '["__proto__","a","a",{"b":"constructor"}]'],
    ['with brackets and quotes in its texts', '{"a":"\\"[[[{\\\\","b":":"}'],
  ])('%s is taken', (_, text) => {
    expect(refusalOf(text)).toBe('taken')
  })

  it('that JavaScript writes is taken, whatever is in it', () => {
    assert(
      property(jsonValue({ maxDepth: 10 }), (value) => {
        expect(refusalOf(JSON.stringify(value))).toMatch(/taken|not allowed/)
      }),
    )
  })

  it('without an end takes no longer than others', () => {
    // a scan that restarts at each quote would read a hundred thousand million characters
    expect(refusalOf(`"${'\\"'.repeat(500_000)}`)).toBe('taken')
  })
})
