import { describe, expect, it } from 'vitest'
import { formatsOf } from './formats.ts'
import { preferredLanguage } from './starting-language.ts'

describe('preferredLanguage', () => {
  it.each([
    [['it-IT', 'en'], 'it'],
    [['IT-ch'], 'it'],
    [['de-DE', 'it', 'en'], 'it'],
    [['en-GB', 'it'], 'en'],
    [['de-DE'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (tags, language) => {
    expect(preferredLanguage(tags)).toBe(language)
  })
})

describe('formats', () => {
  const english = formatsOf('en')

  it.each([
    [0, '0 sec'],
    [9_900, '9 sec'],
    [192_000, '3 min 12 sec'],
    [180_000, '3 min'],
    [3_840_000, '1 hr 4 min'],
    [-5_000, '0 sec'],
  ])('write %d ms as %s', (milliseconds, text) => {
    expect(english.duration(milliseconds)).toBe(text)
  })

  it('keep the day of an end-of-life date, wherever the browser is', () => {
    expect(english.date('2027-03-01T00:00:00Z')).toBe('Mar 1, 2027')
    expect(formatsOf('it').date('2027-03-01T00:00:00Z')).toBe('1 mar 2027')
  })

  it('have the seconds of a time, and its day if that is another than today', () => {
    const time = new Date(2026, 10, 24, 10, 27, 3)
    const [iso, later] = [time.toISOString(), new Date(2026, 10, 24, 23, 59)]
    expect(english.timeOfDay(iso, later.getTime())).toMatch(/^10:27:03\sAM$/)
    expect(formatsOf('it').timeOfDay(iso, later.getTime())).toBe('10:27:03')
    expect(english.timeOfDay(iso, time.getTime() + 86_400_000)).toMatch(/^Nov 24, 2026, 10:27:03\sAM$/)
  })

  it('leave a text alone that is no time', () => {
    expect(english.dateTime('soon')).toBe('soon')
  })
})
