import type { UseKind, UsesShown } from '@portal/portal-api'

/** The texts about what was created from a version: on its page, and before it is deleted or excluded. */
export const usesEn = {
  heading: 'Usage',
  ancestry: {
    from: 'Created from',
    ends: {
      Origin: '(origin)',
      NotFound: '(not found, or you don’t have permission to view it)',
      VersionUnknown: '(Azure doesn’t store which version)',
      TooMany: '← …',
    },
  },
  intro: 'Virtual machines, scale sets, and disks created from this version that you can view.',
  byRegion: 'Usage by region',
  region: 'Region',
  latest: 'Latest version',
  machines: 'Virtual machines',
  scaleSets: 'Scale sets',
  disks: 'Disks',
  instancesOf: (count: number, formatted: string) => (count === 1 ? '1 instance' : `${formatted} instances`),
  outdated: 'Not on latest version',
  none: 'Nothing that you can view was created from this version.',
  findings: {
    platformKey: (count: string) => `Disks with a platform-managed key instead of the version’s set: ${count}`,
    otherSet: (count: string) => `Disks with a different set than the version’s: ${count}`,
    outdated: (count: string) => `Virtual machines and scale sets of this definition on an older version: ${count}`,
  },
  view: 'View list',
  list: 'Machines, scale sets, and disks',
  shown: 'Usage to show',
  showns: {
    ofVersion: 'From this version',
    outdated: 'Not on latest version',
    otherKey: 'Disks with another key',
  } satisfies Record<UsesShown, string> as Record<UsesShown, string>,
  type: 'Type',
  anyType: 'All types',
  kinds: {
    virtualMachine: 'Virtual machine',
    scaleSet: 'Scale set',
    disk: 'Disk',
  } satisfies Record<UseKind, string> as Record<UseKind, string>,
  allRegions: 'All regions',
  version: 'Version',
  latestIs: (version: string) => `Latest: ${version}`,
  followsLatest: 'Uses the latest version',
  instances: (ofVersion: string, total: string) => `Instances from this version: ${ofVersion} of ${total}`,
  key: 'Encryption',
  verdicts: { 'other-set': 'Not the version’s set', 'platform-key': 'Version’s set not used' },
  attached: (disk: string, machine: string) => `${disk}, attached to ${machine}`,
  noneShown: 'Nothing to display',
  noneShownAdvice: 'Only resources that you have permission to view appear here.',
  asked: {
    checking: 'Checking what was created from this version…',
    unreadable: 'Azure didn’t return what was created from this version. Check the usage before you continue.',
    retry: 'Try again',
    none: 'No virtual machines, scale sets, or disks that you can view were created from this version.',
    title: 'Created from this version',
    counts: (machines: string, scaleSets: string, disks: string) =>
      `Virtual machines: ${machines}. Scale sets: ${scaleSets}. Disks: ${disks}.`,
    instances: (count: string) => `Scale set instances: ${count}.`,
    examples: (names: string) => `Examples: ${names}.`,
    partial: 'Only resources that you can view are counted.',
    view: 'View usage',
    upgradedTitle: 'Scale sets with automatic OS image upgrade to the latest version',
    upgraded: (names: string) => `${names}. Azure doesn’t upgrade them to a version that’s excluded from latest.`,
  },
}

export type UsesTexts = typeof usesEn
