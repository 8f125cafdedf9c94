import * as z from 'zod/mini'
import { get, put, nothing } from '../endpoint.ts'

/** ID of a set; absent where Azure's own key encrypts. */
const setId = z.optional(z.string())

/**
 * What the policies about keys look at in a subscription, and the key vaults of its sets. From Resource Graph: a query
 * for each thousand resources.
 */
export const getAlertFacts = get(
  '/api/estate/alarm-facts',
  z.strictObject({ subscriptionId: z.string() }),
  z.strictObject({
    disks: z.array(z.strictObject({ id: z.string(), diskEncryptionSetId: setId, managedBy: z.optional(z.string()) })),
    /** virtual machines and scale sets */
    machines: z.array(
      z.strictObject({
        id: z.string(),
        osDiskSetId: setId,
        dataDiskSetIds: z.array(z.nullable(z.string())),
        /** of a gallery, a managed image or the Marketplace's; absent for a machine from an existing disk */
        imageId: z.optional(z.string()),
      }),
    ),
    /** for each region of an image version, the sets of its disks; null where Azure's own key encrypts */
    versions: z.array(z.strictObject({ id: z.string(), setIds: z.array(z.nullable(z.string())) })),
    sets: z.array(z.strictObject({ id: z.string(), encryptionType: z.string() })),
    /** IDs of image definitions: those of the subscription, and those whose versions its machines are from */
    definitions: z.array(z.string()),
    /** the effect of each of these policies that the portal has assigned, by the assignment's name */
    assigned: z.record(z.string(), z.string()),
    /** those whose keys the sets use */
    vaults: z.array(z.strictObject({ id: z.string(), location: z.string() })),
  }),
)
export type AlertFacts = z.infer<typeof getAlertFacts.response>

const effect = z.optional(z.enum(['Audit', 'Deny']))

/**
 * Assigns policies to a subscription: a custom definition where Azure has none, and the assignment. Deny is refused for
 * a policy that is not assigned yet: audit comes first.
 */
export const assignPolicies = put(
  '/api/policy-guards',
  z.strictObject({
    subscriptionId: z.string(),
    policies: z.strictObject({
      customerKeys: effect,
      allowedSets: z.optional(z.strictObject({ effect: z.enum(['Audit', 'Deny']), sets: z.array(z.string()) })),
      keyExpiry: effect,
      versionKeys: effect,
      ownImages: z.optional(z.strictObject({ effect: z.enum(['Audit', 'Deny']), definitions: z.array(z.string()) })),
    }),
  }),
  nothing,
)
