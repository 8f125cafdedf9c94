import type { CodeLanguage, LossCode, LossParams } from '@portal/code'
import type { ImageSourceType } from '@portal/image-version'
import { storageName } from '../../../i18n/storage-name.ts'
import { storageNamesEn } from '../../../i18n/storage-names.en.ts'

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
  language: 'Code language',
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
  loading: 'Generating code…',
  copy: 'Copy',
  download: 'Download',
  downloadFile: (fileName: string) => `Download ${fileName}`,
  unfinished: 'Values you haven’t chosen yet are in angle brackets. Fill them in before you run the code.',
  lossTitle: 'Not included in this code',
  lossless: (language: string) => `Show complete code in ${language}`,
  refusedTitle: 'Can’t show this as code',
  refused: (value: string, position: string) =>
    `Character ${position} of “${value}” is invisible or would change what the code does. Change the value.`,
}
export type CodeTexts = typeof codeEn

/** What each loss means, in English. A region may be several, joined. */
export const lossesEn: { [C in LossCode]: (params: LossParams<C>) => string } = {
  DataDiskSetsLost: ({ sets }) =>
    `Sets for data disks (${sets}): this tool supports a set for the OS disk only, so Azure would encrypt data disks with platform-managed keys.`,
  SourceDataDisksLost: ({ disks }) => `Source data disks (${disks}): the version wouldn’t include them.`,
  SourceNotSupported: ({ sourceType }) =>
    `Source: this tool doesn’t support ${sourceName(sources, sourceType)}. Replace the placeholder.`,
  ConfidentialEncryptionLost: ({ type }) => `Confidential compute encryption type: ${type}.`,
  ConfidentialDataDisksLost: () =>
    'Confidential encryption of data disks: this tool doesn’t support it, so Azure would encrypt data disks with platform-managed keys.',
  OsDiskSetLost: () =>
    'Sets for the OS disk: this tool supports one set per region and uses it as the confidential disk encryption set.',
  RegionExcludeFromLatestLost: ({ region }) =>
    `Exclude from latest in ${region}: this tool supports it for the whole version only.`,
  ReplicationModeLost: () => 'Shallow replication: the version would use full replication.',
  AllowDeletionLost: () => 'Lock deleting replicated locations: it would stay on.',
  BlockDeletionLost: () => 'Block deletion before end of life: the version could be deleted at any time.',
  DefaultStorageLost: ({ storage }) =>
    `Default storage (${storageName(storageNamesEn, storage)}): this tool sets storage per region, so regions added later would use Standard HDD LRS.`,
  RegionStorageUnknown: ({ region }) =>
    `Zone-redundant storage in ${region}: availability zones aren’t known there, so the code uses Standard HDD LRS.`,
}

/** The name of a kind of source, which a loss knows as a text. */
export function sourceName(names: Record<ImageSourceType, string>, type: string | number): string {
  return Object.entries(names).find(([known]) => known === type)?.[1] ?? String(type)
}
