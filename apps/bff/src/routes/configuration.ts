import { getConfiguration } from '@portal/portal-api'
import type { Registration } from '../auth/registration.ts'
import type { Cloud } from '../cloud.ts'
import { publicRoute } from './route.ts'

/** What the browser needs before anyone has signed in. */
export function configurationRoutes(cloud: Cloud, registration: Registration) {
  const { authority, knownAuthorities, metadata } = cloud.signIn
  const configuration = {
    environment: cloud.environment,
    authentication: {
      clientId: registration.portalClientId,
      authority,
      knownAuthorities,
      ...(metadata !== undefined && { authorityMetadata: JSON.stringify(metadata) }),
      scope: registration.api.scope,
    },
    cloud: cloud.azure,
    replicationPollMs: cloud.replicationPollMs,
  }
  return [publicRoute(getConfiguration, () => configuration)]
}
