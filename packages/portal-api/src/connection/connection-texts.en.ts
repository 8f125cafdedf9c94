import type { ConnectionFinding, ConnectionLink, LinkVerdict } from './connection-check.ts'

/** What a finding is called, and what to do about it. */
export interface FindingText {
  title: string
  advice: string
}

/** The words of a connection check. */
export interface ConnectionTexts {
  verdicts: Record<LinkVerdict, string>
  links: Record<ConnectionLink, string>
  findings: Record<ConnectionFinding, FindingText>
}

/** The English words, once for the portal's page and for the terminal of `npm run doctor`. */
export const connectionTextsEn: ConnectionTexts = {
  verdicts: { ok: 'OK', warning: 'Warning', failed: 'Failed', notReached: 'Not reached' },
  links: {
    metadata: 'Entra ID’s metadata',
    signingKeys: 'Signing keys',
    userToken: 'Your token for the portal',
    apiCredential: 'The API’s credential',
    onBehalfOf: 'On-Behalf-Of',
    resourceManager: 'Azure Resource Manager',
    resourceProvider: 'Resource provider',
    clock: 'The server’s clock',
  },
  findings: {
    EntraUnreachable: {
      title: 'Entra ID does not answer the server as it should',
      advice:
        'Let the server reach the address by https: look at its DNS, firewall and proxy. A page of a proxy in between counts as no answer.',
    },
    CertificateUntrusted: {
      title: 'The server does not trust the certificate',
      advice:
        'Put the certificate of its authority (of a proxy that opens TLS, say) in a file, name that in NODE_EXTRA_CA_CERTS, and start the server again.',
    },
    TenantNotFound: {
      title: 'Entra ID knows no such tenant',
      advice: 'Correct AZURE_TENANT_IDS. For a tenant of another cloud, set AZURE_CLOUD.',
    },
    IssuerDiffers: {
      title: 'Entra ID calls itself by another name than the server expects',
      advice: 'Set AZURE_CLOUD to the cloud of the tenant: tokens of the issuer that was seen are refused.',
    },
    NoSigningKeys: {
      title: 'Entra ID’s keys are not there',
      advice:
        'What answered at this address is probably not Entra ID. Look for a proxy in between that answers in its place.',
    },
    TokenMissing: {
      title: 'Nobody is signed in',
      advice: 'Sign in, then check again. If the sign-in itself fails, the links that need none are above.',
    },
    TokenMalformed: {
      title: 'What the browser sent is no token',
      advice: 'A proxy may change the Authorization header on its way: let it pass unchanged.',
    },
    TokenNotSigned: {
      title: 'None of Entra ID’s keys has signed the token',
      advice:
        'Sign out and in again. If it stays so, the browser signs in at another cloud than the server asks for keys: look at AZURE_CLOUD.',
    },
    TokenAudience: {
      title: 'The token is for another application',
      advice:
        'API_CLIENT_ID must be the application id of the API, and the scope one that it exposes. The two client ids may be swapped.',
    },
    TokenVersion: {
      title: 'The token is of version 1',
      advice: 'Set requestedAccessTokenVersion to 2 in the manifest of the API’s application, then sign in again.',
    },
    TokenIssuer: {
      title: 'The token’s issuer is not that of its tenant',
      advice: 'Set AZURE_CLOUD to the cloud of the tenant, and look at requestedAccessTokenVersion: it must be 2.',
    },
    TokenTenant: {
      title: 'The token is of a tenant that the portal does not serve',
      advice: 'Sign in with an account of another tenant, or have this one added to AZURE_TENANT_IDS.',
    },
    TokenOfApplication: {
      title: 'The token is an application’s own, not a user’s',
      advice: 'Sign in as a person: the portal acts in Azure as the user only.',
    },
    TokenClient: {
      title: 'Another application than the portal’s asked for the token',
      advice: 'PORTAL_CLIENT_ID must be the application id of the browser’s application. Correct it and start again.',
    },
    TokenScope: {
      title: 'The token lacks the API’s scope',
      advice: 'Give the portal’s application the delegated permission access_as_user of the API, and consent to it.',
    },
    TokenClaims: {
      title: 'The token lacks a claim that every user’s token has',
      advice: 'Sign out and in again, at the organization’s own tenant and with a work or school account.',
    },
    TokenExpired: {
      title: 'The token has ended',
      advice: 'Sign in again. If a new token has ended too, the clock of the server or of this computer is wrong.',
    },
    TokenNotYetValid: {
      title: 'The token begins later',
      advice: 'Set the server’s clock: have it kept by a time service (NTP).',
    },
    TokenSignedOut: { title: 'The user of this token has signed out', advice: 'Sign in again.' },
    CredentialUnavailable: {
      title: 'The API’s credential cannot be had',
      advice:
        'The token file or the managed identity gives nothing. Mount AZURE_FEDERATED_TOKEN_FILE, or assign the identity of API_MANAGED_IDENTITY_CLIENT_ID to the app. The server’s log has the cause.',
    },
    SecretWrong: {
      title: 'The API’s client secret is wrong',
      advice: 'API_CLIENT_SECRET must be the value of a secret of the API’s application, not its id. Make a new one.',
    },
    SecretExpired: {
      title: 'The API’s client secret has expired',
      advice: 'Make a new one (az ad app credential reset), set API_CLIENT_SECRET, and start the server again.',
    },
    CertificateNotRegistered: {
      title: 'The API’s certificate is not the one that is registered, or has expired',
      advice: 'Upload the certificate of API_CLIENT_CERTIFICATE_FILE to the API’s application.',
    },
    AssertionNotCurrent: {
      title: 'What the API proves itself with is not valid at this time',
      advice: 'Set the server’s clock; look whether the token file is renewed and the certificate still valid.',
    },
    FederatedCredentialDiffers: {
      title: 'The federated credential does not fit the server’s own token',
      advice:
        'Issuer, audience and subject must be those of the pod’s or the identity’s token. The subject of an identity is its object id, not its client id.',
    },
    ApiNotInTenant: {
      title: 'The API’s application is not in this tenant',
      advice:
        'API_CLIENT_ID or AZURE_TENANT_IDS is of another tenant; or an administrator of this one has yet to consent to it.',
    },
    ApiDisabled: {
      title: 'The API’s application is switched off in this tenant',
      advice: 'An administrator enables sign-in for it: Enterprise applications, Properties.',
    },
    ServicePrincipalMissing: {
      title: 'An application that is needed has no service principal in this tenant',
      advice:
        'An administrator makes it: az ad sp create --id <API_CLIENT_ID>, or consents to the API in this tenant. For Azure itself, look at AZURE_CLOUD.',
    },
    ConsentMissing: {
      title: 'Consent is missing',
      advice:
        'An administrator consents to the API’s use of Azure in this tenant: at the API’s application and then at the portal’s, API permissions, Grant admin consent.',
    },
    AssertionRefused: {
      title: 'Entra ID does not take the user’s token for the exchange',
      advice:
        'The token must be for the API (its audience is API_CLIENT_ID) and still valid. Look at the ids, then sign in again.',
    },
    MoreProofNeeded: {
      title: 'A policy asks the user for more proof, a second factor, say',
      advice:
        'Open any other page of the portal and press Verify, then check again. An administrator finds the policy in the sign-in log, under Conditional Access.',
    },
    BlockedByConditionalAccess: {
      title: 'A Conditional Access policy blocks the access',
      advice:
        'It may ask for a managed device, a place or an app. An administrator finds the policy in Entra ID’s sign-in log, with the API as the application.',
    },
    UserNotInTenant: {
      title: 'The account is not in this tenant',
      advice: 'Sign in with another account, or have this one invited as a guest.',
    },
    SessionRevoked: {
      title: 'The user’s session has been ended',
      advice: 'Sign out and in again. The password may have changed, or an administrator revoked the session.',
    },
    ExchangeRefused: {
      title: 'Entra ID refuses to give a token',
      advice:
        'Look the code up at https://login.microsoftonline.com/error; Entra ID’s sign-in log has the whole reason.',
    },
    EntraBusy: {
      title: 'Entra ID takes no requests for now',
      advice: 'Wait a minute, then check again. If it lasts, look at Azure’s status page.',
    },
    TooManyExchanges: {
      title: 'You have checked too often',
      advice: 'Wait a minute, then check again.',
    },
    ArmUnreachable: {
      title: 'Azure Resource Manager does not answer the server as it should',
      advice: 'Let the server reach the address by https: look at its DNS, firewall and proxy, and at AZURE_CLOUD.',
    },
    ArmRefusesToken: {
      title: 'Azure Resource Manager does not take the token',
      advice: 'Sign out and in again. If it stays so, AZURE_CLOUD names another cloud than the tenant’s.',
    },
    ArmForbids: {
      title: 'Azure Resource Manager refuses the user',
      advice: 'Azure’s own code is beside it; an administrator of the subscription can tell what it is about.',
    },
    ArmBusy: {
      title: 'Azure Resource Manager takes no requests for now',
      advice: 'Wait a minute, then check again.',
    },
    NoSubscriptions: {
      title: 'The user sees no subscription',
      advice: 'Give the user a role, Reader at least, in a subscription of this tenant.',
    },
    ProviderNotRegistered: {
      title: 'The subscription has not registered the provider',
      advice: 'A contributor or owner of the subscription registers it. It takes some minutes.',
    },
    ProviderRegistering: { title: 'The provider is being registered', advice: 'Wait some minutes, then check again.' },
    ProviderUnreadable: {
      title: 'The user may not see whether the provider is registered',
      advice: 'Choose a subscription in which the user has a role, Reader at least.',
    },
    ApiVersionUnknown: {
      title: 'This cloud does not know a version of the API that the portal uses',
      advice: 'What needs that resource type fails here until the cloud has it: az provider show lists what it knows.',
    },
    ServerClockOff: {
      title: 'The server’s clock is more than a minute off',
      advice: 'Have it kept by a time service (NTP): tokens are refused before they begin and after they end.',
    },
    BrowserClockOff: {
      title: 'This computer’s clock is more than a minute off',
      advice: 'Have it set by the network: with a wrong clock tokens are renewed too late or all the time.',
    },
    Unexpected: {
      title: 'The check itself failed here',
      advice: 'The server’s log has the reason, at the time of this check.',
    },
  },
}
