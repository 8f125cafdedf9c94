import type { Registration } from '../auth/registration.ts'
import type { RunningSimulator } from '../config/demo-config.ts'

/** The applications that a simulator has registered for the portal, for the people of these tenants. */
export function demoRegistration(
  { tenantId, portalClientId, apiClientId, apiClientSecret }: RunningSimulator,
  tenantIds: Registration['tenantIds'],
): Registration {
  return {
    tenantIds,
    // Each browser then has its own; the ID of this one is publicly known.
    ...(tenantIds === 'any of the authority' && { closedTenantIds: [tenantId] }),
    portalClientId,
    api: {
      clientId: apiClientId,
      scope: `api://${apiClientId}/access_as_user`,
      credential: { type: 'secret', clientSecret: apiClientSecret },
    },
  }
}
