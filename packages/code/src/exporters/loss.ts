import {
  asksForDiskSets,
  hasConfidentialDataDisks,
  type ImageVersionPlan,
  type IssuePath,
  usesCustomerKeys,
} from '@portal/image-version'

// Every code of a loss, with the facts that its text needs. The portal has a text for each, in each language.
const lossParams = {
  /** the disks would silently be encrypted with platform-managed keys */
  DataDiskSetsLost: ['sets'],
  /** the version would have one of the data disks, several times, or none */
  SourceDataDisksLost: ['disks'],
  SourceNotSupported: ['sourceType'],
  ConfidentialEncryptionLost: ['type'],
  OsDiskSetLost: [],
  ConfidentialDataDisksLost: [],
  RegionExcludeFromLatestLost: ['region'],
  ReplicationModeLost: [],
  AllowDeletionLost: [],
  BlockDeletionLost: [],
  /** regions that are added later would be stored in another way */
  DefaultStorageLost: ['storage'],
  /** stored as Standard_LRS, because it is unknown whether the region has zones */
  RegionStorageUnknown: ['region'],
  // Of a pipeline: what it can't guard against.
  /** nothing checks keys and access before the request */
  PipelineChecks: [],
  /** the disks or blobs of the plan are the source of every version */
  PipelineSource: [],
  /** of the runs that wait, only the last one stays */
  PipelineQueue: [],
  /** runs can overlap without a check of the service connection */
  PipelineLock: [],
  /** machines in subscriptions that the identity can't read keep no version */
  CleanUpSight: [],
  /** no question before a deletion, and no record in Azure */
  CleanUpConfirmation: [],
} as const satisfies Record<string, readonly string[]>

export type LossCode = keyof typeof lossParams
export type LossParams<C extends LossCode> = { [P in (typeof lossParams)[C][number]]: string | number }

/** One part of the plan that a language can't express: what is lost, and its field. */
export interface Loss {
  code: LossCode
  params: Record<string, string | number>
  path: IssuePath
}

/** A loss, for the modules that have a reason for one. */
export function loss<C extends LossCode>(path: IssuePath, code: C, params: LossParams<C>): Loss {
  return { code, params, path }
}

/** Separate settings of data disks are lost if a tool supports only the OS disk. */
export function dataDiskSetLosses(plan: ImageVersionPlan): Loss[] {
  const sets = plan.targetRegions.flatMap(({ encryption }) =>
    encryption.dataDiskImages.filter(({ diskEncryptionSetId }) => diskEncryptionSetId !== ''),
  ).length
  return asksForDiskSets(plan) && sets > 0 ? [loss(['targetRegions'], 'DataDiskSetsLost', { sets })] : []
}

/** If a tool supports at most `carried` separate data disks. */
export function sourceDataDiskLosses({ source }: ImageVersionPlan, carried: 0 | 1): Loss[] {
  const disks = 'dataDisks' in source ? source.dataDisks.length : 0
  return disks > carried ? [loss(['source', 'dataDisks'], 'SourceDataDisksLost', { disks })] : []
}

/** If a tool does not support the type of source. */
export function sourceLosses({ source }: ImageVersionPlan, supported: ImageVersionPlan['source']['type'][]): Loss[] {
  return supported.includes(source.type) ? [] : [loss(['source'], 'SourceNotSupported', { sourceType: source.type })]
}

/** If a tool does not support the encryption of confidential machines, or not the types in `lost`. */
export function confidentialLosses(plan: ImageVersionPlan, known: string[] = []): Loss[] {
  const type = plan.confidentialVMEncryptionType
  if (type === null || known.includes(type)) return []
  return [loss(['confidentialVMEncryptionType'], 'ConfidentialEncryptionLost', { type })]
}

/** If a tool does not support the encryption of data disks of confidential machines. */
export function confidentialDataDiskLosses(plan: ImageVersionPlan): Loss[] {
  return hasConfidentialDataDisks(plan) ? [loss(['confidentialDataDisks'], 'ConfidentialDataDisksLost', {})] : []
}

/** If a tool has one set per region, and uses it as the confidential one. */
export function osDiskSetLosses(plan: ImageVersionPlan): Loss[] {
  const both = usesCustomerKeys(plan) && plan.confidentialVMEncryptionType !== null
  return both ? [loss(['targetRegions'], 'OsDiskSetLost', {})] : []
}

/** Where a tool excludes a version from latest as a whole only. */
export function regionExcludeLosses(plan: ImageVersionPlan): Loss[] {
  return plan.targetRegions.flatMap(({ name, excludeFromLatest }, index) =>
    excludeFromLatest
      ? [loss(['targetRegions', index, 'excludeFromLatest'], 'RegionExcludeFromLatestLost', { region: name })]
      : [],
  )
}

/** Where a tool replicates in full only. */
export function replicationModeLosses({ replicationMode }: ImageVersionPlan): Loss[] {
  return replicationMode === 'Full' ? [] : [loss(['replicationMode'], 'ReplicationModeLost', {})]
}

/** Where a tool always leaves replicated locations locked. */
export function allowDeletionLosses(plan: ImageVersionPlan): Loss[] {
  return plan.allowDeletionOfReplicatedLocations
    ? [loss(['allowDeletionOfReplicatedLocations'], 'AllowDeletionLost', {})]
    : []
}

/** If a tool can't protect a version until its end of life. */
export function blockDeletionLosses(plan: ImageVersionPlan): Loss[] {
  return plan.blockDeletionBeforeEndOfLife ? [loss(['blockDeletionBeforeEndOfLife'], 'BlockDeletionLost', {})] : []
}
