import { apiVersions, type DeploymentTemplate, plainText } from '@portal/arm'
import { alertPolicies, type AlertPolicies, type AlertPolicyName, type PolicyEffect } from './alert-plan.ts'

/** One resource that assigns a policy, at the subscription: a custom definition, or an assignment. */
export interface PolicyResource {
  type: 'Microsoft.Authorization/policyDefinitions' | 'Microsoft.Authorization/policyAssignments'
  name: string
  properties: object
}

/** What the chosen policies are in a subscription, each custom definition before its assignment. */
export function policyResources(policies: AlertPolicies, subscriptionId: string): PolicyResource[] {
  const { customerKeys, allowedSets, doubleEncryption, keyExpiry, versionKeys, ownImages } = policies
  const resourcesOf = (name: AlertPolicyName, effect: PolicyEffect | undefined, more: Record<string, string[]> = {}) =>
    effect === undefined ? [] : [...definitionOf(name), assignmentOf(name, { effect, ...more }, subscriptionId)]
  return [
    ...resourcesOf('customerKeys', customerKeys),
    ...resourcesOf('allowedSets', allowedSets?.effect, { allowedEncryptionSets: allowedSets?.sets ?? [] }),
    ...resourcesOf('doubleEncryption', doubleEncryption),
    ...resourcesOf('keyExpiry', keyExpiry),
    ...resourcesOf('versionKeys', versionKeys),
    ...resourcesOf('ownImages', ownImages?.effect, { imageDefinitionIds: ownImages?.definitions ?? [] }),
  ]
}

function definitionOf(policy: AlertPolicyName): PolicyResource[] {
  const { definitionName: name, displayName, custom } = alertPolicies[policy]
  if (custom === undefined) return []
  const { description, parameters, condition } = custom
  const effect = { type: 'String', allowedValues: ['Audit', 'Deny', 'Disabled'], defaultValue: 'Audit' }
  const properties = {
    displayName,
    policyType: 'Custom',
    mode: 'Indexed',
    description,
    metadata: { category: 'Compute' },
    parameters: { effect, ...parameters },
    // oxlint-disable-next-line unicorn/no-thenable -- the word of Azure Policy
    policyRule: { if: condition, then: { effect: "[parameters('effect')]" } },
  }
  return [{ type: 'Microsoft.Authorization/policyDefinitions', name, properties }]
}

function assignmentOf(
  policy: AlertPolicyName,
  values: Record<string, unknown>,
  subscriptionId: string,
): PolicyResource {
  const { assignmentName, definitionName, displayName, custom } = alertPolicies[policy]
  const owner = custom === undefined ? '' : `/subscriptions/${subscriptionId}`
  return {
    type: 'Microsoft.Authorization/policyAssignments',
    name: assignmentName,
    properties: {
      displayName,
      policyDefinitionId: `${owner}/providers/Microsoft.Authorization/policyDefinitions/${definitionName}`,
      parameters: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
    },
  }
}

/**
 * The template that assigns the chosen policies to a subscription.
 * https://learn.microsoft.com/azure/governance/policy/assign-policy-template
 */
export function toPolicyTemplate(policies: AlertPolicies, subscriptionId: string): DeploymentTemplate {
  const resources = policyResources(policies, subscriptionId)
  return {
    $schema: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: {},
    resources: resources.map(({ type, name, properties }) => {
      const definition = resources.find((one) => one.type.endsWith('Definitions') && isOf(properties, one.name))
      return {
        type,
        apiVersion: apiVersions.policyAssignments.version,
        name,
        ...(definition && {
          dependsOn: [`[subscriptionResourceId('${definition.type}', '${definition.name}')]`],
        }),
        properties: escaped(properties),
      }
    }),
    outputs: {},
  }
}

function isOf(properties: object, definitionName: string): boolean {
  return 'policyDefinitionId' in properties && String(properties.policyDefinitionId).endsWith(`/${definitionName}`)
}

// The expressions of a rule are for Azure Policy, not for the deployment.
function escaped(value: object): object {
  const inner = (one: unknown): unknown =>
    typeof one === 'string' ? plainText(one) : typeof one === 'object' && one !== null ? escaped(one) : one
  const list: unknown[] | undefined = Array.isArray(value) ? value : undefined
  if (list) return list.map(inner)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inner(one)]))
}
