import type { JsonObject } from '../../../json.ts'
import { presentedPage } from '../../collections.ts'
import { confidentialDataDiskFeature } from '../../compute/image-version/confidential-data-disks.ts'
import { ArmRefusal } from '../../errors.ts'
import { parameter, operation, type ArmOperation, type ArmRequest } from '../../request.ts'
import { registrationState, startRegistration, type Registrable } from '../registrations.ts'

/** Preview features concerning encrypted images, by their provider; all of them approve themselves. */
export const knownFeatures: Record<string, string[]> = {
  'Microsoft.Compute': ['SIGEncryption', 'EncryptionAtHost', 'SIGSharing', confidentialDataDiskFeature],
}
const provider = '/subscriptions/:subscriptionId/providers/Microsoft.Features/providers/:namespace/features'
const rights = 'Microsoft.Features/providers/features'

/** https://learn.microsoft.com/rest/api/resources/features */
export const features: ArmOperation[] = [
  operation(
    'GET /subscriptions/:subscriptionId/providers/Microsoft.Features/features',
    'Microsoft.Features/features/read',
    (request) => {
      const names = Object.keys(knownFeatures).flatMap(featuresOf)
      return presentedPage(request, names, (name) => present(request, name))
    },
  ),
  operation(`GET ${provider}`, `${rights}/read`, (request) => {
    const names = featuresOf(parameter(request, 'namespace'))
    return presentedPage(request, names, (name) => present(request, name))
  }),
  operation(`GET ${provider}/:feature`, `${rights}/read`, (request) => ({
    status: 200,
    body: present(request, requestedFeature(request)),
  })),
  ...(['register', 'unregister'] as const).map((verb): ArmOperation =>
    operation(`POST ${provider}/:feature/${verb}`, `${rights}/${verb}/action`, (request) => {
      const name = requestedFeature(request)
      const to = verb === 'register' ? 'Registered' : 'Unregistered'
      startRegistration(request.tenant, registrableFeature(request, name), { to, now: request.clock.now() })
      return { status: 200, body: present(request, name) }
    }),
  ),
]

/** The features of a provider, by their full names: `Microsoft.Compute/SIGEncryption`. */
export function featuresOf(namespace: string): string[] {
  const found = Object.keys(knownFeatures).find((name) => name.toLowerCase() === namespace.toLowerCase())
  return found === undefined ? [] : (knownFeatures[found] ?? []).map((feature) => `${found}/${feature}`)
}

/** The full name of the feature in a request's path. Throws 404 if there is none. */
export function requestedFeature(request: ArmRequest): string {
  const [namespace, asked] = [parameter(request, 'namespace'), parameter(request, 'feature')]
  const feature = featuresOf(namespace).find((name) => name.toLowerCase() === `${namespace}/${asked}`.toLowerCase())
  if (feature !== undefined) return feature
  const message = `The feature '${asked}' could not be found.`
  throw new ArmRefusal(404, { code: 'FeatureNotFound', message })
}

export function registrableFeature(request: ArmRequest, name: string): Registrable {
  return { subscriptionId: parameter(request, 'subscriptionId'), name, atFirst: 'NotRegistered' }
}

function present(request: ArmRequest, name: string): JsonObject {
  const [namespace, feature] = name.split('/')
  const subscription = `/subscriptions/${parameter(request, 'subscriptionId').toLowerCase()}`
  return {
    properties: { state: registrationState(request.tenant, registrableFeature(request, name), request.clock.now()) },
    id: `${subscription}/providers/Microsoft.Features/providers/${namespace}/features/${feature}`,
    type: 'Microsoft.Features/providers/features',
    name,
  }
}
