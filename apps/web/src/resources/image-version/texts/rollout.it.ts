import type { RolloutTexts } from './rollout.en.ts'

/** As `rolloutEn`, in Italian. */
export const rolloutIt: RolloutTexts = {
  heading: 'Implementazione graduale nelle nuove aree',
  intro:
    'I batch consentono di rilevare un problema prima che interessi tutte le aree. Ogni batch inizia al termine della replica del precedente.',
  atOnce: 'Tutte insieme',
  inBatches: 'In batch',
  homeFirst: 'Prima l’area di origine, poi le altre in batch',
  home: (region) => `${region}: la versione viene creata qui`,
  batchSize: 'Aree per batch',
  note: 'Azure esegue i batch tramite una distribuzione nel gruppo di risorse della raccolta. È possibile chiudere questa pagina.',
  request: 'Prima richiesta ad Azure',
}
