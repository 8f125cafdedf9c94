type Kind = 'Promotion' | 'RollBack'

/** What a definition's latest gives: the table of a definition's page, and the dialog that changes it. */
export const latestEn = {
  heading: 'Latest version by region',
  description: 'The version that new virtual machines and scale sets get if they don’t specify one.',
  region: 'Region',
  latest: 'Latest',
  latestIn: (version: string, region: string) => `${version}, latest in ${region}`,
  none: 'None',
  since: 'Since',
  orEarlier: (date: string) => `${date} or earlier`,
  action: 'Action',
  rollBack: 'Roll back…',
  rollBackIn: (region: string) => `Roll back in ${region}…`,
  promote: 'Promote…',
  testMachine: 'Create test machine',
  titles: { Promotion: 'Promote version', RollBack: 'Roll back to an earlier version' } satisfies Record<
    Kind,
    string
  > as Record<Kind, string>,
  intros: {
    Promotion: 'New virtual machines that don’t specify a version get this one in the regions that you choose.',
    RollBack:
      'New virtual machines that don’t specify a version get the earlier one. Existing machines and disks don’t change.',
  } satisfies Record<Kind, string> as Record<Kind, string>,
  version: (name: string) => `Version: ${name}`,
  backTo: 'Roll back to',
  noEarlier: 'No earlier version is replicated to this region.',
  regions: 'Regions',
  becomes: (before: string, after: string) => `Latest: ${before} → ${after}`,
  stays: (version: string) => `Latest: ${version}`,
  excludePredecessor: (versions: string) => `Also exclude from latest: ${versions}`,
  excludeHint: (old: string, version: string) =>
    `Otherwise, ${old} becomes the latest again if you delete or exclude ${version}.`,
  followersTitle: 'Scale sets that use the latest version in these regions',
  followersLoading: 'Looking for scale sets that use the latest version…',
  followersUnread: 'Couldn’t read which scale sets use the latest version. They get the new one.',
  noFollowers: 'No scale sets that you can view use the latest version in these regions.',
  upgraded: (names: string) => `With automatic OS image upgrade: ${names}.`,
  upgradedBack: 'Azure doesn’t document whether it also upgrades instances to a lower version.',
  newInstances: (names: string) => `For new instances only: ${names}.`,
  moreFollowers: 'There are more scale sets than this list shows.',
  oneStep: 'This request is sent to Azure. Encryption doesn’t change.',
  steps: 'Azure runs these requests one after another. Encryption doesn’t change.',
  code: 'Show all as code',
  confirm: { Promotion: 'Promote', RollBack: 'Roll back' } satisfies Record<Kind, string> as Record<Kind, string>,
}

export type LatestTexts = typeof latestEn
