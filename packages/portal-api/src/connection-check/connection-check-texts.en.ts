import type { ConnectionFinding, ConnectionLink, LinkVerdict } from './connection-check.ts'

/** What a finding is called, and what to do about it. */
export interface FindingText {
  title: string
  advice: string
}

/** The words of a connection check. */
export interface ConnectionCheckTexts {
  verdicts: Record<LinkVerdict, string>
  links: Record<ConnectionLink, string>
  findings: Record<ConnectionFinding, FindingText>
}

/** The English words, once for the portal's page and for the terminal of `npm run doctor`. */
export const connectionCheckTextsEn: ConnectionCheckTexts = {
  verdicts: { ok: 'OK', warning: 'Warning', failed: 'Failed', notReached: 'Not reached' },
  links: {
    metadata: 'Microsoft Entra ID metadata',
    signingKeys: 'Signing keys',
    userToken: 'Your token for the portal',
    apiCredential: 'The API’s credential',
    onBehalfOf: 'On-Behalf-Of',
    resourceManager: 'Azure Resource Manager',
    resourceProvider: 'Resource provider',
    clock: 'Server clock',
  },
  findings: {
    EntraUnreachable: {
      title: 'Microsoft Entra ID isn’t available to the server',
      advice:
        'Let the server reach the address over HTTPS: check DNS, firewall, and proxy. A page from a proxy doesn’t count as a response.',
    },
    CertificateUntrusted: {
      title: 'The server doesn’t trust the certificate',
      advice:
        'Save the certificate of its authority (such as a TLS-inspecting proxy) to a file, set NODE_EXTRA_CA_CERTS to it, and then restart the server.',
    },
    TenantNotFound: {
      title: 'Tenant not found in Microsoft Entra ID',
      advice: 'Correct AZURE_TENANT_IDS. For a tenant in another cloud, set AZURE_CLOUD.',
    },
    IssuerDiffers: {
      title: 'The issuer isn’t the one the server expects',
      advice: 'Set AZURE_CLOUD to the cloud of the tenant. Until then, its tokens are rejected.',
    },
    NoSigningKeys: {
      title: 'Microsoft Entra ID signing keys not found',
      advice: 'This address probably isn’t Microsoft Entra ID. Check for a proxy that responds in its place.',
    },
    TokenMissing: {
      title: 'You aren’t signed in',
      advice: 'Sign in, and then check again. If you can’t sign in, see the steps above, which don’t require it.',
    },
    TokenMalformed: {
      title: 'The browser didn’t send a valid token',
      advice: 'A proxy might be changing the Authorization header. Let the header pass unchanged.',
    },
    TokenNotSigned: {
      title: 'The token isn’t signed with a Microsoft Entra ID key',
      advice:
        'Sign out and sign in again. If the problem continues, check AZURE_CLOUD: the browser and the server might be using different clouds.',
    },
    TokenAudience: {
      title: 'The token is for another application',
      advice:
        'Set API_CLIENT_ID to the application ID of the API, and use a scope that it exposes. The two client IDs might be swapped.',
    },
    TokenVersion: {
      title: 'The token is version 1',
      advice: 'Set requestedAccessTokenVersion to 2 in the manifest of the API’s application, and then sign in again.',
    },
    TokenIssuer: {
      title: 'The token’s issuer doesn’t match its tenant',
      advice: 'Set AZURE_CLOUD to the cloud of the tenant, and check that requestedAccessTokenVersion is 2.',
    },
    TokenTenant: {
      title: 'The token is from a tenant that isn’t allowed',
      advice: 'Sign in with an account from another tenant, or ask to add this tenant to AZURE_TENANT_IDS.',
    },
    TokenOfApplication: {
      title: 'The token belongs to an application, not a user',
      advice: 'Sign in with a user account. The portal acts in Azure only on behalf of users.',
    },
    TokenClient: {
      title: 'The token was requested by another application',
      advice: 'Set PORTAL_CLIENT_ID to the ID of the browser’s application, and then restart the server.',
    },
    TokenScope: {
      title: 'The token doesn’t include the API’s scope',
      advice: 'Add the API’s delegated permission access_as_user to the portal’s application, and grant consent.',
    },
    TokenClaims: {
      title: 'The token is missing a required claim',
      advice: 'Sign out, and then sign in to your organization’s tenant with a work or school account.',
    },
    TokenExpired: {
      title: 'The token has expired',
      advice: 'Sign in again. If a new token has also expired, correct the clock of the server or of this computer.',
    },
    TokenNotYetValid: {
      title: 'The token isn’t valid yet',
      advice: 'Correct the server’s clock, and synchronize it with a time service (NTP).',
    },
    TokenSignedOut: { title: 'The user of this token was signed out', advice: 'Sign in again.' },
    CredentialUnavailable: {
      title: 'The API’s credential isn’t available',
      advice:
        'Mount AZURE_FEDERATED_TOKEN_FILE, or assign the identity of API_MANAGED_IDENTITY_CLIENT_ID to the app. See the server log for the cause.',
    },
    SecretWrong: {
      title: 'The API’s client secret is wrong',
      advice: 'Set API_CLIENT_SECRET to the value, not the ID, of a secret of the API’s application.',
    },
    SecretExpired: {
      title: 'The API’s client secret has expired',
      advice: 'Create a new one (az ad app credential reset), set API_CLIENT_SECRET, and then restart the server.',
    },
    CertificateNotRegistered: {
      title: 'The API’s certificate isn’t registered or has expired',
      advice: 'Upload the certificate of API_CLIENT_CERTIFICATE_FILE to the API’s application.',
    },
    AssertionNotCurrent: {
      title: 'The API’s credential isn’t valid at this time',
      advice:
        'Correct the server’s clock, and check that the token file is renewed and the certificate hasn’t expired.',
    },
    FederatedCredentialDiffers: {
      title: 'The federated credential doesn’t match the server’s token',
      advice:
        'Use the issuer, audience, and subject of the token. The subject of a managed identity is its object ID, not its client ID.',
    },
    ApiNotInTenant: {
      title: 'The API’s application isn’t in this tenant',
      advice: 'Check API_CLIENT_ID and AZURE_TENANT_IDS, or ask an administrator of this tenant to grant consent.',
    },
    ApiDisabled: {
      title: 'The API’s application is disabled in this tenant',
      advice: 'Ask an administrator to enable sign-in under Enterprise applications > Properties.',
    },
    ServicePrincipalMissing: {
      title: 'A required application has no service principal in this tenant',
      advice:
        'Ask an administrator to create it (az ad sp create --id <API_CLIENT_ID>) or to grant consent. If it’s Azure’s own, check AZURE_CLOUD.',
    },
    ConsentMissing: {
      title: 'Consent is missing',
      advice:
        'Ask an administrator to grant admin consent under API permissions: first for the API’s application, and then for the portal’s application.',
    },
    AssertionRefused: {
      title: 'Microsoft Entra ID rejected the user’s token for the exchange',
      advice: 'The token must be for the API (API_CLIENT_ID) and not expired. Check the IDs, and then sign in again.',
    },
    MoreProofNeeded: {
      title: 'A policy requires additional verification',
      advice:
        'Open another page of the portal and select Verify, and then check again. Administrators find the policy in the sign-in log, under Conditional Access.',
    },
    BlockedByConditionalAccess: {
      title: 'A Conditional Access policy blocks access',
      advice:
        'It might require a managed device, a location, or an app. Administrators find the policy in the sign-in log of the API’s application.',
    },
    UserNotInTenant: {
      title: 'The account isn’t in this tenant',
      advice: 'Sign in with another account, or ask for a guest invitation.',
    },
    SessionRevoked: {
      title: 'The user’s session was revoked',
      advice: 'Sign out and sign in again. The password might have changed, or an administrator revoked the session.',
    },
    ExchangeRefused: {
      title: 'Microsoft Entra ID didn’t issue a token',
      advice: 'Look up the code at https://login.microsoftonline.com/error, or see the Microsoft Entra ID sign-in log.',
    },
    EntraBusy: {
      title: 'Microsoft Entra ID is limiting requests',
      advice: 'Wait a minute, and then check again. If the problem continues, see the Azure status page.',
    },
    TooManyExchanges: { title: 'Too many checks in a short time', advice: 'Wait a minute, and then check again.' },
    ArmUnreachable: {
      title: 'Azure Resource Manager isn’t available to the server',
      advice: 'Let the server reach the address over HTTPS: check DNS, firewall, proxy, and AZURE_CLOUD.',
    },
    ArmRefusesToken: {
      title: 'Azure Resource Manager rejected the token',
      advice: 'Sign out and sign in again. If the problem continues, set AZURE_CLOUD to the cloud of the tenant.',
    },
    ArmForbids: {
      title: 'Azure Resource Manager rejected the request',
      advice: 'Ask an administrator of the subscription about the Azure error code in the details.',
    },
    ArmBusy: { title: 'Azure Resource Manager is limiting requests', advice: 'Wait a minute, and then check again.' },
    NoSubscriptions: {
      title: 'No subscriptions found',
      advice: 'Assign the user a role, at least Reader, in a subscription of this tenant.',
    },
    ProviderNotRegistered: {
      title: 'The provider isn’t registered in the subscription',
      advice: 'Ask a subscription contributor or owner to register it. This can take a few minutes.',
    },
    ProviderRegistering: {
      title: 'The provider is being registered',
      advice: 'Wait a few minutes, and then check again.',
    },
    ProviderUnreadable: {
      title: 'No permission to view the provider’s registration',
      advice: 'Choose a subscription where the user has a role, at least Reader.',
    },
    ApiVersionUnknown: {
      title: 'This cloud doesn’t support an API version that the portal uses',
      advice:
        'Features that need this resource type fail until the cloud supports it. To list supported versions, run az provider show.',
    },
    ServerClockOff: {
      title: 'The server’s clock is more than a minute off',
      advice: 'Synchronize it with a time service (NTP). Otherwise, valid tokens are rejected.',
    },
    BrowserClockOff: {
      title: 'This computer’s clock is more than a minute off',
      advice: 'Turn on automatic time. Otherwise, tokens are renewed too late or too often.',
    },
    Unexpected: { title: 'The check failed here', advice: 'See the server log at the time of this check.' },
  },
}
