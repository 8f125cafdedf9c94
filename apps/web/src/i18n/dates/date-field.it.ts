import type { DateFieldTexts } from './date-field.en.ts'

/** Italian texts of a field for a date, and of its calendar. */
export const dateFieldIt: DateFieldTexts = {
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
