import type { CodeLanguage, ImageSourceType, LossCode, LossParams } from '@portal/image-version'
import { storageName } from '../image-versions/storage-name.ts'
import { storageNamesEn } from '../image-versions/storage-names.en.ts'

const sources: Record<ImageSourceType, string> = {
  ManagedImage: 'managed images',
  DisksAndSnapshots: 'disks and snapshots',
  VirtualMachine: 'virtual machines',
  ImageVersion: 'image versions',
  StorageBlobs: 'storage blobs',
}

/** Texts of the code pane, in English. They come with that part of the portal only. */
export const codeEn = {
  title: 'Code',
  show: 'Show code',
  hide: 'Hide code',
  language: 'Language of the code',
  languages: {
    AzureCli: 'Azure CLI (bash)',
    AzurePowerShell: 'Azure PowerShell',
    Bicep: 'Bicep',
    ArmTemplate: 'ARM template (JSON)',
    TerraformAzapi: 'Terraform (azapi)',
    TerraformAzurerm: 'Terraform (azurerm)',
    Packer: 'Packer',
    Ansible: 'Ansible',
    Rest: 'REST API (curl)',
  } satisfies Record<CodeLanguage, string>,
  loading: 'Writing the code…',
  copy: 'Copy',
  download: 'Download',
  downloadFile: (fileName: string) => `Download ${fileName}`,
  unfinished: 'What is not chosen yet stands in angle brackets, and the code does not run before it is filled in.',
  lossTitle: 'This code leaves something out',
  lossless: (language: string) => `Show as ${language}, which leaves nothing out`,
  refusedTitle: 'This cannot be written as code',
  refused: (value: string, position: string) =>
    `In “${value}”, character ${position} would not be seen, or would change what the code does. Change the value.`,
}
export type CodeTexts = typeof codeEn

/** What each loss means, in English. A region may be several, joined. */
export const lossesEn: { [C in LossCode]: (params: LossParams<C>) => string } = {
  DataDiskSetsLost: ({ sets }) =>
    `The ${sets} disk encryption sets of data disks: the tool knows the set of the OS disk only, and Azure would encrypt the data disks with platform-managed keys.`,
  SourceDataDisksLost: ({ disks }) =>
    `Data disks of the source: the version would not have the ${disks} that you chose.`,
  SourceNotSupported: ({ sourceType }) =>
    `The source: the tool does not take ${sourceName(sources, sourceType)}. A placeholder stands in its place.`,
  ConfidentialEncryptionLost: ({ type }) => `The confidential compute encryption type ${type}.`,
  ConfidentialDataDisksLost: () =>
    'Confidential encryption of data disks: this tool doesn’t support it, so Azure would encrypt data disks with platform-managed keys.',
  OsDiskSetLost: () =>
    'The disk encryption sets of the OS disk: the tool has one set a region, which it takes for the confidential one.',
  RegionExcludeFromLatestLost: ({ region }) =>
    `Exclude from latest in ${region}: the tool knows it for the whole version only.`,
  ReplicationModeLost: () => 'Shallow replication: the version would be replicated in full.',
  AllowDeletionLost: () => 'The unlocking of replicated locations: deleting them would stay blocked.',
  BlockDeletionLost: () => 'The block on deletion before the end of life: the version could be deleted at any time.',
  DefaultStorageLost: ({ storage }) =>
    `Default storage (${storageName(storageNamesEn, storage)}): the tool sets the storage of each region, but regions added later would get Standard HDD LRS.`,
  RegionStorageUnknown: ({ region }) =>
    `Zone-redundant storage in ${region}: availability zones aren’t known there, so Standard HDD LRS is written.`,
}

/** The name of a kind of source, which a loss knows as a text. */
export function sourceName(names: Record<ImageSourceType, string>, type: string | number): string {
  return Object.entries(names).find(([known]) => known === type)?.[1] ?? String(type)
}
