import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'

/** A directory of Entra ID, which is a tenant, as Azure names it. */
export const directory = z.strictObject({
  tenantId: z.string(),
  displayName: z.string(),
  /** for example `contoso.com`; '' if Azure does not return it */
  defaultDomain: z.string(),
})
export type Directory = z.infer<typeof directory>

/** The user's directories, as their own or as a guest, that this portal supports; by display name. */
export const listDirectories = endpoint({
  method: 'GET',
  path: '/api/directories',
  request: z.strictObject({}),
  response: z.array(directory),
})
