import { isJsonObject, textAt, valueAt, type Json, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { bodyReader } from '../../body-reader.ts'
import { page } from '../../collections.ts'
import { ArmRefusal } from '../../errors.ts'
import { parameter, type ArmOperation, type ArmRequest } from '../../request.ts'
import { requestedProperties } from '../../writing.ts'
import { isWithin } from '../access.ts'
import type { BuiltInPolicy } from './built-in-policies.ts'
import { type NamedPolicy, policyEffects, policyOf } from './policy-definitions.ts'

/** Assignments are stored as resources: a policy that applies to a subscription, a group or one resource. */
export const policyAssignmentType = 'Microsoft.Authorization/policyAssignments'

const collection = `/subscriptions/:subscriptionId{/*below}/providers/${policyAssignmentType}`
const one = `${collection}/:name`

function scopeOf({ path }: ArmRequest): string {
  return decodeURI(path).replace(/\/providers\/Microsoft\.Authorization\/policyAssignments(\/[^/]*)?$/i, '')
}

function idOf(request: ArmRequest): string {
  return `${scopeOf(request)}/providers/${policyAssignmentType}/${parameter(request, 'name')}`
}

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
  const stored = request.tenant.store.get(idOf(request))
  const assignment: StoredResource = {
    id: stored?.id ?? idOf(request),
    type: policyAssignmentType,
    name: stored?.name ?? parameter(request, 'name'),
    location: '',
    properties: {
      displayName: reader.text('displayName') ?? '',
      policyDefinitionId,
      scope: scopeOf(request),
      notScopes: Array.isArray(sent['notScopes']) ? sent['notScopes'] : [],
      parameters,
      enforcementMode: reader.text('enforcementMode') ?? 'Default',
    },
  }
  request.tenant.store.put(assignment)
  return { status: 201, body: presentPolicyAssignment(assignment) }
}

/** https://learn.microsoft.com/rest/api/policy/policy-assignments */
export const policyAssignments: ArmOperation[] = [
  { method: 'PUT', path: one, action: `${policyAssignmentType}/write`, handle: put },
  {
    method: 'GET',
    path: one,
    action: `${policyAssignmentType}/read`,
    handle(request) {
      const found = request.tenant.store.get(idOf(request))
      if (found) return { status: 200, body: presentPolicyAssignment(found) }
      const message = `The policy assignment '${parameter(request, 'name')}' is not found.`
      throw new ArmRefusal(404, { code: 'PolicyAssignmentNotFound', message })
    },
  },
  {
    method: 'DELETE',
    path: one,
    action: `${policyAssignmentType}/delete`,
    handle(request) {
      const found = request.tenant.store.get(idOf(request))
      if (found === undefined) return { status: 204 }
      request.tenant.store.remove(found.id)
      return { status: 200, body: presentPolicyAssignment(found) }
    },
  },
  {
    method: 'GET',
    path: collection,
    action: `${policyAssignmentType}/read`,
    handle(request) {
      const scope = scopeOf(request)
      const isOnlyAtScope = /atScope/i.test(request.query['$filter'] ?? '')
      const below = isOnlyAtScope ? [] : request.tenant.store.list(scope, policyAssignmentType)
      const all = new Set([...policyAssignmentsOver(request, scope), ...below])
      return page(request, [...all].map(presentPolicyAssignment))
    },
  },
]

/** An assignment's values of the parameters of its policy, or their defaults. */
export function assignedParameters(assignment: StoredResource, { parameters }: BuiltInPolicy): JsonObject {
  return Object.fromEntries(
    Object.keys(parameters).map((name) => [
      name,
      assignedValue(assignment, name) ?? valueAt(parameters, name, 'defaultValue'),
    ]),
  )
}
