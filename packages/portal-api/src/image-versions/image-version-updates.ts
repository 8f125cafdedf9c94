import { storedVersion } from '@portal/image-version'
import { decodedError } from '@portal/version-rules'
import { versionChange } from '@portal/version-update'
import * as z from 'zod/mini'
import { get, post, put, nothing } from '../endpoint.ts'
import { batches, regionNames } from '../region-batches.ts'

const resourceId = z.string().check(z.maxLength(1024))
/** of the version on which the change is based, from `versionFingerprint` */
export const fingerprint = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/**
 * A complete version, as Azure returns it now. `fingerprint` stays the same until someone changes it; `asOf`: Azure's
 * time.
 */
export const getStoredImageVersion = get(
  '/api/stored-image-version',
  z.strictObject({ id: resourceId }),
  z.strictObject({ version: storedVersion, fingerprint: z.string(), asOf: z.string() }),
)
export type StoredImageVersionAnswer = z.infer<typeof getStoredImageVersion.response>

/**
 * Changes a version with one PUT. 409 `ImageVersionChanged` if the version no longer has this `fingerprint`: nothing is
 * sent. 409 `ResourceBusy` while another operation on it is in progress. 422 `PlanRejected` with the issues of the
 * change.
 */
export const updateImageVersion = put(
  '/api/image-version-updates',
  z.strictObject({ id: resourceId, change: versionChange, fingerprint }),
  z.strictObject({ id: z.string() }),
)

/**
 * Adds the change's regions in batches (names of regions that it adds), each after the previous one has replicated, in
 * one deployment that Azure runs. The change's other parts are in the first. Refused like `updateImageVersion`.
 */
export const startRollout = put(
  '/api/rollouts',
  z.strictObject({
    id: resourceId,
    change: versionChange,
    fingerprint,
    batches,
  }),
  z.strictObject({ deploymentId: z.string() }),
)

/** Removes regions and adds them again unchanged, in one deployment that Azure runs. Refused likewise. */
export const startRegionRepair = put(
  '/api/region-repairs',
  z.strictObject({ id: resourceId, regions: regionNames, fingerprint }),
  z.strictObject({ deploymentId: z.string() }),
)

const step = z.strictObject({
  action: z.enum(['create', 'remove', 'add', 'include', 'exclude', 'revoke']),
  /** of a step on one of several versions: its number */
  version: z.optional(z.string()),
  /** short names */
  regions: z.array(z.string()),
  state: z.enum(['Waiting', 'Running', 'Succeeded', 'Failed']),
  /** its duration, or the duration so far */
  milliseconds: z.optional(z.number()),
  /** Azure's own words */
  error: z.optional(z.strictObject({ code: z.string(), message: z.string() })),
  /** what they mean for the version */
  decoded: z.optional(z.array(decodedError)),
})
export type VersionWorkStep = z.infer<typeof step>

export const versionWorkKind = z.enum(['Rollout', 'RegionRepair', 'Promotion', 'RollBack', 'Revocation'])

/** Steps that Azure runs on a version one after the other, in their current state. */
export const versionWork = z.strictObject({
  /** of the deployment */
  id: z.string(),
  imageVersionId: z.string(),
  kind: versionWorkKind,
  state: z.enum(['Running', 'Succeeded', 'Failed', 'Canceled']),
  /** ISO 8601 */
  startedAt: z.string(),
  /** Azure's own time of this answer */
  asOf: z.string(),
  steps: z.array(step),
})
export type VersionWork = z.infer<typeof versionWork>

/** One such work. */
export const getVersionWork = get('/api/version-work', z.strictObject({ id: resourceId }), versionWork)

/** A version's running deployments, and the latest finished one. The latest first. */
export const listVersionWork = get(
  '/api/version-works',
  z.strictObject({ imageVersionId: resourceId }),
  z.array(versionWork),
)

/** Stops after Azure's current step: operations that have started finish. */
export const cancelVersionWork = post('/api/version-work-cancellations', z.strictObject({ id: resourceId }), nothing)
