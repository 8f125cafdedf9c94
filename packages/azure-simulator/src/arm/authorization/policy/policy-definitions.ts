import { isJsonObject, textAt, valueAt, type JsonObject } from '../../../json.ts'
import type { Store, StoredResource } from '../../../store/store.ts'
import { page } from '../../collections.ts'
import { ArmRefusal, invalidRequestContent } from '../../errors.ts'
import { parameter, operation, type ArmOperation, type ArmRequest } from '../../request.ts'
import { requestedProperties } from '../../writing.ts'
import { builtInPolicies, type BuiltInPolicy } from './built-in-policies.ts'
import { assertKnownRule, isMet, typesOf } from './evaluated-rule.ts'

const type = 'Microsoft.Authorization/policyDefinitions'

/** The allowed effects of each policy served here. */
export const policyEffects = ['Audit', 'Deny', 'Disabled']

/** The id of a built-in policy: it is of no subscription. */
function policyDefinitionId(name: string): string {
  return `/providers/${type}/${name}`
}

/** A policy with its ID and name, and the effect that its rule states, if the assignment does not decide it. */
export interface NamedPolicy {
  id: string
  name: string
  policy: BuiltInPolicy
  effect?: string
}

/** The policy that an id names: one of Azure's, or a custom one. Throws 404 PolicyDefinitionNotFound. */
export function policyOf(id: string, store: Pick<Store, 'get'>): NamedPolicy {
  const name = /\/policyDefinitions\/([^/]+)$/i.exec(id)?.[1] ?? ''
  const custom = id.startsWith('/subscriptions/') ? store.get(id) : undefined
  if (custom) return { id: custom.id, name: custom.name, ...customPolicy(custom) }
  const policy = builtInPolicies[name.toLowerCase()]
  if (policy) return { id: policyDefinitionId(name.toLowerCase()), name: name.toLowerCase(), policy }
  throw notFound(name === '' ? id : name)
}

/** Whether an assignment of a policy denies, and is enforced. */
export function isDenying({ properties }: StoredResource, { policy, effect }: NamedPolicy): boolean {
  const assigned =
    textAt(properties, 'parameters', 'effect', 'value') ?? textAt(policy.parameters, 'effect', 'defaultValue')
  return (effect ?? assigned)?.toLowerCase() === 'deny' && properties['enforcementMode'] !== 'DoNotEnforce'
}

function customPolicy({ properties }: StoredResource): Pick<NamedPolicy, 'policy' | 'effect'> {
  const condition = valueAt(properties, 'policyRule', 'if')
  const stated = textAt(properties, 'policyRule', 'then', 'effect') ?? ''
  const { parameters } = properties
  const isAgainst = (resource: JsonObject, given: JsonObject) => isMet(condition, { resource, parameters: given })
  const policy: BuiltInPolicy = {
    displayName: textAt(properties, 'displayName') ?? '',
    category: textAt(properties, 'metadata', 'category') ?? '',
    mode: textAt(properties, 'mode') ?? '',
    description: textAt(properties, 'description') ?? '',
    version: '1.0.0',
    parameters: isJsonObject(parameters) ? parameters : {},
    types: typesOf(condition),
    isAgainst,
    rule: ({ resource: { type, properties: own }, parameters: given }) =>
      isAgainst({ type, properties: own }, given)
        ? { expression: 'type', path: 'type', expressionValue: type, targetValue: type, operator: 'NotEquals' }
        : undefined,
  }
  return { policy, ...(!stated.startsWith('[') && { effect: stated }) }
}

function notFound(name: string): ArmRefusal {
  const message = `The policy definition '${name}' could not be found.`
  return new ArmRefusal(404, { code: 'PolicyDefinitionNotFound', message }, { 'x-ms-failure-cause': 'gateway' })
}

/** A built-in definition as Azure returns it. */
export function presentPolicyDefinition([name, policy]: [string, BuiltInPolicy]): JsonObject {
  return {
    properties: {
      displayName: policy.displayName,
      policyType: 'BuiltIn',
      mode: policy.mode,
      description: policy.description,
      metadata: { version: policy.version, category: policy.category },
      version: policy.version,
      parameters: {
        ...policy.parameters,
        effect: {
          type: 'String',
          metadata: { displayName: 'Effect', description: 'Enable or disable the execution of the policy' },
          allowedValues: policyEffects,
          defaultValue: 'Audit',
        },
      },
    },
    id: policyDefinitionId(name),
    type,
    name,
  }
}

/** https://learn.microsoft.com/rest/api/policy/policy-definitions */
export const policyDefinitions: ArmOperation[] = ['', '/subscriptions/:subscriptionId'].flatMap(
  (scope): ArmOperation[] => [
    operation(`GET ${scope}/providers/${type}/:name`, undefined, (request) => {
      const custom = scope === '' ? undefined : request.tenant.store.get(customId(request))
      if (custom) return { status: 200, body: presentCustom(custom) }
      const { name, policy } = policyOf(policyDefinitionId(parameter(request, 'name')), request.tenant.store)
      return { status: 200, body: presentPolicyDefinition([name, policy]) }
    }),
    operation(`GET ${scope}/providers/${type}`, undefined, (request) =>
      page(request, [
        ...Object.entries(builtInPolicies).map(presentPolicyDefinition),
        ...customPolicies(request).map(presentCustom),
      ]),
    ),
  ],
)

const one = `/subscriptions/:subscriptionId/providers/${type}/:name`

/** Custom definitions of a subscription. https://learn.microsoft.com/rest/api/policy/policy-definitions/create-or-update */
export const customPolicyDefinitions: ArmOperation[] = [
  operation(`PUT ${one}`, `${type}/write`, (request) => {
    const sent = requestedProperties(request)
    const rule = isJsonObject(sent['policyRule']) ? sent['policyRule'] : {}
    assertKnownRule(rule['if'])
    if (typesOf(rule['if']).length === 0)
      throw invalidRequestContent('The simulator evaluates rules that compare the type of a resource')
    const definition: StoredResource = {
      id: customId(request),
      type,
      name: parameter(request, 'name'),
      location: '',
      properties: {
        displayName: sent['displayName'] ?? '',
        policyType: 'Custom',
        mode: sent['mode'] ?? 'All',
        description: sent['description'] ?? '',
        metadata: sent['metadata'] ?? {},
        parameters: sent['parameters'] ?? {},
        policyRule: rule,
      },
    }
    request.tenant.store.put(definition)
    return { status: 201, body: presentCustom(definition) }
  }),
  operation(`DELETE ${one}`, `${type}/delete`, (request) => {
    const id = customId(request)
    const { store } = request.tenant
    const found = store.get(id)
    if (found === undefined) return { status: 204 }
    const isUsed = store
      .list(id.split('/').slice(0, 3).join('/'), 'Microsoft.Authorization/policyAssignments')
      .some(({ properties }) => textAt(properties, 'policyDefinitionId')?.toLowerCase() === id.toLowerCase())
    if (isUsed)
      throw new ArmRefusal(409, {
        code: 'PolicyDefinitionInUse',
        message: `The policy definition '${found.name}' cannot be deleted because it is in use.`,
      })
    store.remove(id)
    return { status: 200, body: presentCustom(found) }
  }),
]

function customId(request: ArmRequest): string {
  const subscription = `/subscriptions/${parameter(request, 'subscriptionId').toLowerCase()}`
  return `${subscription}/providers/${type}/${parameter(request, 'name')}`
}

function customPolicies({ tenant, parameters: { subscriptionId } }: ArmRequest): StoredResource[] {
  return subscriptionId === undefined ? [] : tenant.store.list(`/subscriptions/${subscriptionId}`, type)
}

function presentCustom({ id, name, properties }: StoredResource): JsonObject {
  return { properties, id, type, name }
}
