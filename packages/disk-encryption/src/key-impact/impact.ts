// A forecast has five lists of lines. Each line rests on a page of Azure's documentation; what no page says is a line
// of `unknown`, never a guess.

export const impactLists = ['stops', 'failsAtStart', 'cannotCreate', 'goesOn', 'unknown'] as const
export type ImpactList = (typeof impactLists)[number]

export type ImpactKind = 'set' | 'version' | 'deletedVersion' | 'disk' | 'snapshot' | 'machine' | 'scaleSet'

/** One thing that happens to a resource, or that nobody knows of it. */
export interface ImpactLine {
  list: ImpactList
  code: ImpactCode
  kind: ImpactKind
  id: string
  /** the regions of a version that it is about */
  regions?: string[]
  /** the instances of a uniform scale set that it is about */
  instances?: number
}

const pages = {
  keys: 'https://learn.microsoft.com/azure/virtual-machines/disk-encryption#full-control-of-your-keys',
  rotation:
    'https://learn.microsoft.com/azure/virtual-machines/disk-encryption#automatic-key-rotation-of-customer-managed-keys',
  versions: 'https://learn.microsoft.com/azure/virtual-machines/image-version-encryption',
  recycleBin: 'https://learn.microsoft.com/azure/virtual-machines/soft-delete-gallery',
  scaleSets:
    'https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-orchestration-modes',
  powerStates: 'https://learn.microsoft.com/azure/virtual-machines/states-billing',
  // Microsoft's answers about expired keys: its page has not followed yet.
  expired: 'https://github.com/MicrosoftDocs/azure-docs/issues/121652',
  expiredStart: 'https://github.com/MicrosoftDocs/azure-docs/pull/123768',
  sets: 'https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/get',
  confidential:
    'https://learn.microsoft.com/azure/confidential-computing/confidential-vm-overview#encryption-key-management',
} as const

/** The documentation behind each code. The portal has a text for each code, in each language. */
export const impactPages = {
  /** a running machine, or instances: reads and writes fail, and Azure shuts it down */
  KeyUnavailable: pages.keys,
  /** the same, because the vault admits Azure no more */
  AccessRevoked: pages.keys,
  /** a machine that is not running can't start */
  StartNeedsKey: pages.keys,
  /** the set encrypts no new disk, machine or replica */
  SetNeedsKey: pages.keys,
  /** no disk or machine can be created from the version in these regions */
  VersionNeedsKey: pages.versions,
  /** no machine can use it, and nothing be copied from it */
  DiskNeedsKey: pages.keys,
  /** no instance can be added */
  NewInstancesNeedKey: pages.scaleSets,
  /** the replicas in these regions are encrypted otherwise */
  OtherRegions: pages.versions,
  /** none of its disks depends on the key */
  OtherKey: pages.keys,
  RunsWithExpiredKey: pages.expired,
  KeyChangedWithoutRestart: pages.rotation,
  /** what the set encrypts follows to the new key */
  FollowsNewKey: pages.rotation,
  StartWithExpiredKey: pages.expiredStart,
  DiskWithExpiredKey: pages.expired,
  PowerStateUnknown: pages.powerStates,
  /** a disk whose virtual machine the user can't read */
  MachineUnread: pages.powerStates,
  DeletedVersionKeys: pages.recycleBin,
  /** Azure might still need a key that a rotation in progress leaves */
  PreviousKey: pages.sets,
  OldKeyUntilChanged: pages.sets,
  /** whether Azure can replicate a version whose home replica it can't read */
  ReplicationFromHome: pages.versions,
  /** machines with confidential disks have to be stopped first */
  ConfidentialKeyChange: pages.confidential,
} as const
export type ImpactCode = keyof typeof impactPages
