/** The texts of the page that changes a version. */
export const updateEn = {
  title: (version: string) => `Update ${version}`,
  kind: 'Regions and publishing options',
  discard: 'Discard the changes',
  open: 'Open the version',
  forbidden: {
    title: 'You may not update this version',
    text: 'You can look at everything here and prepare a change; Azure would refuse to take it from your account.',
    request: (action: string, scope: string) =>
      `Please let me update an image version in Azure: ${action}\n  at ${scope}\n  for example by the role Compute Gallery Artifacts Publisher`,
    intro: 'Whoever owns the scope can give you the right:',
    copy: 'Copy the request',
  },
  regions: {
    heading: 'Regions of the version',
    intro:
      'The storage type and the encryption of a region cannot be changed once it is there: Azure sets both when the region is added. They go back to Azure exactly as they are.',
    region: 'Region',
    home: 'source region, always stays',
    removed: 'will be removed',
    replicas: 'Replicas',
    replicasIn: (region: string) => `Replicas in ${region}`,
    storage: 'Storage type',
    locked: 'locked',
    encryption: 'Encryption',
    customerKeys: (disks: number) => (disks === 1 ? 'Your key on 1 disk' : `Your keys on ${disks} disks`),
    platformKey: 'Platform-managed key',
    confidential: 'Confidential',
    exclude: 'Exclude from latest',
    excludeIn: (region: string) => `Exclude ${region} from latest`,
    remove: 'Remove',
    removeRegion: (region: string) => `Remove ${region}`,
    keep: 'Keep',
    keepRegion: (region: string) => `Keep ${region}`,
    action: 'Action',
  },
  added: {
    heading: 'New regions',
    intro: 'Azure copies the version there. What you choose for a new region cannot be changed once it is there.',
    add: 'Add a region',
    none: 'No region is added.',
    drop: (region: string) => `Do not add ${region}`,
  },
  encryption: {
    heading: 'Encryption of the new regions',
    platformKey:
      'Azure encrypts this version with platform-managed keys in every region, and does so in the new ones. Sets can be chosen only when a version is created.',
    reference: 'What the regions that are there have',
  },
  publishing: {
    heading: 'Publishing options',
    intro: 'They hold for the whole version.',
    replicaCount: 'Default replica count',
    replicaCountHint: 'Of the regions that have no count of their own.',
    removeDate: 'No date',
  },
  planner: {
    heading: 'Replica planner',
    intro:
      'One replica serves about 50 virtual machines that start at once, and each scale set wants one of its own. Say how many will start at once where, and use the counts that come out.',
    open: 'Plan the replica counts',
    machines: 'Machines at once',
    machinesIn: (region: string) => `Machines at once in ${region}`,
    scaleSets: 'Scale sets at once',
    scaleSetsIn: (region: string) => `Scale sets at once in ${region}`,
    replicas: 'Replicas',
    atMost: (most: string, wanted: string) => `${most}, the most Azure keeps in a region; ${wanted} are wanted`,
    total: (replicas: number, size: string) =>
      `${replicas === 1 ? '1 replica' : `${replicas} replicas`} in all${size === '' ? '' : `, ${size} of disks to store`}`,
    use: 'Use these counts',
  },
  review: {
    heading: 'Review',
    nothing: 'Nothing is changed yet.',
    what: 'What',
    before: 'Now',
    after: 'Then',
    addRegion: (region: string) => `Add ${region}`,
    removeRegion: (region: string) => `Remove ${region}`,
    replicasIn: (region: string) => `Replicas in ${region}`,
    excludeIn: (region: string) => `Exclude ${region} from latest`,
    notThere: 'not there',
    none: 'none',
    regionFacts: (replicas: number, storage: string, encryption: string) =>
      `${replicas === 1 ? '1 replica' : `${replicas} replicas`}, ${storage}, ${encryption}`,
    setsOf: (sets: string) => `encrypted with ${sets}`,
    noSetYet: 'no disk encryption set yet',
    platformKey: 'platform-managed key',
    unchanged: (blocks: number) =>
      blocks === 1
        ? 'The encryption that Azure stores for 1 region goes back unchanged.'
        : `The encryption that Azure stores for ${blocks} regions goes back unchanged, each of them.`,
    nothingEncrypted: 'Azure stores no encryption with keys of yours for the regions that stay.',
    problems: (count: number) => (count === 1 ? '1 problem to mend first' : `${count} problems to mend first`),
    warnings: (count: number) => (count === 1 ? '1 thing to know' : `${count} things to know`),
    request: 'The exact request',
    requestIntro: 'What goes to Azure Resource Manager when you send it, and nothing else.',
    requestOfBatches:
      'The regions are added by a deployment. Azure makes this request for each batch with the regions of the batch, upon the version as it is by then; after the last one it amounts to this.',
  },
  footer: {
    send: 'Send the update',
    start: 'Start the rollout',
    sending: 'Sending…',
    changes: (count: number) => (count === 0 ? 'No changes' : count === 1 ? '1 change' : `${count} changes`),
    problems: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
  },
  changed: {
    title: 'Somebody else has changed this version in the meantime',
    text: 'Nothing was sent. This is what they have changed since you began:',
    field: 'Field',
    before: 'When you began',
    after: 'Now in Azure',
    nothing: 'nothing',
    fallsAway: (regions: string) =>
      `What you chose for ${regions} falls away, since the region has been added or removed by then.`,
    rebase: 'Take over their state and keep my changes',
    startOver: 'Start over with their state',
  },
  submission: {
    checkingTitle: 'Checking what Azure has',
    checking: 'The answer of Azure was lost on the way. The portal reads what Azure has before anything is sent again.',
    stopChecking: 'Stop and keep the changes',
    notSentTitle: 'Nothing was changed',
    notSent: 'The version is as it was. Your changes are as you left them.',
    sendAgain: 'Send again',
    rejectedTitle: 'Azure’s facts have changed',
    rejected:
      'The change was checked again on fresh facts and nothing was sent. The problems are shown at their fields.',
  },
}

export type UpdateTexts = typeof updateEn
