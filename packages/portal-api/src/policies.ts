import { policyAssignment } from '@portal/version-rules'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'

/** The scope of policies: a gallery, or a resource group; '' for one that does not exist yet. */
const scope = z.union([
  z.strictObject({ galleryId: z.string() }),
  z.strictObject({ subscriptionId: z.guid(), resourceGroupName: z.string() }),
])
export type PolicyScope = z.infer<typeof scope>

/** The policies that apply there, for `policyVerdict` and similar functions. */
export const listPolicyAssignments = endpoint({
  method: 'GET',
  path: '/api/policy-assignments',
  request: scope,
  response: z.strictObject({ assignments: z.union([z.array(policyAssignment), z.literal('unreadable')]) }),
})
