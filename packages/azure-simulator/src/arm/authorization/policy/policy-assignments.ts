import { isJsonObject, textAt, valueAt, type Json, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { bodyReader } from '../../body-reader.ts'
import { ArmRefusal } from '../../errors.ts'
import { extensionAt, extensionOperations, removeStored } from '../../extension-resources.ts'
import { parameter, type ArmOperation, type ArmRequest } from '../../request.ts'
import { requestedProperties } from '../../writing.ts'
import { isWithin } from '../access.ts'
import type { BuiltInPolicy } from './built-in-policies.ts'
import { type NamedPolicy, policyEffects, policyOf } from './policy-definitions.ts'

/** Assignments are stored as resources: a policy that applies to a subscription, a group or one resource. */
export const policyAssignmentType = 'Microsoft.Authorization/policyAssignments'

const at = extensionAt(policyAssignmentType)

/** An assignment as Azure returns it. */
export function presentPolicyAssignment({ id, name, properties }: StoredResource): JsonObject {
  return { properties, id, type: policyAssignmentType, name }
}

/** An assignment's value of a parameter of its policy; undefined: it has none. */
export function assignedValue({ properties }: StoredResource, name: string): Json | undefined {
  return valueAt(properties, 'parameters', name, 'value')
}

/** All assignments in the subscription whose scope contains `id`. */
export function policyAssignmentsOver(request: Pick<ArmRequest, 'tenant'>, id: string): StoredResource[] {
  const subscription = id.split('/').slice(0, 3).join('/')
  return request.tenant.store
    .list(subscription, policyAssignmentType)
    .filter(({ properties }) => isWithin(id, textAt(properties, 'scope') ?? ''))
}

function assertParameters(given: JsonObject, { name, policy, effect: stated }: NamedPolicy): void {
  const refuse = (code: string, message: string) => new ArmRefusal(400, { code, message })
  const known = [...(stated === undefined ? ['effect'] : []), ...Object.keys(policy.parameters)]
  const undefinedOne = Object.keys(given).find((parameterName) => !known.includes(parameterName))
  if (undefinedOne !== undefined)
    throw refuse(
      'UndefinedPolicyParameter',
      `The policy definition '${name}' does not define the parameter '${undefinedOne}'.`,
    )
  const missing = Object.entries(policy.parameters)
    .filter(([key, declared]) => given[key] === undefined && valueAt(declared, 'defaultValue') === undefined)
    .map(([key]) => key)
  if (missing.length > 0)
    throw refuse(
      'MissingPolicyParameter',
      `The policy assignment is missing the parameter(s) '${missing.join(',')}' as defined in the policy definition '${name}'.`,
    )
  const effect = textAt(given, 'effect', 'value') ?? 'Audit'
  if (!policyEffects.includes(effect))
    throw refuse(
      'PolicyParameterValueNotAllowed',
      `The value '${effect}' is not allowed for policy parameter 'effect' in policy definition '${name}'. The allowed values are '${policyEffects.join(', ')}'.`,
    )
}

function put(request: ArmRequest) {
  const sent = requestedProperties(request)
  const reader = bodyReader(sent, 'properties')
  const policyDefinitionId = reader.text('policyDefinitionId') ?? ''
  const parameters = isJsonObject(sent['parameters']) ? sent['parameters'] : {}
  assertParameters(parameters, policyOf(policyDefinitionId, request.tenant.store))
  const stored = at.stored(request)
  const assignment: StoredResource = {
    id: stored?.id ?? at.idOf(request),
    type: policyAssignmentType,
    name: stored?.name ?? parameter(request, 'name'),
    location: '',
    properties: {
      displayName: reader.text('displayName') ?? '',
      policyDefinitionId,
      scope: at.scopeOf(request),
      notScopes: Array.isArray(sent['notScopes']) ? sent['notScopes'] : [],
      parameters,
      enforcementMode: reader.text('enforcementMode') ?? 'Default',
    },
  }
  request.tenant.store.put(assignment)
  return { status: 201, body: presentPolicyAssignment(assignment) }
}

/** https://learn.microsoft.com/rest/api/policy/policy-assignments */
export const policyAssignments: ArmOperation[] = extensionOperations({
  at,
  put,
  find: at.stored,
  list(request) {
    const scope = at.scopeOf(request)
    const isOnlyAtScope = /atScope/i.test(request.query['$filter'] ?? '')
    const below = isOnlyAtScope ? [] : request.tenant.store.list(scope, policyAssignmentType)
    return [...new Set([...policyAssignmentsOver(request, scope), ...below])]
  },
  present: presentPolicyAssignment,
  notFound(request) {
    const message = `The policy assignment '${parameter(request, 'name')}' is not found.`
    return new ArmRefusal(404, { code: 'PolicyAssignmentNotFound', message })
  },
  remove: removeStored,
  returnsDeleted: true,
})

/** An assignment's values of the parameters of its policy, or their defaults. */
export function assignedParameters(assignment: StoredResource, { parameters }: BuiltInPolicy): JsonObject {
  return Object.fromEntries(
    Object.keys(parameters).map((name) => [
      name,
      assignedValue(assignment, name) ?? valueAt(parameters, name, 'defaultValue'),
    ]),
  )
}
