import { regionName } from '@portal/arm'
import { spend } from '../../../budget/work-budget.ts'
import { textAt, valueAt } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { allowedScopes, isWithin } from '../../authorization/access.ts'
import { builtInPolicies } from '../../authorization/policy/built-in-policies.ts'
import {
  assignedParameters,
  assignedValue,
  policyAssignmentType,
  presentPolicyAssignment,
} from '../../authorization/policy/policy-assignments.ts'
import { policyOf, presentPolicyDefinition } from '../../authorization/policy/policy-definitions.ts'
import { readable } from '../../collections.ts'
import { guidOf } from '../../guid.ts'
import type { ArmRequest } from '../../request.ts'
import type { Row } from '../values.ts'
import { emptyCells } from './empty-cells.ts'

/**
 * The table policyresources: assignments, built-in definitions, and the state of each resource under each assignment.
 * https://learn.microsoft.com/azure/governance/policy/samples/resource-graph-samples
 */
export function policyRows(request: ArmRequest, subscriptionIds: string[]): Row[] {
  const { tenant } = request
  const assignments = subscriptionIds.flatMap((subscriptionId) =>
    tenant.store.list(`/subscriptions/${subscriptionId}`, policyAssignmentType),
  )
  const canRead = allowedScopes(tenant, request.caller, `${policyAssignmentType}/read`)
  const { tenantId } = tenant
  const definitions = Object.entries(builtInPolicies).map((policy): Row => {
    spend(40)
    return {
      ...emptyCells,
      ...presentPolicyDefinition(policy),
      type: 'microsoft.authorization/policydefinitions',
      tenantId,
    }
  })
  return [
    ...assignments
      .filter(({ id }) => canRead(id))
      .map((assignment): Row => ({
        ...emptyCells,
        ...groupOf(assignment.id),
        ...presentPolicyAssignment(assignment),
        type: policyAssignmentType.toLowerCase(),
        tenantId,
      })),
    ...definitions,
    ...assignments.flatMap((assignment) => stateRows(request, assignment)),
  ]
}

// Azure looks at a resource when it is written and once a day; here its state is that of now.
function stateRows(request: ArmRequest, assignment: StoredResource): Row[] {
  const { tenant, clock } = request
  const named = policyOf(textAt(assignment.properties, 'policyDefinitionId') ?? '', tenant.store)
  const { id: definitionId, name: definition, policy } = named
  const effect = named.effect ?? textAt(assignedValue(assignment, 'effect')) ?? 'Audit'
  if (effect.toLowerCase() === 'disabled') return []
  const parameters = assignedParameters(assignment, policy)
  const scope = textAt(assignment.properties, 'scope') ?? ''
  const excluded = valueAt(assignment.properties, 'notScopes')
  const isExcluded = (id: string) =>
    Array.isArray(excluded) && excluded.some((outer) => typeof outer === 'string' && isWithin(id, outer))
  const examined = readable(
    request,
    policy.types.flatMap((type) => tenant.store.list(scope, type)),
  )
  return examined
    .filter(({ id }) => !isExcluded(id))
    .map((resource): Row => {
      spend(60)
      const violation = policy.rule({ resource, parameters, store: tenant.store })
      const group = groupOf(resource.id)
      const name = guidOf(`state of ${resource.id} under ${assignment.id}`)
      const properties = {
        timestamp: new Date(clock.now()).toISOString(),
        resourceId: resource.id,
        resourceType: resource.type,
        resourceLocation: regionName(resource.location),
        ...group,
        complianceState: violation === undefined ? 'Compliant' : 'NonCompliant',
        policyAssignmentId: assignment.id,
        policyAssignmentName: assignment.name,
        policyAssignmentScope: scope,
        policyDefinitionId: definitionId,
        policyDefinitionName: definition,
        policyDefinitionAction: effect.toLowerCase(),
        policyDefinitionReferenceId: '',
        policySetDefinitionId: '',
      }
      return {
        ...emptyCells,
        ...group,
        id: `${resource.id}/providers/Microsoft.PolicyInsights/policyStates/${name}`,
        name,
        type: 'microsoft.policyinsights/policystates',
        tenantId: tenant.tenantId,
        properties,
      }
    })
}

function groupOf(id: string): { subscriptionId: string; resourceGroup: string } {
  const [, , subscriptionId = '', kind, group = ''] = id.toLowerCase().split('/')
  return { subscriptionId, resourceGroup: kind === 'resourcegroups' ? group : '' }
}
