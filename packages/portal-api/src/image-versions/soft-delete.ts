import { deletedVersion, softDeletePolicy, wantedSoftDeletePolicy } from '@portal/gallery'
import * as z from 'zod/mini'
import { permission } from '../disk-encryption-sets.ts'
import { get, post, del, nothing } from '../endpoint.ts'

/** What decides how a gallery's soft delete can be set, next to its current policy. */
export const getSoftDeleteFacts = get(
  '/api/gallery-soft-delete',
  z.strictObject({ id: z.string() }),
  z.strictObject({
    /** some names of definitions and versions in another region than the gallery's */
    inOtherRegions: z.array(z.string()),
    /** some names of flexible scale sets of the gallery's subscription that use its images */
    flexibleScaleSets: z.array(z.string()),
    mayChange: permission,
    mayTurnOn: permission,
  }),
)
export type SoftDeleteFacts = z.infer<typeof getSoftDeleteFacts.response>

/** Sets the policy of a gallery; the content of its recycle bin keeps its dates. */
export const changeSoftDeletePolicy = post(
  '/api/gallery-soft-delete-changes',
  z.strictObject({ id: z.string(), policy: wantedSoftDeletePolicy }),
  nothing,
)

/** The recycle bin of an image definition. Nothing is read of a gallery that never had soft delete on. */
export const listDeletedVersions = get(
  '/api/deleted-image-versions',
  z.strictObject({ imageDefinitionId: z.string() }),
  z.strictObject({
    /** of the gallery; absent if it never had one */
    policy: z.optional(softDeletePolicy),
    versions: z.array(deletedVersion),
    mayRestore: permission,
    mayDelete: permission,
    /** Azure's own time, ISO 8601 */
    now: z.string(),
  }),
)
export type RecycleBin = z.infer<typeof listDeletedVersions.response>

const deletedId = z.strictObject({ id: z.string() })

/** Restores a deleted version; Azure continues after its response. `id`: of the version before deletion. */
export const restoreImageVersion = post('/api/image-version-restorations', deletedId, nothing)

/** Permanently deletes a version in the recycle bin. `id`: of the version before deletion. */
export const purgeImageVersion = del('/api/deleted-image-version', deletedId, nothing)

/**
 * The deleted versions that a set might have encrypted: Azure does not return the keys of a deleted version, so these
 * are all of the set's subscription that the user can see.
 */
export const listDeletedVersionsNearSet = get(
  '/api/deleted-image-versions-near-set',
  z.strictObject({ diskEncryptionSetId: z.string() }),
  z.strictObject({
    versions: z.array(deletedVersion),
    /** false: some recycle bins were not read, because there are many or the user has no permission to read them */
    isComplete: z.boolean(),
  }),
)
export type DeletedVersionsNearSet = z.infer<typeof listDeletedVersionsNearSet.response>
