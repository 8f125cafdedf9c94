import type { KeyImpactTexts } from './key-impact.en.ts'

/** The Italian texts of key impact. */
export const keyImpactIt: KeyImpactTexts = {
  choose: 'Scegliere un set di crittografia del disco',
  advice: 'La pagina del set mostra le versioni dell’immagine che crittografa.',
  toSets: 'Vai ai set di crittografia del disco',
}
