import { noteParams } from '@portal/disk-encryption/testing'
import { refusalParams } from '@portal/version-rules/testing'
import { describe, expect, it } from 'vitest'
import { refusalsEn } from './azure-errors.en.ts'
import { refusalsIt } from './azure-errors.it.ts'
import { readinessEn } from './readiness-notes.en.ts'
import { readinessIt } from './readiness-notes.it.ts'

const params: Record<string, readonly string[]> = { ...noteParams, ...refusalParams }
const english: Record<string, (params: never) => string> = { ...readinessEn.notes, ...refusalsEn }
const italian: Record<string, (params: never) => string> = { ...readinessIt.notes, ...refusalsIt }

const textOf = (texts: typeof english, code: string) =>
  texts[code]?.(Object.fromEntries((params[code] ?? []).map((name) => [name, `<${name}>`])) as never) ?? ''

describe.each([
  ['English', english],
  ['Italian', italian],
])('the %s text of a refusal or of a note on a set', (_, texts) => {
  it.each(Object.keys(params))('%s is a sentence, and names what it is about', (code) => {
    const text = textOf(texts, code)
    expect(text).toMatch(/^\S.{15,}[.>]$/)
    expect(text).not.toMatch(/undefined|NaN|\[object|!/)
    const named = params[code]?.filter((name) => name !== 'property') ?? []
    expect(text.includes('<')).toBe(named.length > 0)
  })
})

it('is there for every code, of a repair and a state too', () => {
  for (const texts of [english, italian]) expect(Object.keys(texts).toSorted()).toEqual(Object.keys(params).toSorted())
  const labels = ({ states, repairs }: typeof readinessEn) => ({ ...states, ...repairs })
  const [inEnglish, inItalian] = [labels(readinessEn), labels(readinessIt)]
  expect(Object.keys(inItalian)).toEqual(Object.keys(inEnglish))
  for (const text of Object.values({ ...inEnglish })) expect(Object.values(inItalian)).not.toContain(text)
})

it('is another text in Italian than in English', () => {
  expect(Object.keys(params).filter((code) => textOf(english, code) === textOf(italian, code))).toEqual([])
})

it('has few words for a cell: as many days as the key has left', () => {
  const said = (days: number) => [readinessEn, readinessIt].map(({ briefs }) => briefs.KeyExpiresSoon?.({ days }))
  expect(said(6)).toEqual(['key expires in 6 days', 'la chiave scade tra 6 giorni'])
  expect(said(1)).toEqual(['key expires in 1 day', 'la chiave scade tra 1 giorno'])
})
