import { apiVersions } from '@portal/arm'
import { policyOf } from '@portal/disk-encryption'
import type { PolicyAssignment } from '@portal/version-rules'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf, answered, unlessHidden } from '../arm/sdk-answers.ts'
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

const armPolicyDefinition = z.object({
  properties: z.object({
    parameters: z.nullish(z.record(z.string(), z.object({ defaultValue: z.optional(z.unknown()) }))),
    // oxlint-disable-next-line unicorn/no-thenable -- the word of Azure Policy
    policyRule: z.object({ if: z.unknown(), then: z.object({ effect: z.string() }) }),
  }),
})
type PolicyDefinition = z.output<typeof armPolicyDefinition>['properties']

/**
 * The policies assigned at a scope (id of a resource, a group or a subscription) or above it, but for those that leave
 * it out. The rules of custom ones are read.
 * https://learn.microsoft.com/rest/api/policy/policy-assignments/list-for-resource
 */
export async function listPolicyAssignments(azure: Azure, scope: string): Promise<PolicyAssignment[] | 'unreadable'> {
  const url = armUrl(`${scope}/providers/Microsoft.Authorization/policyAssignments`, {
    'api-version': apiVersions.policyAssignments.version,
    $filter: 'atScope()',
  })
  const assignments = await unlessHidden(allOf(armPolicyAssignment, listAt(azure, url)))
  if (assignments === undefined) return 'unreadable'
  const effective = assignments.filter((assignment) => !leavesOut(assignment, scope))
  const ids = new Set(effective.map(({ properties }) => properties.policyDefinitionId))
  const definitions = await Promise.all(
    [...ids].filter(isCustom).map(async (id) => [id, await unlessHidden(readDefinition(azure, id))] as const),
  )
  return effective.map((assignment) => toPolicyAssignment(assignment, new Map(definitions)))
}

function isCustom(definitionId: string): boolean {
  return /^\/(subscriptions|providers\/Microsoft\.Management)\/.*\/policyDefinitions\/[^/]+$/i.test(definitionId)
}

async function readDefinition(azure: Azure, id: string): Promise<PolicyDefinition> {
  const url = armUrl(id, { 'api-version': apiVersions.policyAssignments.version })
  return (await answered(armPolicyDefinition, azure.send({ method: 'GET', url }))).properties
}

function leavesOut({ properties }: z.output<typeof armPolicyAssignment>, scope: string): boolean {
  return (properties.notScopes ?? []).some((left) => `${scope}/`.toLowerCase().startsWith(`${left}/`.toLowerCase()))
}

function toPolicyAssignment(
  { id, name, properties }: z.output<typeof armPolicyAssignment>,
  definitions: ReadonlyMap<string, PolicyDefinition | undefined>,
): PolicyAssignment {
  const { displayName, policyDefinitionId, parameters, enforcementMode } = properties
  const definition = definitions.get(policyDefinitionId)
  const rule = definition?.policyRule
  const valueOf = (parameter: string) =>
    parameters?.[parameter]?.value ?? definition?.parameters?.[parameter]?.defaultValue
  const [, effectParameter] = /^\[parameters\('([^']+)'\)\]$/i.exec(rule?.then.effect ?? "[parameters('effect')]") ?? []
  const effect = z.safeParse(z.string(), effectParameter === undefined ? rule?.then.effect : valueOf(effectParameter))
  const allowed = z.safeParse(z.array(z.string()), valueOf('allowedEncryptionSets'))
  const allowedDefinitions = z.safeParse(z.array(z.string()), valueOf('imageDefinitionIds'))
  return {
    id,
    displayName: displayName || name,
    isEnforced: enforcementMode !== 'DoNotEnforce',
    ...defined({
      policy: policyOf(policyDefinitionId, rule?.if),
      effect: effect.data,
      allowedEncryptionSets: allowed.data,
      allowedDefinitions: allowedDefinitions.data,
    }),
  }
}
