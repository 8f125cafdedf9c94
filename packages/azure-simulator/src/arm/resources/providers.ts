import type { JsonObject } from '../../json.ts'
import { regions } from '../../regions.ts'
import { ArmRefusal, fromGateway } from '../errors.ts'
import { parameter, operation, type ArmOperation, type ArmRequest } from '../request.ts'
import { registrationState, startRegistration, type Registrable } from './registrations.ts'

const ofGalleries = ['2026-03-03', '2025-12-03', '2025-03-03', '2024-03-03', '2023-07-03']
const ofDisks = ['2026-03-02', '2025-01-02', '2024-03-02', '2023-04-02']
const ofMachines = ['2026-04-01', '2025-04-01', '2024-11-01', '2024-07-01']
const ofAgreements = ['2021-01-01', '2015-06-01']
const ofEvents = ['2025-02-15', '2022-06-15']
const ofVaults = ['2026-02-01', '2024-11-01', '2023-07-01']
const ofNetworks = ['2026-01-01', '2025-09-01', '2025-07-01', '2025-05-01', '2024-05-01']

// The simulator's resource types, with API versions that Azure offers, the newest first: of about 20 per type, those
// that clients of the simulator are known to send. Azure's side of the wire, so not the portal's own table.
const served: Record<string, Record<string, string[]>> = {
  'Microsoft.Compute': {
    galleries: ofGalleries,
    'galleries/images': ofGalleries,
    'galleries/images/versions': ofGalleries,
    diskEncryptionSets: ofDisks,
    disks: ofDisks,
    snapshots: ofDisks,
    images: ofMachines,
    'locations/usages': ofMachines,
    virtualMachines: ofMachines,
    virtualMachineScaleSets: ofMachines,
    'virtualMachineScaleSets/virtualMachines': ofMachines,
  },
  'Microsoft.KeyVault': { vaults: ofVaults, 'vaults/keys': ofVaults, 'vaults/keys/versions': ofVaults },
  'Microsoft.Authorization': {
    roleAssignments: ['2022-04-01'],
    roleDefinitions: ['2022-04-01'],
    permissions: ['2022-04-01'],
    locks: ['2020-05-01', '2016-09-01'],
    policyAssignments: ['2023-04-01'],
    policyDefinitions: ['2023-04-01', '2021-06-01'],
  },
  'Microsoft.EventGrid': {
    eventSubscriptions: ofEvents,
    systemTopics: ofEvents,
    'systemTopics/eventSubscriptions': ofEvents,
  },
  'Microsoft.Features': { features: ['2021-07-01'] },
  'Microsoft.Insights': { actionGroups: ['2023-01-01'], eventtypes: ['2015-04-01'] },
  'Microsoft.ManagedIdentity': {
    userAssignedIdentities: ['2023-01-31'],
    'userAssignedIdentities/federatedIdentityCredentials': ['2023-01-31'],
  },
  'Microsoft.MarketplaceOrdering': { agreements: ofAgreements, offertypes: ofAgreements },
  'Microsoft.Network': {
    virtualNetworks: ofNetworks,
    'virtualNetworks/subnets': ofNetworks,
    networkSecurityGroups: ofNetworks,
    publicIPAddresses: ofNetworks,
    networkInterfaces: ofNetworks,
  },
  'Microsoft.ResourceGraph': { resources: ['2024-04-01'] },
  'Microsoft.Resources': { deployments: ['2024-11-01'], resourceGroups: ['2024-11-01'] },
  'Microsoft.Storage': { storageAccounts: ['2024-01-01'] },
}

// The types that support zones, and the regions that have zones.
const zonal = new Set([
  'Microsoft.Compute/disks',
  'Microsoft.Compute/snapshots',
  'Microsoft.Compute/virtualMachines',
  'Microsoft.Compute/virtualMachineScaleSets',
  'Microsoft.Network/publicIPAddresses',
])
const zoneMappings = regions
  .filter(({ hasAvailabilityZones }) => hasAvailabilityZones)
  .map(({ displayName }) => ({ location: displayName, zones: ['1', '2', '3'] }))

/**
 * Resource providers, with the regions of each of their types:
 * https://learn.microsoft.com/rest/api/resources/providers/get
 */
export const providers: ArmOperation[] = [
  operation('GET /subscriptions/:subscriptionId/providers', undefined, (request) => {
    return {
      status: 200,
      body: {
        value: Object.keys(served).map((namespace) => presentProvider(request, namespace)),
      },
    }
  }),
  operation('GET /subscriptions/:subscriptionId/providers/:namespace', undefined, (request) => {
    return { status: 200, body: presentProvider(request, requestedNamespace(request)) }
  }),
  ...(['register', 'unregister'] as const).map((verb): ArmOperation =>
    operation(
      `POST /subscriptions/:subscriptionId/providers/:namespace/${verb}`,
      'Microsoft.Resources/subscriptions/providers/write',
      (request) => {
        const namespace = requestedNamespace(request)
        const to = verb === 'register' ? 'Registered' : 'Unregistered'
        startRegistration(request.tenant, providerOf(parameter(request, 'subscriptionId'), namespace), {
          to,
          now: request.clock.now(),
        })
        return { status: 200, body: presentProvider(request, namespace) }
      },
    ),
  ),
]

/** Throws 409 unless the subscription has registered the provider of a PUT's path, or is about to. */
export function assertRegistered({ tenant, clock, parameters, path }: ArmRequest): void {
  const asked = /.*\/providers\/([^/]+)/.exec(path)?.[1]?.toLowerCase()
  const namespace = Object.keys(served).find((name) => name.toLowerCase() === asked)
  const { subscriptionId } = parameters
  if (namespace === undefined || subscriptionId === undefined) return
  const state = registrationState(tenant, providerOf(subscriptionId, namespace), clock.now())
  if (state.startsWith('Register')) return
  const message = `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`
  throw new ArmRefusal(409, { code: 'MissingSubscriptionRegistration', message }, fromGateway)
}

/** A resource type with its regions and API versions, the newest first, in any case; undefined: it is not served. */
export function servedType(namespace: string, resourceType: string): JsonObject | undefined {
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
  const [, types = {}] = Object.entries(served).find(([name]) => same(name, namespace)) ?? []
  const found = Object.entries(types).find(([name]) => same(name, resourceType))
  if (found === undefined) return undefined
  const [name, apiVersions] = found
  return { resourceType: name, locations: regions.map(({ displayName }) => displayName), apiVersions }
}

function requestedNamespace(request: ArmRequest): string {
  const asked = parameter(request, 'namespace')
  const namespace = Object.keys(served).find((name) => name.toLowerCase() === asked.toLowerCase())
  if (namespace !== undefined) return namespace
  throw new ArmRefusal(404, {
    code: 'InvalidResourceNamespace',
    message: `The resource namespace '${asked}' is invalid.`,
  })
}

function providerOf(subscriptionId: string, name: string): Registrable {
  return { subscriptionId, name, atFirst: 'Registered' }
}

function presentProvider(request: ArmRequest, namespace: string): JsonObject {
  const subscriptionId = parameter(request, 'subscriptionId')
  return {
    id: `/subscriptions/${subscriptionId.toLowerCase()}/providers/${namespace}`,
    namespace,
    resourceTypes: Object.entries(served[namespace] ?? {}).map(([resourceType, apiVersions]) => ({
      resourceType,
      locations: regions.map(({ displayName }) => displayName),
      apiVersions,
      defaultApiVersion: apiVersions[0],
      ...(zonal.has(`${namespace}/${resourceType}`) && { zoneMappings }),
      capabilities: 'CrossResourceGroupResourceMove, CrossSubscriptionResourceMove, SupportsTags, SupportsLocation',
    })),
    registrationState: registrationState(request.tenant, providerOf(subscriptionId, namespace), request.clock.now()),
    registrationPolicy: 'RegistrationRequired',
  }
}
