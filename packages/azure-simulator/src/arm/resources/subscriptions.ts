import { membersOf, personKey } from '../../directory/member.ts'
import type { JsonObject } from '../../json.ts'
import { regions } from '../../regions.ts'
import type { Subscription, Tenant } from '../../world.ts'
import { seenSubscriptions } from '../authorization/access.ts'
import { presentedPage } from '../collections.ts'
import { subscriptionNotFound } from '../errors.ts'
import { parameter, operation, type ArmOperation, type ArmRequest } from '../request.ts'

function presentSubscription(tenant: Tenant, { subscriptionId, displayName }: Subscription): JsonObject {
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId: tenant.tenantId,
    displayName,
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'PayAsYouGo_2014-09-01',
      spendingLimit: 'Off',
    },
  }
}

function presentTenant({ tenantId, tenantName, domain }: Tenant): JsonObject {
  return {
    id: `/tenants/${tenantId}`,
    tenantId,
    displayName: tenantName,
    defaultDomain: domain,
    tenantCategory: 'Home',
    domains: [domain],
  }
}

/** The caller's tenants, as their own or as a guest; for a program, its own. */
function tenantsOfCaller({ tenant, organizations, caller }: ArmRequest): Tenant[] {
  const person = membersOf([tenant]).find(({ user }) => user.id === caller.objectId)
  if (person === undefined) return [tenant]
  const all = new Set([...organizations, tenant])
  return [...all].filter((each) => membersOf([each]).some((member) => personKey(member) === personKey(person)))
}

/** Tenants, subscriptions and their regions: https://learn.microsoft.com/rest/api/resources/subscriptions */
export const subscriptions: ArmOperation[] = [
  operation('GET /tenants', undefined, (request) => ({
    status: 200,
    body: { value: tenantsOfCaller(request).map(presentTenant) },
  })),
  operation('GET /subscriptions', undefined, (request) => {
    const { tenant, caller } = request
    const visible = seenSubscriptions(tenant, caller)
    const reply = presentedPage(request, visible, (subscription) => presentSubscription(tenant, subscription))
    return { ...reply, body: { ...reply.body, count: { type: 'Total', value: visible.length } } }
  }),
  operation('GET /subscriptions/:subscriptionId', undefined, (request) => {
    const asked = parameter(request, 'subscriptionId')
    const found = request.tenant.subscriptions.find(({ subscriptionId }) => subscriptionId === asked.toLowerCase())
    if (found === undefined) throw subscriptionNotFound(asked)
    return { status: 200, body: presentSubscription(request.tenant, found) }
  }),
  operation('GET /subscriptions/:subscriptionId/locations', undefined, (request) => {
    const id = `/subscriptions/${parameter(request, 'subscriptionId').toLowerCase()}/locations`
    const value = regions.map((region): JsonObject => ({
      id: `${id}/${region.name}`,
      name: region.name,
      type: 'Region',
      displayName: region.displayName,
      regionalDisplayName: region.regionalDisplayName,
      metadata: {
        regionType: 'Physical',
        regionCategory: region.regionCategory,
        geography: region.geography,
        geographyGroup: region.geographyGroup,
        longitude: region.longitude,
        latitude: region.latitude,
        physicalLocation: region.physicalLocation,
        pairedRegion:
          region.pairedRegion === null ? [] : [{ name: region.pairedRegion, id: `${id}/${region.pairedRegion}` }],
      },
      ...(region.hasAvailabilityZones && {
        availabilityZoneMappings: ['1', '2', '3'].map((zone) => ({
          logicalZone: zone,
          physicalZone: `${region.name}-az${zone}`,
        })),
      }),
    }))
    return { status: 200, body: { value } }
  }),
]
