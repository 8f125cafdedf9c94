import { createHash } from 'node:crypto'
import { apiVersions } from '@portal/arm'
import * as z from 'zod/mini'
import { allOf } from '../arm/answered.ts'
import { ArmRefusal } from '../arm/arm-reply.ts'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'

const apiVersion = apiVersions.roleAssignments.version

const armRoleAssignment = z.object({
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
 * Who has which role at a resource, above it or below.
 * https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest
 */
export async function listRoleAssignments(azure: Azure, scope: string): Promise<ArmRoleAssignment[]> {
  const url = armUrl(`${scope}/providers/Microsoft.Authorization/roleAssignments`, { 'api-version': apiVersion })
  return (await allOf(armRoleAssignment, listAt(azure, url))).map(({ properties }) => properties)
}

/** Assigns a role, by its GUID, to a managed identity; no change if it is already assigned. */
export async function assignRole(
  azure: Azure,
  { scope, subscriptionId, principalId, roleId }: Record<'scope' | 'subscriptionId' | 'principalId' | 'roleId', string>,
): Promise<void> {
  // The same name each time: a repeated call creates one assignment.
  const name = guidOf(`${scope} ${principalId} ${roleId}`.toLowerCase())
  const url = armUrl(`${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`, {
    'api-version': apiVersion,
  })
  const roleDefinitionId = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`
  // With the type, ARM does not look up a new identity that Entra ID might not have yet.
  const properties = { roleDefinitionId, principalId, principalType: 'ServicePrincipal' }
  await azure.send({ method: 'PUT', url, body: { properties } }).catch((error: unknown) => {
    if (!(error instanceof ArmRefusal && error.arm.code === 'RoleAssignmentExists')) throw error
  })
}

function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
