import { sameRegion } from '@portal/arm'
import { textAt, type Json, type JsonObject } from '../../json.ts'
import { provisioningState, type StoredResource } from '../../store/store.ts'
import { readable, presentedPage } from '../collections.ts'
import { ArmRefusal } from '../errors.ts'
import { parameter, operation, type ArmOperation, type ArmRequest } from '../request.ts'
import { resourceGroupType } from './resource-groups.ts'

/** Resources of any type, in brief: https://learn.microsoft.com/rest/api/resources/resources/list */
export const resources: ArmOperation[] = [
  operation('GET /subscriptions/:subscriptionId/resources', undefined, (request) =>
    listed(request, `/subscriptions/${parameter(request, 'subscriptionId')}`),
  ),
  operation('GET /subscriptions/:subscriptionId/resourceGroups/:resourceGroupName/resources', undefined, (request) =>
    listed(
      request,
      `/subscriptions/${parameter(request, 'subscriptionId')}/resourceGroups/${parameter(request, 'resourceGroupName')}`,
    ),
  ),
]

function listed(request: ArmRequest, scope: string) {
  const { matches, isByTag } = resourceFilter(request.query['$filter'])
  const found = readable(request, request.tenant.store.list(scope)).filter(
    ({ type }) => type !== resourceGroupType && !isProxy(type),
  )
  const top = Number(request.query['$top'] ?? '')
  const pageSize = top > 0 ? Math.min(top, request.pageSize) : request.pageSize
  return presentedPage({ ...request, pageSize }, found.filter(matches), (resource) =>
    presentBriefly(resource, request, isByTag),
  )
}

/** Keys, credentials, deployments, assignments, deleted versions, uniform instances: not separate resources to ARM. */
export function isProxy(type: string): boolean {
  return [
    'Microsoft.KeyVault/vaults/',
    'Microsoft.KeyVault/locations/',
    'Microsoft.Authorization/',
    'Microsoft.Resources/deployments',
    'Microsoft.Compute/galleries/softDeletedArtifactTypes/',
    'Microsoft.ManagedIdentity/userAssignedIdentities/',
    'Microsoft.EventGrid/systemTopics/',
    'Microsoft.EventGrid/eventSubscriptions',
    'Microsoft.MarketplaceOrdering/',
    'Microsoft.Compute/virtualMachineScaleSets/',
  ].some((proxies) => type.startsWith(proxies))
}

// A filter by tag returns no tags.
function presentBriefly(resource: StoredResource, request: ArmRequest, isByTag: boolean): JsonObject {
  const { id, name, type, location, tags, envelope } = resource
  const outside = ['sku', 'kind', 'zones', 'managedBy', 'identity', 'plan'].flatMap((key): [string, Json][] => {
    const value = envelope?.[key]
    return value === undefined ? [] : [[key, value]]
  })
  return {
    id,
    name,
    type,
    ...Object.fromEntries(outside),
    location,
    ...(tags && !isByTag && { tags }),
    ...expanded(resource, request),
  }
}

/** What `$expand` adds; creation times of initial resources are made up. */
function expanded(resource: StoredResource, { query, clock }: ArmRequest): JsonObject {
  const asked = new Set((query['$expand'] ?? '').split(',').map((part) => part.trim().toLowerCase()))
  const { change, properties, envelope } = resource
  const begun = change && new Date(change.startedAt).toISOString()
  const created =
    textAt(envelope, 'systemData', 'createdAt') ??
    textAt(properties, 'timeCreated') ??
    (change?.state === 'Creating' ? begun : undefined) ??
    '2025-01-01T00:00:00.000Z'
  return {
    ...(asked.has('createdtime') && { createdTime: created }),
    ...(asked.has('changedtime') && { changedTime: begun ?? created }),
    ...(asked.has('provisioningstate') && { provisioningState: provisioningState(resource, clock.now()) }),
  }
}

type Test = (resource: StoredResource) => boolean

/** A `$filter` of a list of resources, read. */
interface ResourceFilter {
  matches: Test
  /** whether it filters by tag */
  isByTag: boolean
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

const fields: Record<string, (resource: StoredResource, value: string) => boolean> = {
  resourcetype: ({ type }, value) => same(type, value),
  resourcegroup: ({ id }, value) => same(id.split('/')[4] ?? '', value),
  name: ({ name }, value) => same(name, value),
  location: ({ location }, value) => sameRegion(location, value),
  // The names of tags are not case-sensitive, their values are.
  tagname: ({ tags }, value) => Object.keys(tags ?? {}).some((tag) => same(tag, value)),
  tagvalue: ({ tags }, value) => Object.values(tags ?? {}).includes(value),
}

/**
 * The filters that clients send: `field eq 'value'` or `ne`, joined by `and` or by `or`; `tagName eq 'a' and tagValue
 * eq 'b'`, which is of one tag; `startswith(tagName, 'a')`; `substringof('a', name)`. Throws 400 for any other.
 * https://learn.microsoft.com/rest/api/resources/resources/list
 */
function resourceFilter(filter: string | undefined): ResourceFilter {
  if (filter === undefined || filter.trim() === '') return { matches: () => true, isByTag: false }
  const isByTag = /\btag(name|value)\b/i.test(filter)
  const tag = /^\s*tagName\s+eq\s+'([^']*)'\s+and\s+tagValue\s+eq\s+'([^']*)'\s*$/i.exec(filter)
  if (tag) {
    const [, name = '', value] = tag
    const matches: Test = ({ tags }) =>
      Object.entries(tags ?? {}).some(([known, found]) => same(known, name) && found === value)
    return { matches, isByTag }
  }
  const joint = / or /i.test(filter) ? ' or ' : ' and '
  const tests = filter.split(new RegExp(joint, 'i')).map((clause) => testOf(clause.trim(), filter))
  const matches: Test = (resource) =>
    joint === ' or ' ? tests.some((test) => test(resource)) : tests.every((test) => test(resource))
  return { matches, isByTag }
}

function testOf(clause: string, filter: string): Test {
  const [, prefix] = /^startswith\(\s*tagName\s*,\s*'([^']*)'\s*\)$/i.exec(clause) ?? []
  if (prefix !== undefined)
    return ({ tags }) => Object.keys(tags ?? {}).some((tag) => tag.toLowerCase().startsWith(prefix.toLowerCase()))
  const [, part] = /^substringof\(\s*'([^']*)'\s*,\s*name\s*\)$/i.exec(clause) ?? []
  if (part !== undefined) return ({ name }) => name.toLowerCase().includes(part.toLowerCase())
  const [, field = '', operator = '', value = ''] = /^\(?\s*(\w+)\s+(eq|ne)\s+'([^']*)'\s*\)?$/i.exec(clause) ?? []
  const test = fields[field.toLowerCase()]
  if (test === undefined)
    throw new ArmRefusal(400, {
      code: 'InvalidFilterInQueryString',
      message: `Invalid $filter '${filter}' specified in the query string.`,
    })
  return (resource) => test(resource, value) === (operator.toLowerCase() === 'eq')
}
