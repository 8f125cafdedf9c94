import type { RolloutTexts } from './rollout.en.ts'

/** As `rolloutEn`, in Italian. */
export const rolloutIt: RolloutTexts = {
  heading: 'Distribuzione delle nuove aree',
  intro:
    'In gruppi, un errore si vede prima che sia ovunque: ogni gruppo inizia quando il precedente è stato replicato.',
  atOnce: 'Tutte insieme',
  inBatches: 'In gruppi',
  homeFirst: 'Prima l’area propria della versione, poi le altre in gruppi',
  home: (region) => `${region}: qui viene creata la versione`,
  batchSize: 'Aree in un gruppo',
  note: 'È Azure stesso a eseguire i gruppi, con una distribuzione nel gruppo di risorse della raccolta, per la quale serve il relativo diritto. Proseguono anche se si chiude questa pagina, e la pagina della versione li mostra.',
  request: 'La prima richiesta esatta',
  requestNote:
    'La distribuzione inizia con questa richiesta: nella forma REST è mostrata così come viene inviata. Poi aggiunge ogni gruppo alla versione come è in quel momento, ogni area con i set di crittografia del disco scelti.',
}
