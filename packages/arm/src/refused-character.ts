/** A value that would mean something else in code than it seems to; `position` counts from 0. */
export class RefusedCharacter extends Error {
  readonly code = 'RefusedCharacter'
  readonly value: string
  readonly position: number
  constructor(value: string, position: number) {
    super(`The character at position ${position} cannot be written into code.`)
    this.name = 'RefusedCharacter'
    this.value = value
    this.position = position
  }
}

// Line ends, controls, lone surrogates, and invisible or direction-changing characters: a reader of the code would not
// see what it does. https://trojansource.codes
const refused = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u{115F}\u{1160}\u{3164}\u{FFA0}]/u

/** The value as it came. Throws `RefusedCharacter` at its first line end, control, invisible or direction character. */
export function visibleText(value: string): string {
  return withoutCharacter(value, refused)
}

/** The unchanged value. Throws `RefusedCharacter` at the first match of `pattern`, which a format can't represent. */
export function withoutCharacter(value: string, pattern: RegExp): string {
  const position = value.search(pattern)
  if (position !== -1) throw new RefusedCharacter(value, position)
  return value
}
