import { lun } from '@portal/image-version'
import * as z from 'zod/mini'
import { get } from '../endpoint.ts'
import { estatePage, pageOf } from './row-pages.ts'
import { diskEncryption } from './virtual-machine-rows.ts'

// What was created from an image version, as far as the user can read it. Resource Graph only: no call for each row.

/** What is created from an image version; instances of a uniform scale set count with it. */
export const usageKind = z.enum(['virtualMachine', 'scaleSet', 'disk'])
export type UseKind = z.infer<typeof usageKind>

/** A disk that was created from a disk of the version. */
const diskOfVersion = z.strictObject({
  disk: z.union([z.literal('os'), lun]),
  encryption: diskEncryption,
  /** absent for a platform-managed key */
  diskEncryptionSetId: z.optional(z.string()),
})

const use = {
  kind: usageKind,
  /** short name of its region */
  location: z.string(),
  /** the number of the version that the definition's latest is in that region; absent if there is none */
  latest: z.optional(z.string()),
  /** a machine, or a scale set by its model or an instance, on a lower number than that */
  isOutdated: z.boolean(),
}

/** A machine, a scale set or a disk. */
export const imageVersionUseRow = z.strictObject({
  ...use,
  id: z.string(),
  name: z.string(),
  /** the number of its version, of a scale set's model; '' if Azure does not say it, or it is of another definition */
  version: z.string(),
  /** that version is revoked */
  isRevoked: z.boolean(),
  /** a scale set whose model names the definition, and so its latest version */
  followsLatest: z.boolean(),
  /** of a uniform scale set: its instances from the definition, and those from the version asked about */
  instances: z.optional(z.strictObject({ total: z.number(), ofVersion: z.number() })),
  disk: z.optional(diskOfVersion),
  /** ID of the machine that a disk is attached to */
  managedBy: z.optional(z.string()),
})
export type ImageVersionUseRow = z.infer<typeof imageVersionUseRow>

/** Which of them: those from this version, the outdated of its definition, or disks with another key than its own. */
export const usesShown = z.enum(['ofVersion', 'outdated', 'otherKey'])
export type UsesShown = z.infer<typeof usesShown>

/** A page of what was created from a version. One query; with `otherKey` also a read of the version. */
export const browseImageVersionUses = get(
  '/api/estate/image-version-uses',
  z.strictObject({
    ...estatePage,
    imageVersionId: z.string(),
    shown: usesShown,
    kind: z.optional(usageKind),
    /** short name */
    location: z.optional(z.string()),
    sort: z.enum(['name', 'kind', 'version', 'location', 'encryption']),
  }),
  pageOf(imageVersionUseRow),
)

/** How many were created from a version and, of its definition, how many are outdated. One query. */
export const countImageVersionUses = get(
  '/api/estate/image-version-use-counts',
  z.strictObject({ imageVersionId: z.string() }),
  z.array(
    z.strictObject({
      ...use,
      /** created from this version; otherwise from another one of its definition, and outdated */
      isOfVersion: z.boolean(),
      count: z.number(),
      /** of these uniform scale sets, those from this version */
      instances: z.number(),
      /** IDs of a few of them */
      examples: z.array(z.string()),
      /** IDs of those scale sets, up to 20, that follow the latest version with automatic OS image upgrade */
      upgraded: z.array(z.string()),
      disk: z.optional(diskOfVersion),
    }),
  ),
)
export type ImageVersionUseCount = z.infer<typeof countImageVersionUses.response>[number]
