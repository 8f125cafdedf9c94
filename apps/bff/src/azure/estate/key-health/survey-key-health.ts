import { keyRoles } from '@portal/disk-encryption'
import type * as api from '@portal/portal-api'
import type { RequestOf, ResponseOf } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { queryResourceGraphPage, queryResourceGraph } from '../../arm/resource-graph.ts'
import { armIdentity, principalIdsOf } from '../../disk-encryption-sets/disk-encryption-sets.ts'
import { pageQuery } from '../page-query.ts'
import { grantText, roleIdOf, textsIn, assignmentOf } from './granted-role.ts'
import { setSteps, toSetRow } from './set-steps.ts'
import {
  factsOfSurveyed,
  setOfSurvey,
  toSurveyedSet,
  hasOwnGrant,
  usesRoles,
  type AccessBeyondOwn,
  type SurveyedSet,
} from './surveyed-facts.ts'

// What can be computed once for each vault is not left to its sets.
const vaults = `Resources
  | where type =~ 'microsoft.keyvault/vaults'
  | project vaultId = tolower(id), vaultArmId = id, vaultName = name, vaultLocation = location,
    vaultProperties = properties, policies = tostring(properties.accessPolicies),
    isRbac = tostring(properties.enableRbacAuthorization) =~ 'true',
    vaultTroubled = tostring(properties.enableSoftDelete) =~ 'false'
      or tostring(properties.enablePurgeProtection) !~ 'true'
      or (tostring(properties.networkAcls.bypass) =~ 'None'
        and (tostring(properties.networkAcls.defaultAction) =~ 'Deny'
          or tostring(properties.publicNetworkAccess) =~ 'Disabled'))`

// Of all identities: a join finds those of the sets.
const grants = `authorizationresources
  | where type =~ 'microsoft.authorization/roleassignments'
  | project principalId = tostring(properties.principalId), roleId = ${roleIdOf}, grant = ${grantText}
  | where roleId in (${textsIn(keyRoles.usesKeys)})
  | summarize grants = make_set(grant, 50) by principalId
  | extend grantsText = tostring(grants)`

// The first identity of a set: nearly all have one only, and this is only an order.
const principalId = `coalesce(tostring(identity.principalId), tostring(split(
  tostring(split(tostring(identity.userAssignedIdentities), '"principalId":"')[1]), '"')[0]))`

// Where the identity has a role for keys: at the vault, its group, its subscription or above these.
const held = [
  `strcat(' /subscriptions/', tostring(split(vaultId, '/')[2]), '"')`,
  `strcat(' ', vaultId, '"')`,
  `strcat(' ', tostring(split(vaultId, '/providers/')[0]), '"')`,
  `strcat(' ', vaultId, '/keys/')`,
  `' /providers/Microsoft.Management/'`,
  `' /"'`,
]
  .map((scope) => `grantsText contains ${scope}`)
  .join(' or ')

// Only an order: the rules decide, on the facts that come with it.
const place = `place = iff(state !~ 'Succeeded' or isnotempty(rotationError) or isempty(principalId)
    or (isnotempty(vaultName) and (vaultTroubled or vaultLocation !~ location
      or iff(isRbac, not(${held}), not(policies contains principalId)))), 0, 1)`

type Survey = ResponseOf<typeof api.surveyKeyHealth>
type Browsed = RequestOf<typeof api.browseDiskEncryptionSets>

/** A page of sets with the facts that Resource Graph has about their keys, those in visible trouble first. */
export function surveyKeyHealth(azure: Azure, asked: RequestOf<typeof api.surveyKeyHealth>): Promise<Survey> {
  return surveyed(azure, { ...asked, direction: 'asc' }, ['place'])
}

const orders: Record<Browsed['sort'], string> = {
  name: 'tolower(name)',
  location: 'location',
  encryptionType: 'encryptionType',
  key: 'tolower(keyUrl)',
  rotation: 'rotation',
  resourceGroup: 'resourceGroup',
}

/** The same in an order of the user's. */
export async function browseDiskEncryptionSets(
  azure: Azure,
  asked: Browsed,
): Promise<ResponseOf<typeof api.browseDiskEncryptionSets>> {
  const { total, rows } = await surveyed(azure, asked, [orders[asked.sort], orders.name])
  return { total, rows }
}

/**
 * One query for the page; a second for groups and other identities with access, and a third for the identities that
 * share a vault, only where a set seems to have no grant of its own.
 */
async function surveyed(azure: Azure, asked: Omit<Browsed, 'sort'>, by: string[]): Promise<Survey> {
  const isByPlace = by.includes('place')
  const columns = [
    'identity',
    'previousKeys = properties.previousKeys',
    'lastRotation = tostring(properties.lastKeyRotationTimestamp)',
    'federatedClientId = tostring(properties.federatedClientId)',
  ]
  const steps = [
    ...setSteps(asked, columns),
    `extend principalId = ${principalId}`,
    `join kind=leftouter (${vaults}) on vaultId`,
    `join kind=leftouter (${grants}) on principalId`,
    isByPlace && `extend ${place}`,
    `project id, name, location, resourceGroup, encryptionType, state, keyUrl, rotation, rotationError, identity, previousKeys,
      lastRotation, federatedClientId, vaultId, vaultArmId, vaultName, vaultLocation, vaultProperties, grants${isByPlace ? ', place' : ''}`,
  ]
  const page = pageQuery({ asked, steps, orders: by })
  const { total, rows: found } = await queryResourceGraphPage(azure, setOfSurvey, page)
  const rows = found.map(toSurveyedSet)
  const beyond = await accessBeyondOwn(azure, rows)
  return {
    now: azure.now(),
    total,
    rows: rows.map((row) => {
      const facts = factsOfSurveyed(row, beyond)
      return { ...toSetRow(row), ...(facts && { facts }) }
    }),
    queries: [page.query, ...beyond.queries],
  }
}

/**
 * Reads the access besides own grants for the sets that seem to have none, by the `queries`: none if each set has one.
 */
async function accessBeyondOwn(
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
