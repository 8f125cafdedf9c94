import type { CalendarStrings, DateFormatting } from '@fluentui/react-calendar-compat'
import type { DateFieldTexts } from '../../i18n/dates/date-field.en.ts'
import type { Language } from '../../i18n/language.ts'

/** The words of Fluent's calendar in a language; its days and months as the browser names them there. */
export function calendarStrings(language: Language, t: DateFieldTexts): CalendarStrings {
  const names = (count: number, options: Intl.DateTimeFormatOptions, dateOf: (index: number) => Date) =>
    Array.from({ length: count }, (_, index) => new Intl.DateTimeFormat(language, options).format(dateOf(index)))
  const month = (index: number) => new Date(2026, index, 1)
  // 4 January 2026 is a Sunday, the first name that the calendar wants.
  const day = (index: number) => new Date(2026, 0, 4 + index)
  return {
    months: names(12, { month: 'long' }, month),
    shortMonths: names(12, { month: 'short' }, month),
    days: names(7, { weekday: 'long' }, day),
    shortDays: names(7, { weekday: 'narrow' }, day),
    goToToday: t.today,
    prevMonthAriaLabel: t.previousMonth,
    nextMonthAriaLabel: t.nextMonth,
    prevYearAriaLabel: t.previousYear,
    nextYearAriaLabel: t.nextYear,
    prevYearRangeAriaLabel: t.previousYears,
    nextYearRangeAriaLabel: t.nextYears,
    monthPickerHeaderAriaLabel: t.yearHeader,
    yearPickerHeaderAriaLabel: t.yearsHeader,
    selectedDateFormatString: t.selected,
    todayDateFormatString: t.isToday,
    weekNumberFormatString: t.week,
  }
}

/** How Fluent's calendar writes dates in a language. */
export function calendarFormatting(language: Language): DateFormatting {
  const written = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, options)
    return (date: Date) => format.format(date)
  }
  return {
    formatDay: written({ day: 'numeric' }),
    formatMonth: written({ month: 'long' }),
    formatYear: written({ year: 'numeric' }),
    formatMonthDayYear: written({ day: 'numeric', month: 'long', year: 'numeric' }),
    formatMonthYear: written({ month: 'long', year: 'numeric' }),
  }
}
