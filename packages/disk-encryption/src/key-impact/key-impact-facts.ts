import * as z from 'zod/mini'

// What depends on a key, as Azure Resource Graph shows it to the signed-in user. Regions are short names (`westus`);
// IDs are in Azure's own spelling and compare without case.

/** A set whose active or previous key is one of those asked for. */
const impactedSet = z.strictObject({
  id: z.string(),
  location: z.string(),
  encryptionType: z.string(),
  /** with its version */
  keyUrl: z.string(),
  /** keys that a rotation or change in progress is leaving; empty without one */
  previousKeyUrls: z.array(z.string()),
})
export type ImpactedSet = z.infer<typeof impactedSet>

/** A version with all its target regions, those that the key does not concern too. */
const impactedVersion = z.strictObject({
  id: z.string(),
  /** its home region, from which Azure replicates it */
  location: z.string(),
  regions: z.array(z.strictObject({ name: z.string(), setIds: z.array(z.string()) })),
})
export type ImpactedVersion = z.infer<typeof impactedVersion>

/** A managed disk or a snapshot that one of the sets encrypts. */
const impactedDisk = z.strictObject({
  id: z.string(),
  kind: z.enum(['disk', 'snapshot']),
  location: z.string(),
  setIds: z.array(z.string()),
  /** the virtual machine, or the instance of a scale set, that it is attached to */
  machineId: z.optional(z.string()),
  /** the image version it was created from */
  versionId: z.optional(z.string()),
})
export type ImpactedDisk = z.infer<typeof impactedDisk>

/** A virtual machine with one of the disks. */
const impactedMachine = z.strictObject({
  id: z.string(),
  location: z.string(),
  /** `running`, `stopped`, `deallocated` …; '' if Azure returns none */
  powerState: z.string(),
  /** the image version it was created from */
  versionId: z.optional(z.string()),
  /** the flexible scale set that it belongs to */
  scaleSetId: z.optional(z.string()),
})
export type ImpactedMachine = z.infer<typeof impactedMachine>

/** A scale set whose model or whose instances have one of the sets: older instances can have others than the model. */
const impactedScaleSet = z.strictObject({
  id: z.string(),
  location: z.string(),
  mode: z.enum(['Uniform', 'Flexible']),
  /** of its model and of its instances */
  setIds: z.array(z.string()),
  /** those that new instances need */
  modelSetIds: z.array(z.string()),
  versionId: z.optional(z.string()),
  /** how many instances of a uniform one have disks with the same of the sets, in each power state; '' without one */
  instances: z.array(z.strictObject({ powerState: z.string(), setIds: z.array(z.string()), count: z.number() })),
})
export type ImpactedScaleSet = z.infer<typeof impactedScaleSet>

export const keyImpactFacts = z.strictObject({
  sets: z.array(impactedSet),
  versions: z.array(impactedVersion),
  disks: z.array(impactedDisk),
  machines: z.array(impactedMachine),
  scaleSets: z.array(impactedScaleSet),
})

/** The facts that a forecast rests on; the deleted versions are read by themselves, one call for each recycle bin. */
export type KeyImpactFacts = z.infer<typeof keyImpactFacts> & {
  /** IDs of versions in the recycle bins; Azure does not return their keys */
  deletedVersionIds?: string[]
}
