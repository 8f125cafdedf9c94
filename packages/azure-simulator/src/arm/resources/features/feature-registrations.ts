import type { JsonObject } from '../../../json.ts'
import { presentedPage } from '../../collections.ts'
import { resourceNotFound } from '../../errors.ts'
import { parameter, operation, type ArmOperation, type ArmReply, type ArmRequest } from '../../request.ts'
import { registrationState, startRegistration } from '../registrations.ts'
import { featuresOf, knownFeatures, registrableFeature, requestedFeature } from './features.ts'

const type = 'Microsoft.Features/featureProviders/subscriptionFeatureRegistrations'
const registrations =
  '/subscriptions/:subscriptionId/providers/Microsoft.Features/featureProviders/:namespace/subscriptionFeatureRegistrations'

/**
 * The newer way to register features, done at once:
 * https://learn.microsoft.com/rest/api/resources/subscription-feature-registrations
 */
export const featureRegistrations: ArmOperation[] = [
  operation(
    'GET /subscriptions/:subscriptionId/providers/Microsoft.Features/subscriptionFeatureRegistrations',
    `${type}/read`,
    (request) => listed(request, Object.keys(knownFeatures)),
  ),
  operation(`GET ${registrations}`, `${type}/read`, (request) => listed(request, [parameter(request, 'namespace')])),
  operation(`GET ${registrations}/:feature`, `${type}/read`, (request) => {
    const name = requestedFeature(request)
    if (!isRegistered(request, name)) throw resourceNotFound(`${type}/${name}`, '')
    return replyWith(present(request, name))
  }),
  operation(`PUT ${registrations}/:feature`, `${type}/write`, (request) => {
    const name = requestedFeature(request)
    const to = { to: 'Registered', now: request.clock.now(), milliseconds: 0 } as const
    startRegistration(request.tenant, registrableFeature(request, name), to)
    return replyWith(present(request, name))
  }),
  operation(`DELETE ${registrations}/:feature`, `${type}/delete`, (request) => {
    const to = { to: 'Unregistered', now: request.clock.now(), milliseconds: 0 } as const
    startRegistration(request.tenant, registrableFeature(request, requestedFeature(request)), to)
    return replyWith()
  }),
]

// It is one of the few that Azure's newer provider framework serves, and says so.
function replyWith(body?: JsonObject): ArmReply {
  return { status: 200, headers: { 'x-ms-providerhub-traffic': 'True' }, ...(body && { body }) }
}

// In lists the name has its provider before it.
function listed(request: ArmRequest, namespaces: string[]): ArmReply {
  const names = namespaces.flatMap(featuresOf).filter((name) => isRegistered(request, name))
  return presentedPage(request, names, (name) => ({ ...present(request, name), name }))
}

function isRegistered(request: ArmRequest, name: string): boolean {
  return registrationState(request.tenant, registrableFeature(request, name), request.clock.now()) === 'Registered'
}

function present(request: ArmRequest, name: string): JsonObject {
  const [providerNamespace = '', featureName = ''] = name.split('/')
  const subscriptionId = parameter(request, 'subscriptionId').toLowerCase()
  return {
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.Features/featureProviders/${providerNamespace}/subscriptionFeatureRegistrations/${featureName}`,
    name: featureName,
    type,
    properties: {
      subscriptionId,
      featureName,
      providerNamespace,
      state: registrationState(request.tenant, registrableFeature(request, name), request.clock.now()),
      approvalType: 'AutoApproval',
      shouldFeatureDisplayInPortal: false,
    },
  }
}
