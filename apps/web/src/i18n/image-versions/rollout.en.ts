/** The texts of adding regions in batches, to a version that is there or to one that is created. */
export const rolloutEn = {
  heading: 'Rollout of the new regions',
  intro: 'In batches, a fault shows before it is everywhere: each batch begins when the one before has replicated.',
  atOnce: 'All at once',
  inBatches: 'In batches',
  homeFirst: 'The version’s own region first, then the others in batches',
  home: (region: string) => `${region}: the version is created here`,
  batchSize: 'Regions in a batch',
  note: 'Azure itself runs the batches, by a deployment in the resource group of the gallery, which takes the right to deploy there. They go on when you close this page, and the version’s page shows them.',
  request: 'The exact first request',
  requestNote:
    'The deployment begins with this request: in the form REST it is shown as it is sent. Then the deployment adds each batch to the version as it is by then, every region with the disk encryption sets that you chose.',
}

export type RolloutTexts = typeof rolloutEn
