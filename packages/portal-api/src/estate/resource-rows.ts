import { diskEncryptionSet } from '@portal/disk-encryption'
import { gallery, imageDefinition } from '@portal/gallery'
import { revocation, storageAccountType } from '@portal/image-version'
import * as z from 'zod/mini'
import { get, type RequestOf } from '../endpoint.ts'
import { provisioningState } from '../image-versions/image-versions.ts'
import { age } from './age.ts'
import { estatePage, pageOf } from './row-pages.ts'

// What the user can see in all their subscriptions, page by page: one Resource Graph query for each page of rows.

/** What narrows the lists of image versions, and of machines by the image version that they are from. */
export const imageFilters = {
  /** of one gallery only */
  galleryId: z.optional(z.string()),
  /** in this region only: a short name; of versions the source region */
  location: z.optional(z.string().check(z.regex(/^[a-z0-9]+$/))),
  age: z.optional(age),
}

/** A row of galleries. `getGallery` says how a gallery is shared. */
export const galleryRow = z.extend(z.omit(gallery, { sharing: true }), {
  definitions: z.number(),
  provisioningState,
})
export type GalleryRow = z.infer<typeof galleryRow>

export const browseGalleries = get(
  '/api/estate/galleries',
  z.strictObject({ ...estatePage, sort: z.enum(['name', 'resourceGroup', 'location', 'definitions']) }),
  pageOf(galleryRow),
)

/** A row of image definitions. */
export const imageDefinitionRow = z.extend(imageDefinition, { versions: z.number(), provisioningState })
export type ImageDefinitionRow = z.infer<typeof imageDefinitionRow>

export const browseImageDefinitions = get(
  '/api/estate/image-definitions',
  z.strictObject({
    ...estatePage,
    galleryId: z.string(),
    sort: z.enum(['name', 'osType', 'osState', 'hyperVGeneration', 'versions']),
  }),
  pageOf(imageDefinitionRow),
)

/**
 * Whose keys encrypt a version: the same for all its regions and disks, or `mixed`. A version with customer-managed
 * keys whose set the user can't read counts as `customer`, because only the set says whether it is double encryption.
 */
export const versionEncryption = z.enum(['platform', 'customer', 'double', 'confidential', 'mixed'])
export type VersionEncryption = z.infer<typeof versionEncryption>

/** A row of image versions. */
export const imageVersionRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** its home region, where its source is: a short name */
  location: z.string(),
  provisioningState,
  encryption: versionEncryption,
  /** short names */
  targetRegions: z.array(z.string()),
  replicas: z.number(),
  /** ISO 8601 */
  publishedDate: z.optional(z.string()),
  endOfLifeDate: z.optional(z.string()),
  /** whether that date has passed, by Azure's own time */
  isPastEndOfLife: z.boolean(),
  excludeFromLatest: z.boolean(),
  /** that it is not to be used; absent unless it is revoked */
  revocation: z.optional(revocation),
})
export type ImageVersionRow = z.infer<typeof imageVersionRow>

export const browseImageVersions = get(
  '/api/estate/image-versions',
  z.strictObject({
    ...estatePage,
    /** of one image definition only */
    imageDefinitionId: z.optional(z.string()),
    encryption: z.optional(versionEncryption),
    ...imageFilters,
    /** of those with a region that Azure stores on this type */
    storage: z.optional(storageAccountType),
    state: z.optional(provisioningState),
    sort: z.enum([
      'name',
      'definition',
      'state',
      'encryption',
      'regions',
      'replicas',
      'publishedDate',
      'endOfLifeDate',
    ]),
  }),
  pageOf(imageVersionRow),
)

/** A row of disk encryption sets. */
export const diskEncryptionSetRow = z.extend(
  z.pick(diskEncryptionSet, {
    id: true,
    name: true,
    location: true,
    provisioningState: true,
    keyVaultName: true,
    keyName: true,
    rotationToLatestKeyVersionEnabled: true,
  }),
  {
    // one that Azure has added since, too
    encryptionType: z.string(),
    /** present while Azure can't rotate the key */
    autoKeyRotationError: z.optional(z.string()),
  },
)
export type DiskEncryptionSetRow = z.infer<typeof diskEncryptionSetRow>

/** The parameters of any list. */
export type PageRequest = Pick<
  RequestOf<typeof browseGalleries>,
  'subscriptionId' | 'search' | 'direction' | 'page' | 'size'
>
