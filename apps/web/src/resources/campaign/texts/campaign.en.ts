import type { CampaignObstacle, CampaignSource, ProofState } from '@portal/campaign'

/** What has become of an item of a campaign. */
export type ItemState =
  | ProofState
  | 'NotStarted'
  | 'Starting'
  | 'Creating'
  | 'NotCreated'
  | 'Replaced'
  | 'Revoked'
  | 'Deleted'

const obstacles: Record<CampaignObstacle, string> = {
  AlreadyEncrypted: 'Already encrypted with customer-managed keys',
  HasSuccessor: 'A run has already created its new version',
  Confidential: 'Confidential image: it needs confidential sets and exists in its source region only',
  NotSucceeded: 'Azure hasn’t finished creating this version',
  SharedGallery: 'Its gallery is shared: Azure doesn’t allow encrypted versions there',
  Locked: 'A read-only lock prevents new versions of its definition',
  Shallow: 'Shallow replication: Azure doesn’t encrypt it with customer-managed keys',
  DefinitionHidden: 'No permission to view its image definition',
  SourceGone: 'Its source doesn’t exist anymore',
  SourceNotEncryptable: 'Azure doesn’t encrypt versions from this kind of source',
  SourceMayHaveChanged: 'Its source might have changed since',
  PartlyEncrypted: 'Some of its disks have customer-managed keys',
  NoCopyAtHome: 'It has no replica in its source region',
}

const sources: Record<CampaignSource, string> = {
  OriginalSource: 'Its original source',
  DisksOfVersion: 'New disks from the version',
}

const states: Record<ItemState, string> = {
  NotStarted: 'Not started',
  Starting: 'Starting',
  Creating: 'Creating',
  NotCreated: 'Not created',
  Replicating: 'Replicating',
  Proven: 'Encrypted as requested',
  Different: 'Not as requested',
  Failed: 'Replication failed',
  Replaced: 'Old version excluded from latest',
  Revoked: 'Old version revoked',
  Deleted: 'Old version deleted',
}

/** The English texts of encrypting versions that exist. */
export const campaignEn = {
  title: 'Encrypt versions',
  subtitle: 'Create versions again with your own keys',
  action: 'Encrypt versions',
  obstacles,
  sources,
  states,
  choose: {
    title: 'Versions',
    description: 'Versions with platform-managed keys on at least one disk. Each is created again with a new number.',
    all: 'Select all',
    chosen: (chosen: string, all: string) => `Selected: ${chosen} of ${all}`,
    most: (most: string) => `Only the first ${most} versions are listed.`,
    none: 'No versions with platform-managed keys found',
    noneAdvice: 'Every version that you have permission to view is encrypted with customer-managed keys.',
    byGroup: 'A run covers the versions of one resource group.',
    continue: 'Continue',
    back: 'Change selection',
    version: 'Version',
    encryption: 'Encryption',
    regions: 'Regions',
  },
  campaigns: {
    title: 'Encryption runs',
    leftOut: (count: string) => `Skipped because of an invalid EncryptionCampaign tag: ${count}`,
    versions: (count: string) => `Versions: ${count}`,
  },
  plan: {
    title: 'How each version is created',
    description:
      'An image version can’t be the source of an encrypted one. If its original source is gone, the portal creates disks from the version, and deletes them when the new version replaces the old one.',
    version: 'Version',
    newNumber: 'New number',
    source: 'Created from',
    sourceOf: (name: string) => `Source of ${name}`,
    impossible: 'Can’t be encrypted',
    noNumber: 'No free version number',
    successor: 'New version:',
    failedSuccessor: 'An earlier run left an incomplete version. You can repair it instead:',
    locked: (locks: string) => `The old version will stay: ${locks}`,
    gone: 'Not found, or no permission to view it',
    type: 'Encryption type',
    matrix: 'Sets for all versions',
  },
  preview: {
    title: 'New versions',
    description:
      'Azure creates them in deployments of up to five versions. They’re excluded from latest until you replace the old versions.',
    version: 'New version',
    regions: 'Regions',
    sets: 'Sets',
    replicas: 'Replicas',
    size: 'Size',
    problems: 'Problems',
    total: (versions: string, replicas: string, size: string) =>
      `Versions: ${versions} · Replicas: ${replicas} · ${size}`,
    unknownSize: 'unknown size',
    code: 'Show code of the first deployment',
  },
  create: (count: number) => (count === 1 ? 'Create 1 version' : `Create ${count} versions`),
  starting: 'Starting…',
  fix: (count: number) => (count === 1 ? 'Fix 1 problem to continue' : `Fix ${count} problems to continue`),
  nothing: 'None of these versions can be encrypted',
  summary: (count: number) => (count === 1 ? '1 version' : `${count} versions`),
  campaign: {
    title: 'Encryption run',
    titleOf: (date: string) => `Encryption run of ${date}`,
    what: 'What this run does',
    whoCanChange:
      'Anyone with permission to deploy to the resource group can start a run. Check this before you continue one.',
    started: (time: string) => `Started ${time}`,
    ofVersions: 'Versions',
    description: 'Everything here is read from Azure. Anyone with access to the resource group can open this page.',
    deployments: (started: string, all: string) => `Deployments started: ${started} of ${all}`,
    continue: 'Start remaining deployments',
    starting: 'Starting deployments…',
    leave: 'If you close this page, the remaining deployments wait until someone starts them here.',
    old: 'Old version',
    new: 'New version',
    state: 'State',
    action: 'Action',
    again: 'Try again',
    againFor: (name: string) => `Try again: ${name}`,
    repair: 'Repair region',
    repairFor: (name: string) => `Repair region: ${name}`,
    inRegions: (regions: string) => `Regions: ${regions}`,
    locked: (locks: string) => `Old version protected: ${locks}`,
    otherSource: 'Created from another source than this run uses',
    progress: (percent: string) => `${percent} replicated`,
    page: (from: string, to: string, all: string) => `${from}–${to} of ${all}`,
    previous: 'Previous',
    next: 'Next',
    rejected: (name: string) => `${name} wasn’t created`,
  },
  statement: {
    group: 'Resource group',
    startedBy: 'Started by',
    write: (who: string, time: string) => `${who} · ${time}`,
    you: (who: string) => `${who} (you)`,
    application: (id: string) => `Application ${id}`,
    changedBy: (write: string) => `Changed by ${write}`,
    unread: 'No permission to read Azure’s activity log',
    unrecorded: 'No record in Azure’s activity log. A record takes a few minutes to appear and is kept for 90 days.',
    versions: 'Versions',
    type: 'Encryption type',
    sets: 'Disk encryption sets',
    key: (vault: string, key: string) => `Key vault: ${vault} · Key: ${key}`,
    use: (region: string, disks: string) => `${region}: ${disks}`,
    otherGroup: (name: string) => `Another resource group: ${name}`,
    noSet: 'Not found, or no permission to view it',
    ask: 'Continue this run?',
    intro: 'You didn’t start this run in this tab. Continue only if you recognize the people, sets, and keys.',
    confirm: 'Continue',
    cancel: 'Cancel',
  },
  replace: {
    title: 'Replace old versions',
    description:
      'An old version is changed only after its new version has the requested encryption in every region. The portal checks this again before each request.',
    action: 'What to do with each old version',
    actions: { exclude: 'Exclude from latest', revoke: 'Revoke', delete: 'Delete' },
    versions: 'Old versions',
    typeCount: (count: number) =>
      count === 1 ? 'Type 1 to delete this version' : `Type ${count} to delete these ${count} versions`,
    countMismatch: (count: number) => `Type the number ${count}.`,
    secondPerson:
      'You started or changed this run. This portal requires someone else to delete the versions that it replaced.',
    noRecord:
      'This portal requires someone other than the person who started the run, and Azure’s activity log has no record of who that is.',
    reason: 'Replaced by a version with customer-managed keys',
    button: (count: number) =>
      count === 0 ? 'Replace versions' : count === 1 ? 'Replace 1 version' : `Replace ${count} versions`,
    none: 'No version is ready to be replaced',
    locked: (count: string) => `Locked: ${count}`,
    dialog: {
      exclude: (count: number) => (count === 1 ? 'Replace 1 version?' : `Replace ${count} versions?`),
      revoke: (count: number) =>
        count === 1 ? 'Replace and revoke 1 version?' : `Replace and revoke ${count} versions?`,
      delete: (count: number) =>
        count === 1 ? 'Replace and delete 1 version?' : `Replace and delete ${count} versions?`,
    },
    body: {
      exclude:
        'Each new version is included in latest if the old one was, and then the old version is excluded. Scale sets that upgrade automatically get the new version.',
      revoke:
        'Each new version is included in latest if the old one was, and then the old version is revoked in favor of the new one. Virtual machines keep running.',
      delete:
        'Each new version is included in latest if the old one was, and then the old version is deleted. Virtual machines keep running.',
    },
    waiting: (count: number) => `Waiting for Azure: ${count}`,
    confirm: { exclude: 'Replace', revoke: 'Replace and revoke', delete: 'Replace and delete' },
  },
}

export type CampaignTexts = typeof campaignEn
