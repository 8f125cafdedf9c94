import type { RoleAssignment } from '../../world.ts'

/** How long a role assignment can take to apply: minutes, according to Microsoft's pages; usually well below one. */
export const rolePropagation = 60_000

/**
 * Whether resources have noticed a role assignment at `now`, in milliseconds of the clock.
 * https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#symptom---role-assignment-changes-are-not-being-detected
 */
export function isInForce({ createdAt }: RoleAssignment, now: number): boolean {
  return createdAt === undefined || now - createdAt >= rolePropagation
}
