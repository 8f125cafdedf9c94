import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../json.ts'

// The objects of a tenant's directory that sign-in depends on, in Microsoft Graph's own shapes. Users are of the world.

type SignInAudience =
  | 'AzureADMyOrg'
  | 'AzureADMultipleOrgs'
  | 'AzureADandPersonalMicrosoftAccount'
  | 'PersonalMicrosoftAccount'

/**
 * The kind of client that a redirect URI is registered for:
 * https://learn.microsoft.com/entra/identity-platform/reply-url
 */
export type Platform = 'spa' | 'web' | 'publicClient'
export const platforms: Platform[] = ['spa', 'web', 'publicClient']

/** A delegated permission that an API offers: https://learn.microsoft.com/graph/api/resources/permissionscope */
export interface PermissionScope {
  id: string
  value: string
  /** `Admin`: only an administrator can consent to it */
  type: 'User' | 'Admin'
  isEnabled: boolean
  adminConsentDisplayName: string
  adminConsentDescription: string
  userConsentDisplayName: string | null
  userConsentDescription: string | null
}

/** A secret, stored only as a digest: https://learn.microsoft.com/graph/api/resources/passwordcredential */
export interface PasswordCredential {
  keyId: string
  displayName: string | null
  /** its first three characters */
  hint: string
  /** ISO 8601, like the end */
  startDateTime: string
  endDateTime: string
  secretDigest: string
}

/** A certificate: https://learn.microsoft.com/graph/api/resources/keycredential */
export interface KeyCredential {
  keyId: string
  displayName: string | null
  type: string
  usage: string
  /** the certificate, DER in base64 */
  key: string
  /** its SHA-1 thumbprint in hexadecimal */
  customKeyIdentifier: string
  startDateTime: string
  endDateTime: string
}

/** https://learn.microsoft.com/graph/api/resources/federatedidentitycredential */
export interface FederatedIdentityCredential {
  id: string
  name: string
  issuer: string
  subject: string
  /** one */
  audiences: string[]
  description: string | null
}

/** The permissions that an application requests for one API. */
interface RequiredResourceAccess {
  resourceAppId: string
  /** IDs of delegated permissions (`Scope`) and of application permissions (`Role`) */
  resourceAccess: { id: string; type: 'Scope' | 'Role' }[]
}

/** An application as its own tenant registers it: https://learn.microsoft.com/graph/api/resources/application */
export interface ApplicationObject {
  kind: 'application'
  id: string
  appId: string
  displayName: string
  uniqueName: string | null
  /** ISO 8601 */
  createdDateTime: string | null
  signInAudience: SignInAudience
  identifierUris: string[]
  api: {
    /** null is 1 */
    requestedAccessTokenVersion: 1 | 2 | null
    knownClientApplications: string[]
    oauth2PermissionScopes: PermissionScope[]
    preAuthorizedApplications: { appId: string; delegatedPermissionIds: string[] }[]
  }
  spa: { redirectUris: string[] }
  web: JsonObject & { redirectUris: string[] }
  publicClient: { redirectUris: string[] }
  requiredResourceAccess: RequiredResourceAccess[]
  passwordCredentials: PasswordCredential[]
  keyCredentials: KeyCredential[]
  federatedIdentityCredentials: FederatedIdentityCredential[]
  /** properties that nothing here reads, kept as they were sent */
  more: JsonObject
}

/** An application in a tenant that it is used in: https://learn.microsoft.com/graph/api/resources/serviceprincipal */
export interface ServicePrincipalObject {
  kind: 'servicePrincipal'
  id: string
  appId: string
  displayName: string
  accountEnabled: boolean
  /** properties that nothing here reads, kept as they were sent */
  more: JsonObject
}

/**
 * A client's permission to act for users at an API:
 * https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant
 */
export interface PermissionGrant {
  kind: 'permissionGrant'
  id: string
  /** object id of the client's service principal */
  clientId: string
  consentType: 'AllPrincipals' | 'Principal'
  /** object ID of the user, or null for all users */
  principalId: string | null
  /** object id of the API's service principal */
  resourceId: string
  /** scope values, a space between two */
  scope: string
}

export type DirectoryObject = ApplicationObject | ServicePrincipalObject | PermissionGrant

/** A registration with Microsoft Graph's defaults for everything but its name. */
export function newApplication(
  facts: Pick<ApplicationObject, 'id' | 'appId' | 'displayName'> & Partial<ApplicationObject>,
): ApplicationObject {
  return {
    kind: 'application',
    uniqueName: null,
    createdDateTime: null,
    signInAudience: 'AzureADandPersonalMicrosoftAccount',
    identifierUris: [],
    api: {
      requestedAccessTokenVersion: null,
      knownClientApplications: [],
      oauth2PermissionScopes: [],
      preAuthorizedApplications: [],
    },
    spa: { redirectUris: [] },
    web: { redirectUris: [] },
    publicClient: { redirectUris: [] },
    requiredResourceAccess: [],
    passwordCredentials: [],
    keyCredentials: [],
    federatedIdentityCredentials: [],
    more: {},
    ...facts,
  }
}

/** A service principal for an application, as a tenant gets it with the application. */
export function newServicePrincipal({ appId, displayName }: ApplicationObject): ServicePrincipalObject {
  return { kind: 'servicePrincipal', id: randomUUID(), appId, displayName, accountEnabled: true, more: {} }
}
