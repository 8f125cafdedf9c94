import type { DeletedVersionStage, SoftDeleteIssueCode } from '@portal/gallery'

/**
 * The texts of soft delete: the policy of a gallery, the recycle bin of a definition, and what a set has to do with
 * both.
 */
export const recycleBinEn = {
  policy: {
    label: 'Soft delete',
    off: 'Off',
    on: 'On',
    onFor: (retention: string, grace: string) => `On · Retention: ${retention} · Grace: ${grace}`,
    days: (count: number, formatted: string) => (count === 1 ? '1 day' : `${formatted} days`),
    change: 'Change soft delete',
    title: 'Soft delete',
    intro:
      'Deleted image versions stay in a recycle bin until Azure deletes them permanently. Azure keeps one replica of each per region, and bills for it.',
    learnMore: 'Soft delete in Azure Compute Gallery',
    enable: 'Enable soft delete for image versions',
    retention: 'Retention period (days)',
    retentionHint: 'You can restore a deleted version, and new VMs can still use it by its number.',
    grace: 'Grace period (days)',
    graceHint: 'Starts after the retention period. You can restore the version, but new VMs can’t use it.',
    needs:
      'To turn it on, you need the Owner or Compute Gallery Sharing Admin role for the gallery or its subscription.',
    mayNotTurnOn:
      'You don’t have permission to turn on soft delete. Ask for the Owner or Compute Gallery Sharing Admin role.',
    mayNotChange:
      'You don’t have permission to change this gallery. Ask for a role that includes Microsoft.Compute/galleries/write.',
    scaleSets: (names: string) =>
      `Soft delete isn’t compatible with these flexible scale sets, which use images of this gallery: ${names}.`,
    scaleSetsElsewhere:
      'Virtual machine scale sets with flexible orchestration aren’t compatible with soft delete. Check those that use this gallery.',
    turningOff: 'While soft delete is off, you can’t restore deleted versions.',
    save: 'Save',
    inOtherRegions: (names: string) =>
      `Soft delete can’t be turned on while these are in a different region than the gallery: ${names}.`,
    issues: {
      NationalCloud: 'Soft delete isn’t available in national clouds.',
      RetentionPeriodInvalid: 'Enter a whole number of days, 1 or more.',
      GracePeriodInvalid: 'Enter a whole number of days, 0 or more.',
    } satisfies Record<Exclude<SoftDeleteIssueCode, 'InOtherRegions'>, string>,
  },
  bin: {
    title: 'Recycle bin',
    description:
      'Deleted image versions that you can restore. Azure keeps one replica of each per region, and bills for it.',
    empty: 'No deleted versions',
    version: 'Version',
    stage: 'State',
    deleted: 'Deleted',
    usableUntil: 'Usable for new VMs until',
    restorableUntil: 'Restorable until',
    actions: 'Actions',
    stages: {
      Retention: 'Retention period: usable by number',
      Grace: 'Grace period: restore only',
    } satisfies Record<DeletedVersionStage, string>,
    unknown: 'Not reported',
    restore: 'Restore',
    restoreNamed: (name: string) => `Restore version ${name}`,
    purge: 'Delete permanently',
    purgeNamed: (name: string) => `Delete permanently: version ${name}`,
    purging: 'Deleting permanently',
    restoringNow: 'Restoring',
    keys: 'Restoring might fail if a disk encryption set or a key of the version no longer exists.',
    restoring: (name: string) => `Azure is restoring version ${name}.`,
    open: 'Open version',
    purgeTitle: (name: string) => `Delete version ${name} permanently`,
    purgeText: 'The version is deleted from every region. You can’t undo this.',
    mayNotRestore:
      'You don’t have permission to restore versions. Ask for a role that includes Microsoft.Compute/galleries/images/versions/write.',
    openBin: 'Open recycle bin',
  },
  nearSet: {
    title: 'Deleted versions might need this set',
    keyTitle: 'Deleted versions might need the current key',
    text: (count: number, formatted: string) =>
      count === 1
        ? 'The recycle bins of this subscription hold 1 deleted version. Azure doesn’t say which keys it uses.'
        : `The recycle bins of this subscription hold ${formatted} deleted versions. Azure doesn’t say which keys they use.`,
    withoutSet: 'Without the set, restoring a version that uses it might fail.',
    withoutKey: 'Keep the current key enabled until each is restored or deleted permanently.',
    more: (formatted: string) => `+${formatted}`,
    incomplete: 'Some recycle bins couldn’t be read, so there might be more deleted versions that need this set.',
  },
}

export type RecycleBinTexts = typeof recycleBinEn
