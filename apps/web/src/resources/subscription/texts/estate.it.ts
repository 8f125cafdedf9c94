import type { EstateTexts } from './estate.en.ts'

/** The Italian texts of the frame of the estate. */
export const estateIt: EstateTexts = {
  title: 'Panoramica della crittografia',
  subtitle: 'Crittografia e chiavi in tutte le sottoscrizioni',
}
