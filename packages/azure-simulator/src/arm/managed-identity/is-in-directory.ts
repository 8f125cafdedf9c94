import { isPrincipal } from '../../directory/tenant-objects.ts'
import { textAt } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import type { Tenant } from '../../world.ts'

/** How long Entra ID needs to replicate a new identity; it is not documented, 30 to 60 s are reported. */
const directoryReplication = 30_000

/**
 * Whether Entra ID finds the object ID: a user, a group, a program, or a managed identity that is old enough.
 * https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#symptom---assigning-a-role-to-a-new-principal-sometimes-fails
 */
export function isInDirectory(tenant: Tenant, objectId: string): boolean {
  if (isPrincipal(tenant, objectId) || tenant.groups?.some(({ id }) => id === objectId)) return true
  const known = tenant.clock.now() - directoryReplication
  return tenant.store
    .list('/subscriptions')
    .some((resource) => principalIdOf(resource) === objectId && madeAt(resource) <= known)
}

function principalIdOf({ properties, envelope }: StoredResource): string | undefined {
  return textAt(properties, 'principalId') ?? textAt(envelope, 'identity', 'principalId')
}

// An identity that was changed after its creation is already replicated.
function madeAt({ change }: StoredResource): number {
  return change?.state === 'Creating' ? change.startedAt : -Infinity
}
