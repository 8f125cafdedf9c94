import * as z from 'zod/mini'
import { get, nothing } from './endpoint.ts'

/** A directory of Entra ID, which is a tenant, as Azure names it. */
export const directory = z.strictObject({
  tenantId: z.string(),
  displayName: z.string(),
  /** for example `contoso.com`; '' if Azure does not return it */
  defaultDomain: z.string(),
})
export type Directory = z.infer<typeof directory>

/** The user's directories, as their own or as a guest, that this portal supports; by display name. */
export const listDirectories = get('/api/directories', nothing, z.array(directory))
