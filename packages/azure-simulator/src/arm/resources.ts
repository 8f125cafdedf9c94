import { sameRegion } from '@portal/arm'
import type { JsonObject } from '../json.ts'
import type { StoredResource } from '../store.ts'
import { page, readable } from './collections.ts'
import { ArmRefusal } from './errors.ts'
import { parameter } from './request.ts'
import type { ArmOperation, ArmRequest } from './request.ts'
import { resourceGroupType } from './resource-groups.ts'

/** Resources of any type, in brief: https://learn.microsoft.com/rest/api/resources/resources/list */
export const resources: ArmOperation[] = [
  {
    method: 'GET',
    path: '/subscriptions/:subscriptionId/resources',
    handle: (request) => listed(request, `/subscriptions/${parameter(request, 'subscriptionId')}`),
  },
  {
    method: 'GET',
    path: '/subscriptions/:subscriptionId/resourceGroups/:resourceGroupName/resources',
    handle: (request) =>
      listed(
        request,
        `/subscriptions/${parameter(request, 'subscriptionId')}/resourceGroups/${parameter(request, 'resourceGroupName')}`,
      ),
  },
]

function listed(request: ArmRequest, scope: string) {
  const matches = filterOf(request.query['$filter'])
  const found = readable(request, request.tenant.store.list(scope)).filter(
    ({ type }) => type !== resourceGroupType && !isProxy(type),
  )
  return page(request, found.filter(matches).map(presentBriefly))
}

/** Keys of a vault, deployments, assignments and deleted versions are not resources of their own to ARM. */
export function isProxy(type: string): boolean {
  return [
    'Microsoft.KeyVault/vaults/',
    'Microsoft.KeyVault/locations/',
    'Microsoft.Authorization/',
    'Microsoft.Resources/deployments',
    'Microsoft.Compute/galleries/softDeletedArtifactTypes/',
  ].some((proxies) => type.startsWith(proxies))
}

function presentBriefly({ id, name, type, location, tags, envelope }: StoredResource): JsonObject {
  return {
    id,
    name,
    type,
    ...(envelope?.['sku'] !== undefined && { sku: envelope['sku'] }),
    ...(envelope?.['kind'] !== undefined && { kind: envelope['kind'] }),
    location,
    ...(tags && { tags }),
  }
}

type Test = (resource: StoredResource) => boolean

const fields: Record<string, (resource: StoredResource, value: string) => boolean> = {
  resourcetype: ({ type }, value) => type.toLowerCase() === value.toLowerCase(),
  resourcegroup: ({ id }, value) => id.split('/')[4]?.toLowerCase() === value.toLowerCase(),
  name: ({ name }, value) => name.toLowerCase() === value.toLowerCase(),
  location: ({ location }, value) => sameRegion(location, value),
}

/** The `$filter`s that clients send: `field eq 'value'`, joined by `and` or by `or`. Throws 400 for any other. */
function filterOf(filter: string | undefined): Test {
  if (filter === undefined || filter === '') return () => true
  const joint = / or /i.test(filter) ? ' or ' : ' and '
  const tests = filter.split(new RegExp(joint, 'i')).map((clause): Test => {
    const [, field = '', value = ''] = /^\s*\(?\s*(\w+)\s+eq\s+'([^']*)'\s*\)?\s*$/i.exec(clause) ?? []
    const test = fields[field.toLowerCase()]
    if (test === undefined)
      throw new ArmRefusal(400, {
        code: 'InvalidFilterInQueryString',
        message: `Invalid $filter '${filter}' specified in the query string.`,
      })
    return (resource) => test(resource, value)
  })
  return (resource) => (joint === ' or ' ? tests.some((test) => test(resource)) : tests.every((test) => test(resource)))
}
