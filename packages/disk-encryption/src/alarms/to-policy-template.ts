import { apiVersions, type DeploymentTemplate, plainText, type TemplateResource } from '@portal/arm'
import { alarmPolicies, type AlarmPolicies, type AlarmPolicyName, type PolicyEffect } from './alarm-plan.ts'

/**
 * The template that assigns the chosen policies to a subscription.
 * https://learn.microsoft.com/azure/governance/policy/assign-policy-template
 */
export function toPolicyTemplate(policies: AlarmPolicies): DeploymentTemplate {
  const { customerKeys, allowedSets, doubleEncryption, keyExpiry } = policies
  return {
    $schema: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: {},
    resources: [
      ...(customerKeys ? [assignment('customerKeys', customerKeys)] : []),
      ...(allowedSets
        ? [assignment('allowedSets', allowedSets.effect, { allowedEncryptionSets: allowedSets.sets.map(plainText) })]
        : []),
      ...(doubleEncryption ? [assignment('doubleEncryption', doubleEncryption)] : []),
      ...(keyExpiry ? [assignment('keyExpiry', keyExpiry)] : []),
    ],
    outputs: {},
  }
}

function assignment(
  policy: AlarmPolicyName,
  effect: PolicyEffect,
  more: Record<string, string[]> = {},
): TemplateResource {
  const { assignmentName, definitionName, displayName } = alarmPolicies[policy]
  const values = { effect, ...more }
  return {
    type: 'Microsoft.Authorization/policyAssignments',
    apiVersion: apiVersions.policyAssignments.version,
    name: assignmentName,
    properties: {
      displayName,
      policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${definitionName}`,
      parameters: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
    },
  }
}
