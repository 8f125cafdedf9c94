import type { JsonObject } from '../../../json.ts'
import { page } from '../../collections.ts'
import { ArmRefusal } from '../../errors.ts'
import { parameter, type ArmOperation } from '../../request.ts'
import { builtInPolicies, type BuiltInPolicy } from './built-in-policies.ts'

const type = 'Microsoft.Authorization/policyDefinitions'

/** The allowed effects of each policy served here. */
export const policyEffects = ['Audit', 'Deny', 'Disabled']

/** The id of a built-in policy: it is of no subscription. */
export function policyDefinitionId(name: string): string {
  return `/providers/${type}/${name}`
}

/** The name of the policy that an id names, and the policy. Throws 404 PolicyDefinitionNotFound. */
export function policyOf(id: string): { name: string; policy: BuiltInPolicy } {
  const name = /\/policyDefinitions\/([^/]+)$/i.exec(id)?.[1]?.toLowerCase() ?? ''
  const policy = builtInPolicies[name]
  if (policy) return { name, policy }
  const message = `The policy definition '${name === '' ? id : name}' could not be found.`
  throw new ArmRefusal(404, { code: 'PolicyDefinitionNotFound', message }, { 'x-ms-failure-cause': 'gateway' })
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
    {
      method: 'GET',
      path: `${scope}/providers/${type}/:name`,
      handle(request) {
        const { name, policy } = policyOf(policyDefinitionId(parameter(request, 'name')))
        return { status: 200, body: presentPolicyDefinition([name, policy]) }
      },
    },
    {
      method: 'GET',
      path: `${scope}/providers/${type}`,
      handle: (request) => page(request, Object.entries(builtInPolicies).map(presentPolicyDefinition)),
    },
  ],
)
