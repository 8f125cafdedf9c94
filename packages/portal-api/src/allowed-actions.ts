import * as z from 'zod/mini'
import { permission } from './disk-encryption-sets.ts'
import { get } from './endpoint.ts'

/** What an action of Azure's roles is needed for. */
export const actionPurpose = z.enum(['imageVersions', 'sources', 'diskEncryptionSets', 'makeDiskEncryptionSets'])
export type ActionPurpose = z.infer<typeof actionPurpose>

/** Whether the user has permission for an action. */
export const allowedAction = z.strictObject({
  /** `Microsoft.Compute/galleries/images/versions/write` */
  action: z.string(),
  purpose: actionPurpose,
  permission,
})
export type AllowedAction = z.infer<typeof allowedAction>

/** What the user's roles allow in a subscription or, of image versions only, at a gallery. */
export const listAllowedActions = get(
  '/api/allowed-actions',
  z.strictObject({ subscriptionId: z.string(), galleryId: z.optional(z.string()) }),
  z.array(allowedAction),
)
