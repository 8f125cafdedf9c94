import { diskEncryptionSet, region } from '@portal/disk-encryption'
import {
  architecture,
  capabilities,
  gallery,
  hyperVGeneration,
  imageDefinition,
  osState,
  osType,
} from '@portal/gallery'
import * as z from 'zod/mini'
import { targetRegion } from './plan.ts'
import { revocation } from './revocation.ts'

// What exists in Azure that a plan can refer to, as the signed-in user sees it. The browser gets it from the BFF; the
// BFF reads it again before it sends anything. Region names are short (`westus`), IDs are spelled as in ARM.

/** The facts of one disk inside a source. */
const sourceDisk = z.strictObject({
  name: z.string(),
  sizeInGB: z.optional(z.number()),
  /** `Premium_LRS`, `UltraSSD_LRS` … */
  storageAccountType: z.optional(z.string()),
  /** id of the set that encrypts the source disk with a customer key */
  diskEncryptionSetId: z.optional(z.string()),
  isEphemeral: z.optional(z.boolean()),
})
export type SourceDisk = z.infer<typeof sourceDisk>

const dataDisks = z.array(z.strictObject({ lun: z.number(), disk: sourceDisk }))

const sourceFacts = {
  id: z.string(),
  name: z.string(),
  location: z.string(),
  provisioningState: z.string(),
  osType: z.optional(osType),
  hyperVGeneration: z.optional(hyperVGeneration),
  architecture: z.optional(architecture),
  ...capabilities,
}

/** A resource from which an image version can be created, and the facts that the rules need. */
export const sourceResource = z.discriminatedUnion('type', [
  z.strictObject({
    ...sourceFacts,
    type: z.literal('ManagedImage'),
    osState,
    osDisk: sourceDisk,
    dataDisks,
  }),
  z.strictObject({
    ...sourceFacts,
    type: z.enum(['Disk', 'Snapshot']),
    disk: sourceDisk,
    /** ISO 8601 */
    timeCreated: z.optional(z.string()),
    /** Azure Disk Encryption (inside the guest) was ever on */
    usesAzureDiskEncryption: z.boolean(),
    securityType: z.optional(z.string()),
  }),
  z.strictObject({
    ...sourceFacts,
    type: z.literal('VirtualMachine'),
    securityType: z.optional(z.enum(['TrustedLaunch', 'ConfidentialVM'])),
    /** this and the next are known after Azure was asked for the virtual machine separately */
    osState: z.optional(osState),
    isRunning: z.optional(z.boolean()),
    hasUnmanagedDisks: z.boolean(),
    osDisk: sourceDisk,
    dataDisks,
  }),
  z.strictObject({
    ...sourceFacts,
    type: z.literal('ImageVersion'),
    /** that of its definition */
    osState,
    /** one of its regions has a customer-managed key */
    usesCustomerKeys: z.boolean(),
    /** present if it is not to be used */
    revocation: z.optional(revocation),
    osDisk: sourceDisk,
    dataDisks,
  }),
  z.strictObject({ ...sourceFacts, type: z.literal('StorageAccount') }),
])
export type SourceResource = z.infer<typeof sourceResource>
/** The facts of one type of source. Disks and snapshots share theirs, so `Extract` would find neither. */
export type SourceResourceOf<T extends SourceResource['type']> = FactsOf<SourceResource, T>
type FactsOf<R extends SourceResource, T> = R extends unknown ? (T extends R['type'] ? R : never) : never

/** A version of the definition that a new one can be modelled on. */
const earlierVersion = z.strictObject({
  name: z.string(),
  /** as Azure stores them: each with its own replica count and, as far as Azure says, storage */
  targetRegions: z.array(targetRegion),
})
export type EarlierVersion = z.infer<typeof earlierVersion>

export const inventory = z.strictObject({
  /** Azure's own time, ISO 8601: dates are compared with it, not with the browser's clock */
  now: z.string(),
  gallery: z.optional(gallery),
  /** absent while none is chosen, or if Azure has none with that ID */
  imageDefinition: z.optional(imageDefinition),
  existingVersionNames: z.array(z.string()),
  /** the latest of them that Azure has completed; absent if there is none */
  latestVersionName: z.optional(z.string()),
  /** the latest of them with a disk encryption set; absent if there is none that Azure has completed */
  latestEncryptedVersion: z.optional(earlierVersion),
  /** false: the user has no permission to create versions of the definition; absent if that can't be read */
  mayCreateVersions: z.optional(z.boolean()),
  /** numbers in the definition's recycle bin; absent if there is none, or none that the user can read */
  deletedVersionNames: z.optional(z.array(z.string())),
  /** the resources the source field offers, or (in the BFF) those that the plan names and Azure has */
  sources: z.array(sourceResource),
  /** every set of the gallery's subscription */
  diskEncryptionSets: z.array(diskEncryptionSet),
  /**
   * false: the user has no permission to read sets in the gallery's resource group, so there might be some although
   * none is listed
   */
  mayReadDiskEncryptionSets: z.optional(z.boolean()),
  /**
   * of a confidential definition: whether its subscription has the preview that encrypts data disks of confidential
   * machines; absent if that can't be read
   */
  hasConfidentialDataDisks: z.optional(z.boolean()),
  /** the regions with image versions */
  regions: z.array(region),
})
export type Inventory = z.infer<typeof inventory>
