import type { RoleAssignment } from '../../world.ts'

/** How long a role assignment takes to apply: up to ten minutes, according to Microsoft; usually well below one. */
export const rolePropagation = 60_000

/**
 * Whether Azure has noticed a role assignment at `now`, in milliseconds of the clock.
 * https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#symptom---role-assignment-changes-are-not-being-detected
 */
export function isInForce({ createdAt }: RoleAssignment, now: number): boolean {
  return createdAt === undefined || now - createdAt >= rolePropagation
}
