import type { ApplicationObject, KeyCredential, PasswordCredential } from '../../directory/objects.ts'
import type { Tenant } from '../../world.ts'

/** A registration as Microsoft Graph returns it: without secrets and certificates. */
export function presentApplication({ domain }: Tenant, application: ApplicationObject): object {
  const { kind: _, more, passwordCredentials, keyCredentials, federatedIdentityCredentials: __, ...rest } = application
  const { web } = rest
  return {
    deletedDateTime: null,
    applicationTemplateId: null,
    disabledByMicrosoftStatus: null,
    publisherDomain: domain,
    addIns: [],
    appRoles: [],
    description: null,
    groupMembershipClaims: null,
    info: { logoUrl: null, marketingUrl: null, privacyStatementUrl: null, supportUrl: null, termsOfServiceUrl: null },
    isDeviceOnlyAuthSupported: null,
    isFallbackPublicClient: null,
    notes: null,
    optionalClaims: null,
    parentalControlSettings: { countriesBlockedForMinors: [], legalAgeGroupRule: 'Allow' },
    requestSignatureVerification: null,
    samlMetadataUrl: null,
    serviceManagementReference: null,
    servicePrincipalLockConfiguration: null,
    tags: [],
    tokenEncryptionKeyId: null,
    verifiedPublisher: { addedDateTime: null, displayName: null, verifiedPublisherId: null },
    ...more,
    ...rest,
    web: {
      homePageUrl: null,
      logoutUrl: null,
      implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
      ...web,
    },
    passwordCredentials: passwordCredentials.map(presentPassword),
    keyCredentials: keyCredentials.map(presentKey),
  }
}

/** A secret's facts; the secret itself is returned once, to its creator. */
export function presentPassword({ secretDigest: _, ...rest }: PasswordCredential): object {
  return { customKeyIdentifier: null, secretText: null, ...rest }
}

function presentKey(credential: KeyCredential): object {
  return { ...credential, key: null }
}
