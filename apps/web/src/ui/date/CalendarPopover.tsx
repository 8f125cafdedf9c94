import {
  Calendar,
  DayOfWeek,
  type ICalendar,
  type CalendarStrings,
  type DateFormatting,
} from '@fluentui/react-calendar-compat'
import { makeStyles, Popover, PopoverSurface } from '@fluentui/react-components'
import { useEffect, useMemo, useRef } from 'react'
import { type DateFieldTexts, useDateFieldTexts } from '../../i18n/date-field-texts.ts'
import { useLanguage, type Language } from '../../i18n/language.ts'

const useStyles = makeStyles({
  // The calendar has a padding of its own.
  surface: { padding: 0 },
})

interface CalendarPopoverProps {
  /** `2027-01-31`, or undefined while no day is chosen */
  value: string | undefined
  /** `2027-01-31`: today, after which a day can be chosen */
  today: string
  /** the button that opened the calendar, which is placed below it and returns the focus to it */
  trigger: HTMLElement
  onChoose: (date: string) => void
  onClose: () => void
}

/** A month to choose a day of, in the portal's language. */
export function CalendarPopover({ value, today, trigger, onChoose, onClose }: CalendarPopoverProps) {
  const styles = useStyles()
  const language = useLanguage()
  const t = useDateFieldTexts()
  const strings = useMemo(() => calendarStrings(language, t), [language, t])
  const formatting = useMemo(() => calendarFormatting(language), [language])
  const calendar = useRef<ICalendar>(null)
  useEffect(() => calendar.current?.focus(), [])
  const now = localDay(today)
  const first = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
  const leave = () => {
    onClose()
    trigger.focus()
  }
  return (
    <Popover
      open
      trapFocus
      positioning={{ target: trigger, position: 'below', align: 'end', overflowBoundaryPadding: 8 }}
      onOpenChange={({ type, target }) => {
        if (target instanceof Node && trigger.contains(target)) return
        if (type === 'keydown') leave()
        else onClose()
      }}
    >
      <PopoverSurface className={styles.surface} aria-label={t.choose}>
        <Calendar
          componentRef={calendar}
          value={value === undefined ? first : localDay(value)}
          // The calendar takes the day that it opens at for the selected one.
          {...(value === undefined && { calendarDayProps: { selectedDate: new Date(0), gridLabel: t.choose } })}
          strings={value === undefined ? { ...strings, selectedDateFormatString: '' } : strings}
          dateTimeFormatter={formatting}
          firstDayOfWeek={language === 'en' ? DayOfWeek.Sunday : DayOfWeek.Monday}
          today={now}
          minDate={first}
          isMonthPickerVisible={false}
          showMonthPickerAsOverlay
          showSixWeeksByDefault
          showGoToToday={false}
          onSelectDate={(date) => {
            onChoose(isoDay(date))
            leave()
          }}
          onDismiss={leave}
        />
      </PopoverSurface>
    </Popover>
  )
}

// The calendar counts in the browser's time zone; a day of a version is a day without one.
function localDay(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day)
}

function isoDay(date: Date): string {
  const padded = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${padded(date.getMonth() + 1)}-${padded(date.getDate())}`
}

/** The words of Fluent's calendar in a language; its days and months as the browser names them there. */
function calendarStrings(language: Language, t: DateFieldTexts): CalendarStrings {
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
function calendarFormatting(language: Language): DateFormatting {
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
