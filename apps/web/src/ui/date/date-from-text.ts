import { languages, type Language } from '../../i18n/language.ts'

/**
 * The day that a text names, as `2027-01-31`, or undefined if it names none. Understood are ISO 8601, the numbers of a
 * day in the order of the language (`1/31/2027`, `31.1.2027`; in the other order if only that is a day), and the month
 * by its name in any language of the portal (`Jan 31, 2027`, `31 gennaio 2027`). The year has four digits.
 */
export function dateFromText(text: string, language: Language): string | undefined {
  const written = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written)
  if (iso) return calendarDay(iso[1], iso[2], iso[3])
  const numbers = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(written)
  if (numbers) {
    const [, one, two, year] = numbers
    const dayFirst = calendarDay(year, two, one)
    const monthFirst = calendarDay(year, one, two)
    return language === 'en' ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst)
  }
  const named = /^(?:(\d{1,2})\.? )?(\p{L}{3,})\.?(?: (\d{1,2}))?,? (\d{4})$/u.exec(written)
  if (!named) return undefined
  const [, before, name = '', after, year] = named
  const month = monthNames.findIndex((names) => names.some((each) => each.startsWith(name)))
  if (month === -1 || (before === undefined) === (after === undefined)) return undefined
  return calendarDay(year, String(month + 1), before ?? after)
}

// The months from January, each by its names in the languages of the portal.
const monthNames = Array.from({ length: 12 }, (_, month) =>
  languages.map((language) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
      .format(Date.UTC(2026, month, 1))
      .toLowerCase(),
  ),
)

function calendarDay(year = '', month = '', day = ''): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  // 30 February is understood as a day in March.
  const time = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : undefined
}
