import type { EstateTexts } from './estate.en.ts'

/** The Italian texts of the frame of the estate. */
export const estateIt: EstateTexts = {
  title: 'Risorse crittografate',
  subtitle: 'Crittografia e chiavi in tutte le sottoscrizioni',
  views: 'Visualizzazioni',
  posture: 'Postura',
}
