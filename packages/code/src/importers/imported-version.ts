import type { DiskEncryptionSet } from '@portal/disk-encryption'
import type { ImportNote } from './import-note.ts'

/**
 * What an importer read: the body that its tool would PUT, unproven, and the names of the version it would PUT it to.
 */
export interface ImportedVersion {
  names: VersionNames
  /** the PUT's, which determines the defaults; '' if the text does not say */
  apiVersion: string
  body: unknown
  notes: ImportNote[]
}

/** '' for what the text does not say; open values are in it as in the body. */
export interface VersionNames {
  subscriptionId: string
  resourceGroupName: string
  galleryName: string
  imageDefinitionName: string
  versionName: string
}

export const noNames: VersionNames = {
  subscriptionId: '',
  resourceGroupName: '',
  galleryName: '',
  imageDefinitionName: '',
  versionName: '',
}

/**
 * What a text gets from where it is run: the subscription and resource group in which names without a path are looked
 * up. With a group, the text is treated as if it were for that group, whatever group it names itself. '' if unknown.
 */
export interface ImportContext {
  subscriptionId: string
  resourceGroupName: string
  /** determine the encryption type, which no text contains */
  diskEncryptionSets?: DiskEncryptionSet[] | undefined
}

/** The subscription in Microsoft's examples; also that of IDs while none is known. */
export const exampleSubscriptionId = '00000000-0000-0000-0000-000000000000'
