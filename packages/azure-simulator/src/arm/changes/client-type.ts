import type { ChangeActor } from '../../resource-change.ts'
import type { Tenant } from '../../world.ts'
import type { ArmOperation, Caller } from '../request.ts'

// By what a client says of itself. The words of the first two are those of public records, the rest are our reading.
const clients: [RegExp, string][] = [
  [/azurecli|azure-cli/i, 'Azure CLI'],
  [/^mozilla/i, 'Azure Portal'],
  [/azurepowershell|azure-powershell/i, 'Azure PowerShell'],
  [/terraform/i, 'Terraform'],
]

/** The `clientType` of a request with that `User-Agent`. */
export function clientTypeOf(userAgent: string | undefined): string {
  return clients.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? 'Unspecified'
}

/**
 * Who changes what an operation writes: a user by name, a program by its client ID.
 * https://learn.microsoft.com/azure/governance/resource-graph/changes/get-resource-changes
 */
export function changeActor(
  { users }: Pick<Tenant, 'users'>,
  { objectId, name }: Caller,
  said: Pick<ChangeActor, 'clientType' | 'correlationId'> & { action: ArmOperation['action'] },
): ChangeActor {
  const { clientType, correlationId, action = 'Unspecified' } = said
  const isUser = users.some(({ id }) => id === objectId)
  return {
    changedBy: name,
    changedByType: isUser ? 'User' : 'Application',
    clientType,
    operation: action === 'Unspecified' ? action : action.toLowerCase(),
    correlationId,
  }
}
