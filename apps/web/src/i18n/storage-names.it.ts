import type { storageNamesEn } from './storage-names.en.ts'

/** The names of storage, in Italian. */
export const storageNamesIt: typeof storageNamesEn = {
  Standard_LRS: 'HDD Standard con ridondanza locale',
  Premium_LRS: 'SSD Premium con ridondanza locale',
  Standard_ZRS: 'Standard con ridondanza della zona',
  PreferStandard_ZRS: 'Con ridondanza della zona dove disponibile',
}
