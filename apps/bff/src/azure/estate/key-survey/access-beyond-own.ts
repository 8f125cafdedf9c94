import { keyRoles } from '@portal/image-version'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { armIdentity, principalIdsOf } from '../../sets/disk-encryption-sets.ts'
import { queryResourceGraph } from '../resource-graph.ts'
import { assignmentOf, grantText, roleIdOf, textsIn } from './granted-role.ts'
import { hasOwnGrant, usesRoles, type AccessBeyondOwn, type SurveyedSet } from './surveyed-facts.ts'

/** Reads the access besides own grants for the sets that seem to have none; no query if each has one. */
export async function accessBeyondOwn(azure: Azure, rows: readonly SurveyedSet[]): Promise<AccessBeyondOwn> {
  const without = rows.filter((row) => row.vault && principalIdsOf(row).length > 0 && !hasOwnGrant(row))
  const byRoles = without.filter(usesRoles)
  const byPolicies = without.filter((row) => !usesRoles(row))
  const [roles, identities] = await Promise.all([
    byRoles.length === 0 ? [] : readAssignments(azure, byRoles.flatMap(principalIdsOf)),
    byPolicies.length === 0 ? [] : readIdentities(azure, [...new Set(byPolicies.map(({ vaultId }) => vaultId))]),
  ])
  return {
    assignments: roles.flatMap(({ grants }) => grants.filter((grant) => grant !== '').map(assignmentOf)),
    readable: new Set(roles.map(({ subscriptionId }) => subscriptionId.toLowerCase())),
    identities: new Set([...rows.flatMap(principalIdsOf), ...identities.flatMap(principalIdsOf)]),
  }
}

// A row for each subscription whose assignments the user can read: elsewhere, no assignment would prove nothing.
function readAssignments(azure: Azure, principalIds: string[]) {
  const row = z.object({ subscriptionId: z.string(), grants: z.array(z.string()) })
  return queryResourceGraph(azure, row, {
    query: `authorizationresources
      | where type =~ 'microsoft.authorization/roleassignments'
      | extend roleId = ${roleIdOf}, principalId = tostring(properties.principalId)
      | extend isOfGroup = tostring(properties.principalType) =~ 'Group'
      | extend matters = roleId !in (${textsIn(keyRoles.other)}) and (isOfGroup or principalId in (${textsIn(principalIds)}))
      | extend grant = iff(matters, ${grantText}, '')
      | summarize grants = make_set(grant) by subscriptionId
      | order by subscriptionId asc`,
  })
}

// Who has a policy and is a set's identity is no group.
function readIdentities(azure: Azure, vaultIds: string[]) {
  const row = z.object({ identity: z.nullish(armIdentity) })
  return queryResourceGraph(azure, row, {
    query: `Resources
      | where type =~ 'microsoft.compute/diskencryptionsets'
      | extend vaultId = tolower(tostring(properties.activeKey.sourceVault.id))
      | where vaultId in (${textsIn(vaultIds)})
      | project id, identity
      | order by id asc`,
  })
}
