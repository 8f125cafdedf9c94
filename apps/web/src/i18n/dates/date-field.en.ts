/** English texts of a field for a date, and of its calendar. `{0}` is where the calendar writes a date. */
export const dateFieldEn = {
  /** how a date can be typed; dates are shown with the name of the month */
  placeholder: 'MM/DD/YYYY',
  choose: 'Choose date',
  clear: 'Clear date',
  today: 'Go to today',
  previousMonth: 'Previous month:',
  nextMonth: 'Next month:',
  previousYear: 'Previous year:',
  nextYear: 'Next year:',
  previousYears: 'Previous years:',
  nextYears: 'Next years:',
  yearHeader: '{0}, change year',
  yearsHeader: '{0}, change month',
  selected: 'Selected: {0}',
  isToday: 'Today: {0}',
  week: 'Week {0}',
}

export type DateFieldTexts = typeof dateFieldEn
