import type { JsonObject } from '../json.ts'
import { page } from './collections.ts'
import { ArmRefusal } from './errors.ts'
import { registrationState, startRegistration } from './registrations.ts'
import type { Registrable } from './registrations.ts'
import { parameter } from './request.ts'
import type { ArmOperation, ArmRequest } from './request.ts'

// Preview features that have to do with encrypted images; all of them approve themselves.
const known: Record<string, string[]> = { 'Microsoft.Compute': ['SIGEncryption', 'EncryptionAtHost', 'SIGSharing'] }
const provider = '/subscriptions/:subscriptionId/providers/Microsoft.Features/providers/:namespace/features'
const rights = 'Microsoft.Features/providers/features'

/** https://learn.microsoft.com/rest/api/resources/features */
export const features: ArmOperation[] = [
  {
    method: 'GET',
    path: provider,
    action: `${rights}/read`,
    handle(request) {
      const namespace = namespaceOf(request)
      return page(
        request,
        (known[namespace] ?? []).map((feature) => present(request, `${namespace}/${feature}`)),
      )
    },
  },
  {
    method: 'GET',
    path: `${provider}/:feature`,
    action: `${rights}/read`,
    handle: (request) => ({ status: 200, body: present(request, requestedFeature(request)) }),
  },
  ...(['register', 'unregister'] as const).map((verb): ArmOperation => ({
    method: 'POST',
    path: `${provider}/:feature/${verb}`,
    action: `${rights}/${verb}/action`,
    handle(request) {
      const name = requestedFeature(request)
      const to = verb === 'register' ? 'Registered' : 'Unregistered'
      startRegistration(request.tenant, registrable(request, name), { to, now: request.clock.now() })
      return { status: 200, body: present(request, name) }
    },
  })),
]

function namespaceOf(request: ArmRequest): string {
  const asked = parameter(request, 'namespace')
  return Object.keys(known).find((name) => name.toLowerCase() === asked.toLowerCase()) ?? asked
}

function requestedFeature(request: ArmRequest): string {
  const [namespace, asked] = [namespaceOf(request), parameter(request, 'feature')]
  const feature = known[namespace]?.find((name) => name.toLowerCase() === asked.toLowerCase())
  if (feature !== undefined) return `${namespace}/${feature}`
  const message = `The feature '${asked}' could not be found.`
  throw new ArmRefusal(404, { code: 'FeatureNotFound', message })
}

function registrable(request: ArmRequest, name: string): Registrable {
  return { subscriptionId: parameter(request, 'subscriptionId'), name, atFirst: 'NotRegistered' }
}

function present(request: ArmRequest, name: string): JsonObject {
  const [namespace, feature] = name.split('/')
  const subscription = `/subscriptions/${parameter(request, 'subscriptionId').toLowerCase()}`
  return {
    properties: { state: registrationState(request.tenant, registrable(request, name), request.clock.now()) },
    id: `${subscription}/providers/Microsoft.Features/providers/${namespace}/features/${feature}`,
    type: 'Microsoft.Features/providers/features',
    name,
  }
}
