import type { Loss, LossCode } from '../loss.ts'

const lost: Record<LossCode, string> = {
  DataDiskSetsLost: 'the disk encryption sets of the data disks',
  SourceDataDisksLost: 'data disks of the source',
  SourceNotSupported: 'the source',
  ConfidentialEncryptionLost: 'the confidential encryption type',
  ConfidentialDataDisksLost: 'the confidential encryption of data disks',
  OsDiskSetLost: 'the disk encryption sets of the OS disk beside the confidential ones',
  RegionExcludeFromLatestLost: 'exclude from latest of single regions',
  ReplicationModeLost: 'shallow replication',
  AllowDeletionLost: 'the permission to delete replicated locations',
  BlockDeletionLost: 'the block on deletion before the end of life',
  DefaultStorageLost: 'the default storage, which regions added later would get',
  RegionStorageUnknown: 'zone-redundant storage of regions whose zones are not known',
}

/** A comment in the code itself that lists what it omits, wherever it is copied; none if nothing is lost. */
export function lossComment(mark: '#' | '//', losses: Loss[]): string[] {
  if (losses.length === 0) return []
  const codes = [...new Set(losses.map(({ code }) => code))]
  return [`${mark} LEFT OUT, since this tool cannot say it: ${codes.map((code) => lost[code]).join('; ')}.`]
}
