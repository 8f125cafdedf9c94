import { apiVersions, formatResourceId, parseGalleryId, tryParseResourceId } from '@portal/arm'
import type { CopyLine, UnreadInCopy } from '@portal/arm/estate-copy'
import type { CopyPart, EstateCopyPage, EstateCopyRequest } from '@portal/portal-api'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { kqlText, queryResourceGraph, queryResourceGraphPage } from '../arm/resource-graph.ts'
import { allOf, answered, unlessHidden } from '../arm/sdk-answers.ts'
import { parseSubscriptionId } from '../subscriptions/subscription-id.ts'

const graphRow = z.looseObject({ id: z.string(), name: z.string(), type: z.string() })
type GraphRow = z.output<typeof graphRow>

interface Part {
  /** which rows, without their order */
  query: (galleryIds: readonly string[] | undefined) => string
  /** rows for one request */
  size: number
  linesOf: (azure: Azure, row: GraphRow) => CopyLine[] | Promise<CopyLine[]>
}

// What the portal reads, and what the machines of a gallery are made of.
const copiedTypes = [
  'microsoft.compute/galleries',
  'microsoft.compute/galleries/images',
  'microsoft.compute/galleries/images/versions',
  'microsoft.compute/diskencryptionsets',
  'microsoft.compute/disks',
  'microsoft.compute/snapshots',
  'microsoft.compute/images',
  'microsoft.compute/virtualmachines',
  'microsoft.compute/virtualmachinescalesets',
  'microsoft.keyvault/vaults',
  'microsoft.managedidentity/userassignedidentities',
  'microsoft.network/virtualnetworks',
  'microsoft.network/networkinterfaces',
  'microsoft.network/networksecuritygroups',
  'microsoft.network/publicipaddresses',
  'microsoft.storage/storageaccounts',
  'microsoft.eventgrid/systemtopics',
  'microsoft.insights/actiongroups',
]

const ofTypes = `where type in~ (${copiedTypes.map(kqlText).join(', ')})`
const subscriptions = "ResourceContainers\n| where type =~ 'microsoft.resources/subscriptions'"

function inGalleries(galleryIds: readonly string[] | undefined): string {
  if (galleryIds === undefined) return ''
  const chosen = galleryIds.map((id) => `id =~ ${kqlText(id)} or id startswith ${kqlText(`${id}/`)}`)
  return `\n| where type !startswith 'microsoft.compute/galleries' or ${chosen.join(' or ')}`
}

const parts: Record<CopyPart, Part> = {
  resourceGroups: {
    query: () => "ResourceContainers\n| where type =~ 'microsoft.resources/subscriptions/resourcegroups'",
    size: 1000,
    linesOf: (_, { id, name, location, tags, properties }) => [
      { resource: shown({ id, name, type: 'Microsoft.Resources/resourceGroups', location, tags, properties }) },
    ],
  },
  resources: {
    query: (galleryIds) => `Resources\n| ${ofTypes}${inGalleries(galleryIds)}`,
    size: 500,
    linesOf: (_, row) => [{ resource: shown(row) }],
  },
  instances: {
    query: () => "ComputeResources\n| where type =~ 'microsoft.compute/virtualmachinescalesets/virtualmachines'",
    size: 500,
    linesOf: (_, row) => [{ resource: shown(row) }],
  },
  roleAssignments: {
    query: () => "AuthorizationResources\n| where type =~ 'microsoft.authorization/roleassignments'",
    size: 1000,
    linesOf: (_, row) => [{ resource: shown(row) }],
  },
  policyAssignments: {
    query: () => "PolicyResources\n| where type =~ 'microsoft.authorization/policyassignments'",
    size: 1000,
    linesOf: (_, row) => [{ resource: shown(row) }],
  },
  keys: { query: () => "Resources\n| where type =~ 'microsoft.keyvault/vaults'", size: 3, linesOf: keysOf },
  // The graph has no state of each region, and of machines the power state only: a version that succeeded is in all of
  // its regions, and a machine that runs is not generalized.
  states: {
    query: (galleryIds) =>
      `Resources${inGalleries(galleryIds)}
| where type =~ 'microsoft.compute/galleries/images/versions' and properties.provisioningState !~ 'Succeeded'
  or type =~ 'microsoft.compute/virtualmachines' and properties.extended.instanceView.powerState.code !~ 'PowerState/running'`,
    size: 20,
    linesOf: stateOf,
  },
  locks: { query: () => subscriptions, size: 5, linesOf: locksOf },
  permissions: { query: () => subscriptions, size: 1, linesOf: permissionsOf },
}

/** The next lines of a copy of what the caller can read. Throws `InvalidResourceId` for IDs of something else. */
export async function readEstateCopyPage(
  azure: Azure,
  { subscriptionIds, galleryIds, part, skip }: EstateCopyRequest,
): Promise<EstateCopyPage> {
  const { query, size, linesOf } = parts[part]
  const galleries = galleryIds?.map((id) => formatResourceId(parseGalleryId(id)))
  const { total, rows } = await queryResourceGraphPage(azure, graphRow, {
    query: `${query(galleries)}\n| order by id asc`,
    subscriptions: subscriptionIds.map(parseSubscriptionId),
    top: size,
    skip,
  })
  const lines = await Promise.all(rows.map(async (row) => linesOf(azure, row)))
  return { now: azure.now(), lines: lines.flat().map((line) => JSON.stringify(line)), rows: rows.length, total }
}

const ofGraphAlone = new Set(['tenantId', 'resourceGroup', 'subscriptionId'])

/** A resource as ARM answers with it: the graph has empty columns, and its own. */
function shown(row: GraphRow): GraphRow {
  const said = Object.entries(row).filter(
    ([key, value]) => value !== null && value !== '' && value !== undefined && !ofGraphAlone.has(key),
  )
  return graphRow.parse(withoutSecrets(Object.fromEntries(said)))
}

// Azure answers with no password and no key; what a client wrote where none belongs stays out as well, and the names
// that people gave themselves on their machines.
const personal = new Set(['adminusername', 'adminpassword', 'customdata', 'userdata', 'publickeys', 'secrets'])

function withoutSecrets(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/\?[^\s"]*\bsig=[^\s"]*/gi, '')
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !personal.has(key.toLowerCase()))
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutSecrets(part)]))
}

const unread = (what: UnreadInCopy, scope: string): CopyLine[] => [{ unread: { what, scope } }]
const linesWith = (resources: GraphRow[]): CopyLine[] => resources.map((resource) => ({ resource: shown(resource) }))

const armResource = z.looseObject({ id: z.string(), name: z.string(), type: z.string() })

/** https://learn.microsoft.com/rest/api/keyvault/keyvault/keys/list */
async function keysOf(azure: Azure, { id }: GraphRow): Promise<CopyLine[]> {
  const vault = tryParseResourceId(id)
  if (vault === undefined) return []
  const query = { 'api-version': apiVersions.keyVaults.version }
  const at = `${formatResourceId(vault)}/keys`
  const keys = await unlessHidden(allOf(armResource, listAt(azure, armUrl(at, query))))
  if (keys === undefined) return unread('keys', id)
  const found = await Promise.all(
    keys.map(async ({ name }) => {
      const url = armUrl(`${at}/${name}`, query)
      return Promise.all([
        // The list has no policy of rotation.
        unlessHidden(answered(armResource, azure.send({ method: 'GET', url }))),
        unlessHidden(allOf(armResource, listAt(azure, armUrl(`${at}/${name}/versions`, query)))),
      ])
    }),
  )
  return found.flatMap(([key, ofKey]) => [
    ...linesWith([...(key ? [key] : []), ...(ofKey ?? [])]),
    ...(key === undefined || ofKey === undefined ? unread('keys', id) : []),
  ])
}

/** The resource again, with the states that ARM adds when it is asked for them. */
async function stateOf(azure: Azure, { id, type }: GraphRow): Promise<CopyLine[]> {
  const isMachine = type.toLowerCase() === 'microsoft.compute/virtualmachines'
  const url = isMachine
    ? armUrl(id, { 'api-version': apiVersions.virtualMachines.version, $expand: 'instanceView' })
    : armUrl(id, { 'api-version': apiVersions.imageVersions.version, $expand: 'ReplicationStatus' })
  const whole = await unlessHidden(answered(armResource, azure.send({ method: 'GET', url })))
  return whole === undefined ? unread('states', id) : linesWith([whole])
}

/** https://learn.microsoft.com/rest/api/resources/management-locks/list-at-subscription-level */
async function locksOf(azure: Azure, { id }: GraphRow): Promise<CopyLine[]> {
  const url = armUrl(`${id}/providers/Microsoft.Authorization/locks`, { 'api-version': apiVersions.locks.version })
  const locks = await unlessHidden(allOf(armResource, listAt(azure, url)))
  return locks === undefined ? unread('locks', id) : linesWith(locks)
}

const permission = z.looseObject({ actions: z.nullish(z.array(z.string())) })
const groupsAtOnce = 100

/**
 * What the caller may do in a subscription; where not even role assignments can be read there, in its groups, too.
 * https://learn.microsoft.com/rest/api/authorization/permissions
 */
async function permissionsOf(azure: Azure, { id }: GraphRow): Promise<CopyLine[]> {
  const at = async (scope: string): Promise<CopyLine[]> => {
    const url = armUrl(`${scope}/providers/Microsoft.Authorization/permissions`, {
      'api-version': apiVersions.roleAssignments.version,
    })
    const roles = (await unlessHidden(allOf(permission, listAt(azure, url)))) ?? []
    return roles.length === 0 ? [] : [{ permissions: { scope, roles } }]
  }
  const ofSubscription = await at(id)
  if (ofSubscription.length > 0) return ofSubscription
  const groups = await queryResourceGraph(azure, graphRow, {
    query: `${parts.resourceGroups.query(undefined)}\n| project id, name, type\n| order by id asc`,
    subscriptions: [id.split('/')[2] ?? ''],
  })
  const ofGroups = await Promise.all(groups.slice(0, groupsAtOnce).map((group) => at(group.id)))
  return [...ofGroups.flat(), ...unread('roleAssignments', id)]
}
