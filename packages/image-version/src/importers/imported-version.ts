import type { DiskEncryptionSet } from '../inventory.ts'
import type { ImportNote } from './import-note.ts'

/**
 * What an importer read: the body that its tool would PUT, unproven, and the names of the version it would PUT it to.
 */
export interface ImportedVersion {
  names: VersionNames
  /** that of the PUT, on which the defaults depend; '' where the text does not tell */
  apiVersion: string
  body: unknown
  notes: ImportNote[]
}

/** '' for what the text does not say; open values stand in them as in the body. */
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
 * What a text takes from where it is run: the subscription and resource group that names without a path are looked up
 * in. With a group, the text is taken as if it were aimed there, whatever group it names itself. '' where not known.
 */
export interface ImportContext {
  subscriptionId: string
  resourceGroupName: string
  /** tell the kind of encryption, which no text does */
  diskEncryptionSets?: DiskEncryptionSet[] | undefined
}

/** The subscription of examples, as Microsoft writes it; also that of ids while none is known. */
export const exampleSubscriptionId = '00000000-0000-0000-0000-000000000000'
