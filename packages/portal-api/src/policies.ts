import { policyAssignment } from '@portal/version-rules'
import * as z from 'zod/mini'
import { get } from './endpoint.ts'

/** The scope of policies: a gallery, or a resource group; '' for one that does not exist yet. */
const scope = z.union([
  z.strictObject({ galleryId: z.string() }),
  z.strictObject({ subscriptionId: z.guid(), resourceGroupName: z.string() }),
])
export type PolicyScope = z.infer<typeof scope>

/** The policies that apply there, for `policyVerdict` and similar functions. */
export const listPolicyAssignments = get(
  '/api/policy-assignments',
  scope,
  z.strictObject({ assignments: z.union([z.array(policyAssignment), z.literal('unreadable')]) }),
)
