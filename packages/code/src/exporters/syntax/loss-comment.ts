import type { Loss, LossCode } from '../loss.ts'

const lost: Record<LossCode, string> = {
  DataDiskSetsLost: 'disk encryption sets for data disks',
  SourceDataDisksLost: 'source data disks',
  SourceNotSupported: 'source',
  ConfidentialEncryptionLost: 'confidential encryption type',
  ConfidentialDataDisksLost: 'confidential encryption of data disks',
  OsDiskSetLost: 'disk encryption sets for the OS disk, other than confidential ones',
  RegionExcludeFromLatestLost: 'exclude from latest for single regions',
  ReplicationModeLost: 'shallow replication',
  AllowDeletionLost: 'permission to delete replicated locations',
  BlockDeletionLost: 'block on deletion before end of life',
  DefaultStorageLost: 'default storage, for regions added later',
  RegionStorageUnknown: 'zone-redundant storage in regions whose zones are unknown',
  PipelineChecks: 'check of keys and access before the request',
  PipelineSource: 'new disks or blobs as the source of each version',
  PipelineQueue: 'more than one waiting run',
  PipelineLock: 'one run at a time',
  CleanUpSight: 'versions used in subscriptions that the identity can’t read',
  CleanUpConfirmation: 'question before a change, and record of the run',
}

/** A comment in the code itself that lists what it omits, wherever it is copied; none if nothing is lost. */
export function lossComment(losses: readonly Loss[]): string[] {
  if (losses.length === 0) return []
  const codes = [...new Set(losses.map(({ code }) => code))]
  return [`# NOT INCLUDED (not supported by this tool): ${codes.map((code) => lost[code]).join('; ')}.`]
}
