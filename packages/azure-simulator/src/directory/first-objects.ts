import { guidOf } from '../arm/guid.ts'
import type { ServicePrincipal, World } from '../world.ts'
import { azureServiceManagementId, firstPartyApplications } from './first-party.ts'
import {
  newApplication,
  type ApplicationObject,
  type DirectoryObject,
  type PermissionGrant,
  type ServicePrincipalObject,
} from './objects.ts'
import { newSecret } from './secrets.ts'

/** The demo's two applications, and whether this tenant is where they are registered. */
export interface DemonstrationApplications {
  portal: ApplicationObject
  api: ApplicationObject
}

/**
 * The initial objects of a world's directory, by ID: Microsoft's own service principals, the programs of the world, and
 * the demo's applications, with admin consent. Only `home` registers those.
 */
export function firstObjects(
  {
    tenantId,
    servicePrincipals,
    applications = [],
    applicationsOfOthers = [],
  }: Pick<World, 'tenantId' | 'servicePrincipals' | 'applications' | 'applicationsOfOthers'>,
  { portal, api }: DemonstrationApplications,
  home: boolean,
): Map<string, DirectoryObject> {
  const principalOf = ({
    appId,
    displayName,
  }: Pick<ApplicationObject, 'appId' | 'displayName'>): ServicePrincipalObject => ({
    kind: 'servicePrincipal',
    id: guidOf(`${tenantId} ${appId}`),
    appId,
    displayName,
    accountEnabled: true,
    more: {},
  })
  const grant = (clientAppId: string, resourceAppId: string, scope: string): PermissionGrant => ({
    kind: 'permissionGrant',
    id: guidOf(`${tenantId} ${clientAppId} ${resourceAppId}`),
    clientId: guidOf(`${tenantId} ${clientAppId}`),
    consentType: 'AllPrincipals',
    principalId: null,
    resourceId: guidOf(`${tenantId} ${resourceAppId}`),
    scope,
  })
  const objects: DirectoryObject[] = [
    ...firstPartyApplications.map(principalOf),
    ...servicePrincipals.flatMap((program) => {
      const application = registrationOf(program)
      return [application, { ...principalOf(application), id: program.id }]
    }),
    ...(home ? [portal, api] : []),
    ...applications,
    ...[portal, api, ...applications, ...applicationsOfOthers].map(principalOf),
    grant(portal.appId, api.appId, 'access_as_user'),
    grant(api.appId, azureServiceManagementId, 'user_impersonation'),
  ]
  return new Map(objects.map((object) => [object.id.toLowerCase(), object]))
}

function registrationOf({ clientId, clientSecret, displayName }: ServicePrincipal): ApplicationObject {
  return newApplication({
    id: guidOf(`registration of ${clientId}`),
    appId: clientId,
    displayName,
    signInAudience: 'AzureADMyOrg',
    passwordCredentials: [lastingSecret(clientId, clientSecret)],
  })
}

/** A credential of that secret that does not run out. */
export function lastingSecret(appId: string, secret: string) {
  return newSecret(
    {
      keyId: guidOf(`secret of ${appId}`),
      displayName: null,
      startDateTime: '2025-01-01T00:00:00Z',
      endDateTime: '2299-12-31T00:00:00Z',
    },
    secret,
  ).credential
}
