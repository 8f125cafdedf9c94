import { encryptionProof } from '@portal/code'
import {
  confidentialVMEncryptionType,
  defaultStorage,
  imageVersionPlan,
  revocation,
  storedTags,
} from '@portal/image-version'
import { decodedError } from '@portal/version-rules'
import * as z from 'zod/mini'
import { endpoint, get } from '../endpoint.ts'
import { batches } from '../region-batches.ts'

/** Azure's states, and `Unknown` for one that the portal does not know: it then counts as in progress. */
export const provisioningState = z.enum([
  'Creating',
  'Updating',
  'Failed',
  'Succeeded',
  'Deleting',
  'Migrating',
  'Unknown',
])
export type ProvisioningState = z.infer<typeof provisioningState>

/** A row of a definition's versions. */
export const imageVersionSummary = z.strictObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  provisioningState,
  /** ISO 8601 */
  publishedDate: z.optional(z.string()),
  endOfLifeDate: z.optional(z.string()),
  excludeFromLatest: z.boolean(),
  /** short names */
  targetRegions: z.array(z.string()),
  /** whether no disk, some or every disk of the regions has a customer's key */
  customerKeys: z.enum(['none', 'some', 'all']),
  isRevoked: z.boolean(),
})
export type ImageVersionSummary = z.infer<typeof imageVersionSummary>

export const replicationState = z.enum(['Unknown', 'Replicating', 'Completed', 'Failed'])
export type ReplicationState = z.infer<typeof replicationState>

/**
 * A target region as Azure stores it. `undefined` in a set's place means that the platform's key encrypts that disk.
 */
export const storedTargetRegion = z.strictObject({
  /** short name */
  name: z.string(),
  displayName: z.string(),
  regionalReplicaCount: z.number(),
  /** Azure's value; absent if it does not return one */
  storageAccountType: z.optional(z.string()),
  excludeFromLatest: z.boolean(),
  /** id of the OS disk's set */
  osDiskImage: z.optional(z.string()),
  dataDiskImages: z.array(
    z.strictObject({
      lun: z.number(),
      diskEncryptionSetId: z.optional(z.string()),
      /** the set is one for the disks of confidential machines */
      isConfidential: z.optional(z.boolean()),
    }),
  ),
  confidentialVMEncryptionType: z.optional(confidentialVMEncryptionType),
  secureVMDiskEncryptionSetId: z.optional(z.string()),
  replication: z.optional(
    z.strictObject({
      state: replicationState,
      progress: z.number(),
      details: z.optional(z.string()),
      /** the meaning of `details`, if the region has failed */
      decoded: z.optional(decodedError),
    }),
  ),
})
export type StoredTargetRegion = z.infer<typeof storedTargetRegion>

/** An image version as Azure has it now. */
export const imageVersion = z.strictObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  tags: storedTags,
  provisioningState,
  /** ISO 8601; the time of the first PUT */
  publishedDate: z.optional(z.string()),
  endOfLifeDate: z.optional(z.string()),
  excludeFromLatest: z.boolean(),
  replicationMode: z.enum(['Full', 'Shallow']),
  /** of regions without their own type; absent for one that the portal does not know */
  defaultStorage: z.optional(defaultStorage),
  allowDeletionOfReplicatedLocations: z.boolean(),
  blockDeletionBeforeEndOfLife: z.boolean(),
  /** that it is not to be used; absent unless it is revoked */
  revocation: z.optional(revocation),
  /** IDs of its sources, as Azure stores them */
  sourceIds: z.array(z.string()),
  /** known once Azure has read the source */
  osDisk: z.optional(z.strictObject({ sizeInGB: z.optional(z.number()) })),
  dataDisks: z.array(z.strictObject({ lun: z.number(), sizeInGB: z.optional(z.number()) })),
  targetRegions: z.array(storedTargetRegion),
  aggregatedState: z.optional(z.enum(['Unknown', 'InProgress', 'Completed', 'Failed'])),
  /** Azure's own time of this answer, ISO 8601: elapsed time is reckoned from it */
  asOf: z.string(),
})
export type ImageVersion = z.infer<typeof imageVersion>

/** The versions of a definition. */
export const listImageVersions = get(
  '/api/image-versions',
  z.strictObject({ imageDefinitionId: z.string() }),
  z.array(imageVersionSummary),
)

/** One version with its replication. */
export const getImageVersion = get('/api/image-version', z.strictObject({ id: z.string() }), imageVersion)

/**
 * What encrypts a version now, as an in-toto Statement that can be kept: not signed, and without what was requested,
 * which only the sender of the request knows.
 */
export const getImageVersionProof = get('/api/image-version-proof', z.strictObject({ id: z.string() }), encryptionProof)

// 60 regions of 65 disks, each with the id of its set, are 750 kB
const largestPlan = 1024 * 1024

/**
 * Creates the plan's version with one PUT. 422 `PlanRejected` with the same issues as on the tabs; 409
 * `ImageVersionExists` if a different version with this name exists; if the same one exists, returns it.
 */
export const createImageVersion = endpoint({
  method: 'PUT',
  path: '/api/image-versions',
  request: imageVersionPlan,
  largestRequest: largestPlan,
  response: z.strictObject({ id: z.string() }),
})

/**
 * Creates the version in its source region, then adds the batches (names of the plan's other regions), each after the
 * previous ones have replicated, in one deployment that Azure runs. Refused like `createImageVersion`; 422
 * `PlanRejected` with `VersionBusy` while Azure runs other steps on a version with this name.
 */
export const createImageVersionInBatches = endpoint({
  method: 'PUT',
  path: '/api/image-versions-in-batches',
  request: z.strictObject({ plan: imageVersionPlan, batches }),
  largestRequest: largestPlan,
  response: z.strictObject({ id: z.string() }),
})
