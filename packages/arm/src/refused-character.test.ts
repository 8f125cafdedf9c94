import { describe, expect, it } from 'vitest'
import { RefusedCharacter, visibleText, withoutCharacter } from './refused-character.ts'

describe('visibleText', () => {
  it.each([
    ['a control', '\n'],
    ['a change of direction', '\u202E'],
    ['a line separator', '\u2028'],
    ['a paragraph separator', '\u2029'],
    ['half a character', '\uD800'],
    ['an invisible letter', '\u3164'],
  ])('refuses %s at its place, the first as well', (_, character) => {
    for (const before of ['', 'ab'])
      expect(() => visibleText(`${before}${character}c`)).toThrow(
        expect.objectContaining({ code: 'RefusedCharacter', position: before.length }),
      )
  })

  it('X10 lets letters of any script through', () => {
    expect(visibleText('Größe 日本語 🙂 عربى')).toBe('Größe 日本語 🙂 عربى')
  })
})

describe('withoutCharacter', () => {
  it('says where the character is, and keeps what was given', () => {
    const refusal = new RefusedCharacter('a"b', 1)
    expect(() => withoutCharacter('a"b', /"/)).toThrow(refusal)
    expect(refusal).toMatchObject({
      name: 'RefusedCharacter',
      value: 'a"b',
      message: 'The character at position 1 cannot be written into code.',
    })
  })
})
