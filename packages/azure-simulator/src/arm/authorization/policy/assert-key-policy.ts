import { textAt, valueAt } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import type { Tenant } from '../../../world.ts'
import { ArmRefusal } from '../../errors.ts'
import { policyAssignmentsOver } from './policy-assignments.ts'
import { isDenying, policyOf } from './policy-definitions.ts'

/**
 * Throws 403 for a new version of a key without an expiration date, where a policy with the effect Deny asks for one.
 * https://learn.microsoft.com/azure/key-vault/general/azure-policy
 */
export function assertKeyPolicy(tenant: Tenant, version: StoredResource): void {
  if ((valueAt(version.properties, 'attributes', 'exp') ?? null) !== null) return
  const denies = (assignment: StoredResource) => {
    const named = policyOf(textAt(assignment.properties, 'policyDefinitionId') ?? '', tenant.store)
    return named.policy.mode === 'Microsoft.KeyVault.Data' && isDenying(assignment, named)
  }
  const denying = policyAssignmentsOver({ tenant }, version.id).find(denies)
  if (denying === undefined) return
  const message = `The operation was denied by policy. Policy assignment: '${denying.id}'.`
  throw new ArmRefusal(403, { code: 'Forbidden', message, details: [{ code: 'ForbiddenByPolicy', message }] })
}
