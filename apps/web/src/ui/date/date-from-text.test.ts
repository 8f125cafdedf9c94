import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../i18n/formats.ts'
import { languages } from '../../i18n/language.ts'
import { dateFromText } from './date-from-text.ts'

describe('a typed or pasted date', () => {
  it.each([
    ['2027-01-31', '2027-01-31'],
    [' 2027-1-5 ', '2027-01-05'],
    ['1/2/2027', '2027-01-02'],
    ['1/31/2027', '2027-01-31'],
    ['31/1/2027', '2027-01-31'],
    ['Jan 31, 2027', '2027-01-31'],
    ['31 January 2027', '2027-01-31'],
    ['31 gen 2027', '2027-01-31'],
  ])('%j is %s in English', (text, date) => {
    expect(dateFromText(text, 'en')).toBe(date)
  })

  it.each([
    ['1/2/2027', '2027-02-01'],
    ['31.1.2027', '2027-01-31'],
    ['31 gennaio 2027', '2027-01-31'],
    ['Sept 1, 2027', '2027-09-01'],
    ['1 set. 2027', '2027-09-01'],
  ])('%j is %s in Italian', (text, date) => {
    expect(dateFromText(text, 'it')).toBe(date)
  })

  it.each([
    '',
    'tomorrow',
    '2027-02-30',
    '30 Feb 2027',
    '1/2/27',
    '13/13/2027',
    '31 xyz 2027',
    'Jan 2027',
    '1 Jan 1 2027',
  ])('%j is no day', (text) => {
    expect(dateFromText(text, 'en')).toBeUndefined()
  })

  it.each(languages)('is understood as the portal writes it in %s, in every month', (language) => {
    const days = Array.from({ length: 12 }, (_, month) => `2027-${String(month + 1).padStart(2, '0')}-09`)
    expect(days.map((day) => dateFromText(formatsOf(language).date(day), language))).toEqual(days)
  })
})
