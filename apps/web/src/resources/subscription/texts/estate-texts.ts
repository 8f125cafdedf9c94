import { catalogue } from '../../../i18n/catalogue.ts'

/** The English texts of the frame of the estate. */
const estateEn = {
  title: 'Encryption overview',
  subtitle: 'Encryption and keys in all your subscriptions',
}

/** The Italian texts of the frame of the estate. */
const estateIt: typeof estateEn = {
  title: 'Panoramica della crittografia',
  subtitle: 'Crittografia e chiavi in tutte le sottoscrizioni',
}

/** The texts of the frame of the estate, in the language shown. */
export const useEstateTexts = catalogue({ en: estateEn, it: estateIt })
