import * as z from 'zod/mini'
import { endpoint } from '../endpoint.ts'

/** ID of a set; absent where Azure's own key encrypts. */
const setId = z.optional(z.string())

/**
 * What the policies about keys look at in a subscription, and the key vaults of its sets. From Resource Graph: a query
 * for each thousand resources.
 */
export const getAlarmFacts = endpoint({
  method: 'GET',
  path: '/api/estate/alarm-facts',
  request: z.strictObject({ subscriptionId: z.string() }),
  response: z.strictObject({
    disks: z.array(z.strictObject({ id: z.string(), diskEncryptionSetId: setId, managedBy: z.optional(z.string()) })),
    /** virtual machines and scale sets */
    machines: z.array(
      z.strictObject({ id: z.string(), osDiskSetId: setId, dataDiskSetIds: z.array(z.nullable(z.string())) }),
    ),
    /** for each region of an image version, the sets of its disks; null where Azure's own key encrypts */
    versions: z.array(z.strictObject({ id: z.string(), setIds: z.array(z.nullable(z.string())) })),
    sets: z.array(z.strictObject({ id: z.string(), encryptionType: z.string() })),
    /** those whose keys the sets use */
    vaults: z.array(z.strictObject({ id: z.string(), location: z.string() })),
  }),
})
export type AlarmFacts = z.infer<typeof getAlarmFacts.response>
