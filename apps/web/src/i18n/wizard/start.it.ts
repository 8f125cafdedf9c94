import type { StartTexts } from './start.en.ts'

/** Texts of what a new version begins from, in Italian. */
export const startIt: StartTexts = {
  open: 'Inizia da…',
  latest: (version) => `${version}, la versione più recente`,
  code: 'Codice o file…',
  nothing: 'Modulo vuoto',
  like: (version) => `Come la versione ${version}`,
  change: 'Cambia',
}
