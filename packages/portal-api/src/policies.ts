import * as z from 'zod/mini'
import { policyAssignment } from '@portal/image-version'
import { endpoint } from './endpoint.ts'

/** The policies at work at a gallery, for `policyVerdict`. */
export const listPolicyAssignments = endpoint({
  method: 'GET',
  path: '/api/policy-assignments',
  request: z.strictObject({ galleryId: z.string() }),
  response: z.strictObject({ assignments: z.union([z.array(policyAssignment), z.literal('unreadable')]) }),
})
