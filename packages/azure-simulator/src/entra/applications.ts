import { lastingSecret, type DemonstrationApplications } from '../directory/first-objects.ts'
import { azureServiceManagementId } from '../directory/first-party.ts'
import { newApplication } from '../directory/objects.ts'

/** The portal's application in the browser: it has no secret, and only `access_as_user`. */
interface PortalApplication {
  clientId: string
}

/** The application of the portal's server: it can act for the user at Azure Resource Manager. */
interface ApiApplication {
  clientId: string
  clientSecret: string
  /** `api://{clientId}/access_as_user` */
  scope: string
}

export interface Applications {
  portal: PortalApplication
  api: ApiApplication
}

const portalId = '0a91c0de-0000-4000-8000-0000000005fa'
const apiId = '0a91c0de-0000-4000-8000-00000000a911'
const scopeId = '0a91c0de-0000-4000-8000-00000000ac5e'

/** The application IDs that the portal and its server use. */
export function demonstrationApplications(clientSecret: string): Applications {
  return {
    portal: { clientId: portalId },
    api: { clientId: apiId, clientSecret, scope: `api://${apiId}/access_as_user` },
  }
}

/**
 * Their registrations: those of docs/run-on-azure.md, and open to any tenant; `redirectUris` of the portal, in addition
 * to those on this machine.
 */
export function demonstrationRegistrations(
  { api }: Applications,
  redirectUris: readonly string[] = [],
): DemonstrationApplications {
  return {
    portal: newApplication({
      id: '0a91c0de-0000-4000-8000-0000000005fb',
      appId: portalId,
      displayName: 'Gallery Encryption Portal (demonstration)',
      signInAudience: 'AzureADMultipleOrgs',
      // Entra ignores the port of a registered localhost:
      // https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions
      spa: {
        redirectUris: [
          'http://localhost/auth/redirect.html',
          'http://127.0.0.1/auth/redirect.html',
          // of a portal behind a proxy that terminates TLS
          'https://localhost/auth/redirect.html',
          ...redirectUris,
        ],
      },
      requiredResourceAccess: [{ resourceAppId: apiId, resourceAccess: [{ id: scopeId, type: 'Scope' }] }],
    }),
    api: newApplication({
      id: '0a91c0de-0000-4000-8000-00000000a912',
      appId: apiId,
      displayName: 'Gallery Encryption Portal API (demonstration)',
      signInAudience: 'AzureADMultipleOrgs',
      identifierUris: [`api://${apiId}`],
      api: {
        requestedAccessTokenVersion: 2,
        knownClientApplications: [portalId],
        preAuthorizedApplications: [],
        oauth2PermissionScopes: [
          {
            id: scopeId,
            value: 'access_as_user',
            type: 'User',
            isEnabled: true,
            adminConsentDisplayName: 'Create image versions as the signed-in user',
            adminConsentDescription: 'Lets the Gallery Encryption Portal act in Azure as the signed-in user.',
            userConsentDisplayName: 'Create image versions on your behalf',
            userConsentDescription: 'Lets the Gallery Encryption Portal act in Azure as you.',
          },
        ],
      },
      requiredResourceAccess: [
        {
          resourceAppId: azureServiceManagementId,
          resourceAccess: [{ id: '41094075-9dad-400e-a0bd-54e686782033', type: 'Scope' }],
        },
      ],
      passwordCredentials: [lastingSecret(apiId, api.clientSecret)],
    }),
  }
}
