import { keyRoles } from '@portal/disk-encryption'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { queryResourceGraph } from '../../arm/resource-graph.ts'
import { armIdentity, principalIdsOf } from '../../disk-encryption-sets/disk-encryption-sets.ts'
import { assignmentOf, grantText, roleIdOf, textsIn } from './granted-role.ts'
import { hasOwnGrant, usesRoles, type AccessBeyondOwn, type SurveyedSet } from './surveyed-facts.ts'

/**
 * Reads the access besides own grants for the sets that seem to have none, by the `queries`: none if each set has one.
 */
export async function accessBeyondOwn(
  azure: Azure,
  rows: readonly SurveyedSet[],
): Promise<AccessBeyondOwn & { queries: string[] }> {
  const without = rows.filter((row) => row.vault && principalIdsOf(row).length > 0 && !hasOwnGrant(row))
  const byRoles = without.filter(usesRoles)
  const byPolicies = without.filter((row) => !usesRoles(row))
  const ofRoles = byRoles.length === 0 ? [] : [assignmentsQuery(byRoles.flatMap(principalIdsOf))]
  const vaultIds = [...new Set(byPolicies.map(({ vaultId }) => vaultId))]
  const ofPolicies = vaultIds.length === 0 ? [] : [identitiesQuery(vaultIds)]
  const read = async <Row extends z.ZodMiniType>(queries: string[], row: Row) =>
    (await Promise.all(queries.map((query) => queryResourceGraph(azure, row, { query })))).flat()
  const [roles, identities] = await Promise.all([read(ofRoles, assignmentRow), read(ofPolicies, identityRow)])
  return {
    assignments: roles.flatMap(({ grants }) => grants.filter((grant) => grant !== '').map(assignmentOf)),
    readable: new Set(roles.map(({ subscriptionId }) => subscriptionId.toLowerCase())),
    identities: new Set([...rows.flatMap(principalIdsOf), ...identities.flatMap(principalIdsOf)]),
    queries: [...ofRoles, ...ofPolicies],
  }
}

const assignmentRow = z.object({ subscriptionId: z.string(), grants: z.array(z.string()) })
const identityRow = z.object({ identity: z.nullish(armIdentity) })

// A row for each subscription whose assignments the user can read: elsewhere, no assignment would prove nothing.
function assignmentsQuery(principalIds: string[]): string {
  return `authorizationresources
  | where type =~ 'microsoft.authorization/roleassignments'
  | extend roleId = ${roleIdOf}, principalId = tostring(properties.principalId)
  | extend isOfGroup = tostring(properties.principalType) =~ 'Group'
  | extend matters = roleId !in (${textsIn(keyRoles.other)}) and (isOfGroup or principalId in (${textsIn(principalIds)}))
  | extend grant = iff(matters, ${grantText}, '')
  | summarize grants = make_set(grant) by subscriptionId
  | order by subscriptionId asc`
}

// Who has a policy and is a set's identity is no group.
function identitiesQuery(vaultIds: string[]): string {
  return `Resources
  | where type =~ 'microsoft.compute/diskencryptionsets'
  | extend vaultId = tolower(tostring(properties.activeKey.sourceVault.id))
  | where vaultId in (${textsIn(vaultIds)})
  | project id, identity
  | order by id asc`
}
