import type { PostureTexts } from './posture.en.ts'

/** The Italian texts of posture. */
export const postureIt: PostureTexts = {
  versions: 'Versioni dell’immagine per crittografia',
  encryption: 'Crittografia',
  count: 'Versioni dell’immagine',
}
