import * as z from 'zod/mini'
import { permission } from '../disk-encryption-sets.ts'
import { get } from '../endpoint.ts'

/** The possible actions on an image version. */
export const imageVersionAct = z.enum(['read', 'update', 'repair', 'delete', 'createVirtualMachine', 'readSets'])
export type ImageVersionAct = z.infer<typeof imageVersionAct>

/** Whether the user has permission for one of them, by the required Azure action and its scope. */
export const imageVersionPermission = z.strictObject({
  act: imageVersionAct,
  /** for example `Microsoft.Compute/galleries/images/versions/write` */
  action: z.string(),
  /** ID of the resource, the resource group or the subscription that is its scope */
  scope: z.string(),
  permission,
})
export type ImageVersionPermission = z.infer<typeof imageVersionPermission>

/** The user's permissions on an image version. */
export const listImageVersionPermissions = get(
  '/api/image-version-permissions',
  z.strictObject({ id: z.string() }),
  z.array(imageVersionPermission),
)
