import { kqlText } from '../../arm/resource-graph.ts'
import type { ArmRoleAssignment } from '../../subscriptions/role-assignments.ts'

// https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources#authorizationresources

const roleParts = `split(tostring(properties.roleDefinitionId), '/')`

/**
 * The GUID of an assignment's role, in lower case: the last part of its definition's ID, which begins with a
 * subscription or not.
 */
export const roleIdOf = `tolower(coalesce(tostring(${roleParts}[6]), tostring(${roleParts}[4])))`

/** An assignment as one text: role, type of the principal, date, principal and scope, which is last: it has blanks. */
export const grantText = `strcat(${roleIdOf}, ' ', tostring(properties.principalType), ' ',
  tostring(properties.createdOn), ' ', tostring(properties.principalId), ' ', tostring(properties.scope))`

/** Texts as the list of an `in` operator. */
export function textsIn(texts: readonly string[]): string {
  return texts.map(kqlText).join(', ')
}

/** The assignment that `grantText` wrote. */
export function assignmentOf(grant: string): ArmRoleAssignment {
  const [roleDefinitionId = '', principalType = '', createdOn = '', principalId = '', ...scope] = grant.split(' ')
  return { roleDefinitionId, principalType, createdOn: createdOn || undefined, principalId, scope: scope.join(' ') }
}
