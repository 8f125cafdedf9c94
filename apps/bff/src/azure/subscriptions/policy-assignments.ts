import { apiVersions } from '@portal/arm'
import type { PolicyAssignment } from '@portal/version-rules'
import * as z from 'zod/mini'
import { allOf, unlessHidden } from '../arm/answered.ts'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { defined } from '../arm/wire-facts.ts'

const armPolicyAssignment = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({
    displayName: z.nullish(z.string()),
    policyDefinitionId: z.string(),
    notScopes: z.nullish(z.array(z.string())),
    parameters: z.nullish(z.record(z.string(), z.object({ value: z.unknown() }))),
    enforcementMode: z.nullish(z.string()),
  }),
})

/**
 * The policies assigned at a scope (id of a resource, a group or a subscription) or above it, but for those that leave
 * it out.
 * https://learn.microsoft.com/rest/api/policy/policy-assignments/list-for-resource
 */
export async function listPolicyAssignments(azure: Azure, scope: string): Promise<PolicyAssignment[] | 'unreadable'> {
  const url = armUrl(`${scope}/providers/Microsoft.Authorization/policyAssignments`, {
    'api-version': apiVersions.policyAssignments.version,
    $filter: 'atScope()',
  })
  const assignments = await unlessHidden(allOf(armPolicyAssignment, listAt(azure, url)))
  if (assignments === undefined) return 'unreadable'
  return assignments.filter((assignment) => !leavesOut(assignment, scope)).map(toPolicyAssignment)
}

function leavesOut({ properties }: z.output<typeof armPolicyAssignment>, scope: string): boolean {
  return (properties.notScopes ?? []).some((left) => `${scope}/`.toLowerCase().startsWith(`${left}/`.toLowerCase()))
}

function toPolicyAssignment({ id, name, properties }: z.output<typeof armPolicyAssignment>): PolicyAssignment {
  const { displayName, policyDefinitionId, parameters, enforcementMode } = properties
  const effect = z.safeParse(z.string(), parameters?.['effect']?.value)
  const allowed = z.safeParse(z.array(z.string()), parameters?.['allowedEncryptionSets']?.value)
  const definitions = z.safeParse(z.array(z.string()), parameters?.['imageDefinitionIds']?.value)
  return {
    id,
    displayName: displayName || name,
    definitionName: policyDefinitionId.split('/').at(-1)?.toLowerCase() ?? '',
    isEnforced: enforcementMode !== 'DoNotEnforce',
    ...defined({ effect: effect.data, allowedEncryptionSets: allowed.data, allowedDefinitions: definitions.data }),
  }
}
