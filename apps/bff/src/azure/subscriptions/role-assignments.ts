import { createHash } from 'node:crypto'
import { apiVersions, subscriptionIdOf } from '@portal/arm'
import * as z from 'zod/mini'
import { ArmRefusal } from '../arm/arm-reply.ts'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf } from '../arm/sdk-answers.ts'

const apiVersion = apiVersions.roleAssignments.version

const armRoleAssignment = z.object({
  id: z.string(),
  properties: z.object({
    principalId: z.string(),
    principalType: z.nullish(z.string()),
    roleDefinitionId: z.string(),
    scope: z.string(),
    createdOn: z.nullish(z.string()),
  }),
})
export type ArmRoleAssignment = z.output<typeof armRoleAssignment>['properties']

/**
 * Who has which role at a resource, above it or below: all, or those of a filter such as `atScope()`.
 * https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest
 */
export async function listRoleAssignments(
  azure: Azure,
  scope: string,
  filter?: string,
): Promise<(ArmRoleAssignment & { id: string })[]> {
  const url = armUrl(`${scope}/providers/Microsoft.Authorization/roleAssignments`, {
    'api-version': apiVersion,
    ...(filter !== undefined && { $filter: filter }),
  })
  return (await allOf(armRoleAssignment, listAt(azure, url))).map(({ id, properties }) => ({ id, ...properties }))
}

interface NewAssignment {
  scope: string
  principalId: string
  /** GUID */
  roleId: string
  /** an identity that Entra ID might not have yet: ARM doesn't look it up */
  principalType?: 'ServicePrincipal'
}

/** Assigns a role; no change if it is already assigned. Throws `ArmRefusal`. */
export async function assignRole(
  azure: Azure,
  { scope, principalId, roleId, principalType }: NewAssignment,
): Promise<void> {
  // The same name each time: a repeated call creates one assignment.
  const name = guidOf(`${scope} ${principalId} ${roleId}`.toLowerCase())
  const url = armUrl(`${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`, {
    'api-version': apiVersion,
  })
  const roleDefinitionId = `/subscriptions/${subscriptionIdOf(scope)}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`
  const properties = { roleDefinitionId, principalId, ...(principalType && { principalType }) }
  await azure.send({ method: 'PUT', url, body: { properties } }).catch((error: unknown) => {
    if (!(error instanceof ArmRefusal && error.arm.code === 'RoleAssignmentExists')) throw error
  })
}

/** Removes a role assignment by its ID; no change if there is none. */
export async function removeAssignment(azure: Azure, id: string): Promise<void> {
  await azure.send({ method: 'DELETE', url: armUrl(id, { 'api-version': apiVersion }) })
}

function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
