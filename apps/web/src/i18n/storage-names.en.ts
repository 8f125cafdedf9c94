import type { DefaultStorage } from '@portal/image-version'

/** The names of storage, in English: in the wizard, and in what is said of code and of imported texts. */
export const storageNamesEn: Record<DefaultStorage, string> = {
  Standard_LRS: 'Standard HDD LRS',
  Premium_LRS: 'Premium SSD LRS',
  Standard_ZRS: 'Standard ZRS (Zone-redundant)',
  PreferStandard_ZRS: 'Zone-redundant where available',
}
