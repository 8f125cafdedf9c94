import { type Json, type JsonObject, textAt, valueAt } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { ArmRefusal } from '../../errors.ts'
import type { ArmRequest } from '../../request.ts'
import type { BuiltInPolicy } from './built-in-policies.ts'
import { assignedParameters, policyAssignmentsOver } from './policy-assignments.ts'
import { isDenying, type NamedPolicy, policyOf } from './policy-definitions.ts'
import type { EvaluatedExpression } from './resource-rules.ts'

interface Violation extends NamedPolicy {
  assignment: StoredResource
  /** absent for a custom policy: which part of a rule holds is not told */
  expression?: EvaluatedExpression
}

/**
 * 403 with the policies a request is against:
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-policy-requestdisallowedbypolicy
 */
class RequestDisallowedByPolicy extends ArmRefusal {
  private readonly additionalInfo: Json[]
  constructor({ name: target, type }: Judged, violations: Violation[]) {
    const identifiers = violations.map(({ assignment, id, policy }) => ({
      policyAssignment: { name: displayNameOf(assignment), id: assignment.id },
      policyDefinition: { name: policy.displayName, id, version: policy.version },
    }))
    const message = `Resource '${target}' was disallowed by policy. Policy identifiers: '${JSON.stringify(identifiers)}'.`
    super(403, { code: 'RequestDisallowedByPolicy', target, message }, { 'x-ms-failure-cause': 'gateway' })
    this.additionalInfo = violations.map((violation) => ({ type: 'PolicyViolation', info: infoOf(violation, type) }))
  }

  override body(): JsonObject {
    const { code, target, message, additionalInfo } = this
    return { error: { code, target, message, additionalInfo } }
  }
}

/** A PUT as a policy looks at it. */
interface Judged {
  request: ArmRequest
  /** of the resource, with the next two */
  id: string
  name: string
  type: string
  /** the first thing in the PUT that the policy is against, if any */
  violationOf: (policy: BuiltInPolicy, parameters: JsonObject) => EvaluatedExpression | undefined
}

/** As `assertPolicy`, of a resource as it would be stored. */
export function assertResourcePolicy(request: ArmRequest, resource: StoredResource): void {
  const { id, name, type } = resource
  const { store } = request.tenant
  assertPolicy({
    request,
    id,
    name,
    type,
    violationOf: ({ types, rule }, parameters) =>
      types.includes(type) ? rule({ resource, parameters, store }) : undefined,
  })
}

/** Throws 403 RequestDisallowedByPolicy if a policy assigned with the effect Deny is against the PUT. */
export function assertPolicy(judged: Judged): void {
  const violations = policyAssignmentsOver(judged.request, judged.id).flatMap((assignment): Violation[] => {
    const { request, type } = judged
    const named = policyOf(textAt(assignment.properties, 'policyDefinitionId') ?? '', request.tenant.store)
    if (!isDenying(assignment, named)) return []
    const { policy } = named
    const parameters = assignedParameters(assignment, policy)
    if (policy.isAgainst?.({ ...request.body, type }, parameters) === true) return [{ assignment, ...named }]
    const expression = judged.violationOf(policy, parameters)
    return expression ? [{ assignment, ...named, expression }] : []
  })
  if (violations.length > 0) throw new RequestDisallowedByPolicy(judged, violations)
}

function displayNameOf({ name, properties }: StoredResource): string {
  return textAt(properties, 'displayName') || name
}

function infoOf({ assignment, id, name, policy, expression }: Violation, type: string): JsonObject {
  return {
    evaluationDetails: {
      evaluatedExpressions: [
        {
          result: 'True',
          expressionKind: 'Field',
          expression: 'type',
          path: 'type',
          expressionValue: type,
          targetValue: type,
          operator: 'Equals',
        },
        ...(expression
          ? [{ result: expression.operator === 'Exists' ? 'False' : 'True', expressionKind: 'Field', ...expression }]
          : []),
      ],
    },
    policyDefinitionId: id,
    policyDefinitionName: name,
    policyDefinitionDisplayName: policy.displayName,
    policyDefinitionVersion: policy.version,
    policyDefinitionEffect: 'Deny',
    policyAssignmentId: assignment.id,
    policyAssignmentName: assignment.name,
    policyAssignmentDisplayName: displayNameOf(assignment),
    policyAssignmentScope: textAt(assignment.properties, 'scope'),
    policyAssignmentParameters: valueAt(assignment.properties, 'parameters'),
  }
}
