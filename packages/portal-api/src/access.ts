import { accessNeed, accessPurpose, planResources } from '@portal/gallery'
import * as z from 'zod/mini'
import { permission } from './disk-encryption-sets.ts'
import { endpoint } from './endpoint.ts'
import { guidPattern } from './resource-id.ts'

const id = z.string().check(z.maxLength(1024))
/** the object ID of a user, a group or an application */
const principalId = z.string().check(z.regex(guidPattern))

/** A role assignment that is needed, and whether it is there. */
const accessStand = z.strictObject({
  ...accessNeed.shape,
  /** by this assignment or by others; absent if it can't be read, or nobody was asked about */
  isHeld: z.optional(z.boolean()),
  /** exactly this assignment exists, and can be taken back */
  isOwn: z.boolean(),
  /** other assignments that allow the same: where they are, their role, and whether a group has it */
  others: z.array(z.strictObject({ scope: z.string(), roleName: z.string(), isOfGroup: z.boolean() })),
  /** whether the user can assign roles there */
  mayAssign: permission,
})
export type AccessStand = z.infer<typeof accessStand>

const asked = {
  /** of what access is needed to; for the pipeline of a retention rule also that of a subscription */
  id,
  purpose: accessPurpose,
  /** for the pipeline of a plan; of other purposes, Azure is asked */
  plan: z.optional(planResources),
}

/** What a purpose needs for a resource, and what of it somebody has: a principal, or the identity of a pipeline. */
export const getAccess = endpoint({
  method: 'POST',
  path: '/api/access',
  onlyReads: true,
  largestRequest: 512 * 1024,
  request: z.strictObject({ ...asked, principalId: z.optional(principalId), identityId: z.optional(id) }),
  response: z.strictObject({
    needs: z.array(accessStand),
    /** false: the user can't view the versions or the set, so that their sets or keys are missing */
    isComplete: z.boolean(),
    /** the one that was asked about */
    identity: z.optional(
      z.strictObject({
        state: z.enum(['found', 'missing', 'unreadable']),
        principalId: z.optional(z.string()),
        /** absent if they can't be read */
        credentials: z.optional(
          z.array(z.strictObject({ issuer: z.string(), subject: z.string(), audiences: z.array(z.string()) })),
        ),
      }),
    ),
    /** sets whose key no role of this directory gives access to: by access policies, or in another tenant */
    apart: z.array(
      z.strictObject({
        setId: z.string(),
        why: z.enum(['AccessPolicies', 'OtherTenant', 'Unreadable']),
        /** the one with access policies */
        vaultName: z.optional(z.string()),
      }),
    ),
  }),
})
export type Access = z.infer<typeof getAccess.response>

const change = {
  largestRequest: 512 * 1024,
  request: z.strictObject({
    ...asked,
    principalId,
    assignments: z.array(accessNeed).check(z.minLength(1), z.maxLength(100)),
  }),
  response: z.strictObject({
    outcomes: z.array(
      z.strictObject({
        ...accessNeed.shape,
        /** Azure's error; absent if it is done */
        refusal: z.optional(z.strictObject({ code: z.string(), message: z.string() })),
      }),
    ),
  }),
}

/** Assigns roles, each one that the purpose needs: any other is refused with 400, and nothing is assigned. */
export const giveAccess = endpoint({ method: 'PUT', path: '/api/access', ...change })
export type AccessOutcomes = z.infer<typeof giveAccess.response>['outcomes']

/** Removes such role assignments, exactly at their scopes. */
export const takeAccessBack = endpoint({ method: 'DELETE', path: '/api/access', ...change })
