import { catalogue } from './catalogue.ts'

/** English texts of a field for a date, and of its calendar. `{0}` is where the calendar writes a date. */
const dateFieldEn = {
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

/** Italian texts of a field for a date, and of its calendar. */
const dateFieldIt: DateFieldTexts = {
  placeholder: 'GG/MM/AAAA',
  choose: 'Scegli data',
  clear: 'Cancella data',
  today: 'Vai a oggi',
  previousMonth: 'Mese precedente:',
  nextMonth: 'Mese successivo:',
  previousYear: 'Anno precedente:',
  nextYear: 'Anno successivo:',
  previousYears: 'Anni precedenti:',
  nextYears: 'Anni successivi:',
  yearHeader: '{0}, cambia anno',
  yearsHeader: '{0}, cambia mese',
  selected: 'Selezionata: {0}',
  isToday: 'Oggi: {0}',
  week: 'Settimana {0}',
}

/** The texts of a field for a date, in the language shown. */
export const useDateFieldTexts = catalogue({ en: dateFieldEn, it: dateFieldIt })
