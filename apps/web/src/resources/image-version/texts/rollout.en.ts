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

export type RolloutTexts = typeof rolloutEn
