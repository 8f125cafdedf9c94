import { catalogue } from '../../../i18n/catalogue.ts'

/** The texts of adding regions in batches, to a version that is there or to one that is created. */
export const rolloutEn = {
  heading: 'Rollout to new regions',
  intro:
    'Batches help you catch a problem before it reaches every region. Each batch starts after the previous one finishes replicating.',
  atOnce: 'All at once',
  inBatches: 'In batches',
  homeFirst: 'Source region first, then the others in batches',
  home: (region: string) => `${region}: the version is created here`,
  batchSize: 'Regions per batch',
  note: 'Azure runs the batches as a deployment in the gallery’s resource group. You can close this page.',
  request: 'Request to Azure (first step)',
}

/** As `rolloutEn`, in Italian. */
const rolloutIt: typeof rolloutEn = {
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

/** The texts of adding regions in batches, in the language shown. */
export const useRolloutTexts = catalogue({ en: rolloutEn, it: rolloutIt })
