import type { ImportNoteCode } from '@portal/code'
import { importNoteParams } from '@portal/code/testing'
import { describe, expect, it } from 'vitest'
import { type ImportNoteTexts, importNotesEn, importNotesIt } from './import-plan-texts.ts'

const codes = Object.keys(importNoteParams).filter((code): code is ImportNoteCode => code in importNoteParams)

/** The text of a code with a value for each parameter that can be found again in it. */
function textOf(texts: ImportNoteTexts, code: ImportNoteCode): string {
  const anyTexts: Record<string, (params: never) => string> = texts
  const values = Object.fromEntries(importNoteParams[code].map((name) => [name, name === 'max' ? 7 : `<${name}>`]))
  return anyTexts[code]?.(values as never) ?? ''
}

describe.each([
  ['English', importNotesEn],
  ['Italian', importNotesIt],
])('the %s text of a note', (_, texts) => {
  it.each(codes)('%s is a sentence that names its facts', (code) => {
    const text = textOf(texts, code)
    expect(text).toMatch(/^\S.{15,}\.$/)
    expect(text).not.toMatch(/undefined|NaN|\[object|!/)
    for (const name of importNoteParams[code]) expect(text).toContain(name === 'max' ? '7' : `<${name}>`)
  })
})

it('is another text in Italian than in English', () => {
  expect(codes.filter((code) => textOf(importNotesEn, code) === textOf(importNotesIt, code))).toEqual([])
})
