import * as z from 'zod/mini'
import type { PermissionScope } from '../../directory/objects.ts'
import { dateTime, guid } from '../body.ts'

const text = z.string()
const kept = z.optional(z.json())
const texts = z.array(z.string().check(z.maxLength(2048)))
const redirects = z.strictObject({ redirectUris: z.optional(texts) })

// Graph returns more properties of a scope than can be written, and accepts them back.
const permissionScope = z.pipe(
  z.object({
    id: guid,
    value: z.string().check(z.regex(/^[\w!#$%&'()*+,./:;=?@[\]^`{|}~-]{1,120}$/)),
    type: z.optional(z.enum(['User', 'Admin'])),
    isEnabled: z.optional(z.boolean()),
    adminConsentDisplayName: text,
    adminConsentDescription: text,
    userConsentDisplayName: z.optional(z.nullable(text)),
    userConsentDescription: z.optional(z.nullable(text)),
  }),
  z.transform(({ type = 'User', isEnabled = true, ...rest }): PermissionScope => {
    const { userConsentDisplayName = null, userConsentDescription = null } = rest
    return { ...rest, type, isEnabled, userConsentDisplayName, userConsentDescription }
  }),
)

/** A certificate as it is sent; `key` is optional for an existing one. */
const keyCredentialBody = z.looseObject({
  keyId: z.optional(z.nullable(guid)),
  displayName: z.optional(z.nullable(text)),
  type: z.enum(['AsymmetricX509Cert', 'X509CertAndPassword']),
  usage: z.enum(['Verify', 'Sign']),
  key: z.optional(z.nullable(text)),
  startDateTime: z.optional(z.nullable(dateTime)),
  endDateTime: z.optional(z.nullable(dateTime)),
})
export type KeyCredentialBody = z.infer<typeof keyCredentialBody>

/**
 * The properties of an application: https://learn.microsoft.com/graph/api/resources/application. Properties that
 * nothing here reads are stored unchanged and returned.
 */
export const applicationBody = z.strictObject({
  displayName: z.optional(z.string().check(z.minLength(1), z.maxLength(256))),
  uniqueName: z.optional(z.nullable(text)),
  signInAudience: z.optional(
    z.enum(['AzureADMyOrg', 'AzureADMultipleOrgs', 'AzureADandPersonalMicrosoftAccount', 'PersonalMicrosoftAccount']),
  ),
  identifierUris: z.optional(texts),
  api: z.optional(
    z.strictObject({
      requestedAccessTokenVersion: z.optional(z.nullable(z.union([z.literal(1), z.literal(2)]))),
      knownClientApplications: z.optional(z.array(guid)),
      oauth2PermissionScopes: z.optional(z.array(permissionScope)),
      preAuthorizedApplications: z.optional(
        z.array(z.strictObject({ appId: guid, delegatedPermissionIds: z.array(guid) })),
      ),
      acceptMappedClaims: kept,
    }),
  ),
  spa: z.optional(redirects),
  web: z.optional(
    z.strictObject({
      redirectUris: z.optional(texts),
      redirectUriSettings: kept,
      homePageUrl: kept,
      logoutUrl: kept,
      implicitGrantSettings: kept,
    }),
  ),
  publicClient: z.optional(redirects),
  requiredResourceAccess: z.optional(
    z.array(
      z.strictObject({
        resourceAppId: guid,
        resourceAccess: z.array(z.strictObject({ id: guid, type: z.enum(['Scope', 'Role']) })),
      }),
    ),
  ),
  keyCredentials: z.optional(z.array(keyCredentialBody)),
  addIns: kept,
  appRoles: kept,
  description: kept,
  groupMembershipClaims: kept,
  info: kept,
  isDeviceOnlyAuthSupported: kept,
  isFallbackPublicClient: kept,
  notes: kept,
  optionalClaims: kept,
  parentalControlSettings: kept,
  requestSignatureVerification: kept,
  samlMetadataUrl: kept,
  serviceManagementReference: kept,
  servicePrincipalLockConfiguration: kept,
  tags: kept,
  tokenEncryptionKeyId: kept,
})
export type ApplicationBody = z.infer<typeof applicationBody>
