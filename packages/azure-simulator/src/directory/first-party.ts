import { newApplication, type ApplicationObject, type PermissionScope } from './objects.ts'

/** Where Microsoft registers its own applications. */
export const microsoftTenantId = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a'

export const azureServiceManagementId = '797f4846-ba00-4fd7-ba43-dac1f8f63013'
export const microsoftGraphId = '00000003-0000-0000-c000-000000000000'

type ScopeFacts = [value: string, id: string, displayName: string, type?: PermissionScope['type']]

function firstParty(
  appId: string,
  displayName: string,
  { uris, scopes }: { uris: string[]; scopes: ScopeFacts[] },
): ApplicationObject {
  return newApplication({
    id: appId,
    appId,
    displayName,
    signInAudience: 'AzureADMultipleOrgs',
    identifierUris: uris,
    api: {
      requestedAccessTokenVersion: 1,
      knownClientApplications: [],
      preAuthorizedApplications: [],
      oauth2PermissionScopes: scopes.map(permissionScope),
    },
  })
}

function permissionScope([value, id, name, type = 'User']: ScopeFacts): PermissionScope {
  return {
    id,
    value,
    type,
    isEnabled: true,
    adminConsentDisplayName: name,
    adminConsentDescription: name,
    userConsentDisplayName: name,
    userConsentDescription: name,
  }
}

/**
 * Microsoft's own APIs, as far as they are simulated; IDs as in every tenant of the public cloud:
 * https://learn.microsoft.com/graph/permissions-reference
 */
export const firstPartyApplications: ApplicationObject[] = [
  firstParty(azureServiceManagementId, 'Windows Azure Service Management API', {
    uris: ['https://management.azure.com', 'https://management.core.windows.net'],
    scopes: [['user_impersonation', '41094075-9dad-400e-a0bd-54e686782033', 'Access Azure Service Management as you']],
  }),
  firstParty('cfa8b339-82a2-471a-a3c9-0fc0be7a4093', 'Azure Key Vault', {
    uris: ['https://vault.azure.net'],
    scopes: [
      ['user_impersonation', 'f53da476-18e3-4152-8e01-aec403e6edc0', 'Have full access to the Azure Key Vault service'],
    ],
  }),
  firstParty(microsoftGraphId, 'Microsoft Graph', {
    uris: ['https://graph.microsoft.com'],
    scopes: [
      ['openid', '37f7f235-527c-4136-accd-4a02d197296e', 'Sign users in'],
      ['profile', '14dad69e-099b-42c9-810b-d002981feec1', "View users' basic profile"],
      ['email', '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0', "View users' email address"],
      ['offline_access', '7427e0e9-2fba-42fe-b0c0-848c9e6a8182', 'Maintain access to data you have given it access to'],
      ['User.Read', 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', 'Sign you in and read your profile'],
      ['Application.Read.All', 'c79f8feb-a9db-4090-85f9-90d820caa0eb', 'Read applications', 'Admin'],
      ['Application.ReadWrite.All', 'bdfbf15f-ee85-4955-8675-146e8e5296b5', 'Read and write applications', 'Admin'],
      [
        'DelegatedPermissionGrant.ReadWrite.All',
        '41ce6ca6-6826-4807-84f1-1c82854f7ee5',
        'Manage all delegated permission grants',
        'Admin',
      ],
      ['Directory.Read.All', '06da0dbc-49e2-44d2-8312-53f166ab848a', 'Read directory data', 'Admin'],
      ['Directory.AccessAsUser.All', '0e263e50-5827-48a4-b97c-d940288653c7', 'Access the directory as you', 'Admin'],
    ],
  }),
]
