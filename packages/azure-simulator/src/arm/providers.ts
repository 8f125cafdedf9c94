import type { JsonObject } from '../json.ts'
import { regions } from '../regions.ts'
import { ArmRefusal } from './errors.ts'
import { parameter } from './request.ts'
import type { ArmOperation } from './request.ts'

// The resource types that the simulator serves, with the newest api-version its clients send.
const served: Record<string, Record<string, string>> = {
  'Microsoft.Compute': {
    galleries: '2025-12-03',
    'galleries/images': '2025-12-03',
    'galleries/images/versions': '2025-12-03',
    diskEncryptionSets: '2026-03-02',
    disks: '2026-03-02',
    snapshots: '2026-03-02',
    images: '2026-04-01',
    virtualMachines: '2026-04-01',
  },
  'Microsoft.KeyVault': { vaults: '2023-07-01', 'vaults/keys': '2023-07-01' },
  'Microsoft.Storage': { storageAccounts: '2024-01-01' },
}

/** Resource providers, where each of their types is offered: https://learn.microsoft.com/rest/api/resources/providers/get */
export const providers: ArmOperation[] = [
  {
    method: 'GET',
    path: '/subscriptions/:subscriptionId/providers',
    handle(request) {
      return {
        status: 200,
        body: {
          value: Object.keys(served).map((namespace) =>
            presentProvider(parameter(request, 'subscriptionId'), namespace),
          ),
        },
      }
    },
  },
  {
    method: 'GET',
    path: '/subscriptions/:subscriptionId/providers/:namespace',
    handle(request) {
      const asked = parameter(request, 'namespace')
      const namespace = Object.keys(served).find((name) => name.toLowerCase() === asked.toLowerCase())
      if (namespace === undefined)
        throw new ArmRefusal(404, {
          code: 'InvalidResourceNamespace',
          message: `The resource namespace '${asked}' is invalid.`,
        })
      return { status: 200, body: presentProvider(parameter(request, 'subscriptionId'), namespace) }
    },
  },
]

function presentProvider(subscriptionId: string, namespace: string): JsonObject {
  return {
    id: `/subscriptions/${subscriptionId.toLowerCase()}/providers/${namespace}`,
    namespace,
    resourceTypes: Object.entries(served[namespace] ?? {}).map(([resourceType, apiVersion]) => ({
      resourceType,
      locations: regions.map(({ displayName }) => displayName),
      apiVersions: [apiVersion],
      capabilities: 'CrossResourceGroupResourceMove, CrossSubscriptionResourceMove, SupportsTags, SupportsLocation',
    })),
    registrationState: 'Registered',
    registrationPolicy: 'RegistrationRequired',
  }
}
