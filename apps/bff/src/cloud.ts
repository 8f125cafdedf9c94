/**
 * Which Azure the portal serves: where people sign in, where ARM answers. Real Azure and the simulator differ in these
 * addresses and in nothing else. `{tenantid}` in an address stands for the tenant.
 */
export interface Cloud {
  environment: 'azure' | 'demo'
  /** ARM's address, an origin: the only place the user's ARM token is ever sent to */
  resourceManager: string
  /** what a token for ARM is asked with */
  resourceManagerScope: string
  /** such as https://portal.azure.com/#@{tenantId}/resource; a resource's id follows */
  azurePortalResourceUrl: string
  /** how often the browser asks about replication, in milliseconds */
  replicationPollMs: number
  signIn: SignInService
}

/** Entra ID, or what stands in for it. https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc */
export interface SignInService {
  /** of the browser */
  authority: string
  /** of the BFF, which always names the tenant of the user's token */
  tenantAuthority: string
  knownAuthorities: string[]
  /** the endpoints, where they cannot be discovered (demo) */
  metadata?: AuthorityMetadata
  /** `iss` of the access tokens */
  issuer: string
  jwksUri: string
  authorizationEndpoint: string
  /** for the Content-Security-Policy */
  origin: string
}

export interface AuthorityMetadata {
  issuer: string
  jwks_uri: string
  authorization_endpoint: string
  token_endpoint: string
  end_session_endpoint: string
}

/** An address of the cloud for one tenant. */
export function forTenant(address: string, tenantId: string): string {
  return address.replaceAll('{tenantid}', tenantId)
}

/**
 * Microsoft's public cloud. With one tenant its people sign in at that tenant; with several, at `organizations`, and
 * the BFF refuses the tokens of any other.
 */
export function publicAzure(tenantIds: readonly string[]): Cloud {
  const login = 'https://login.microsoftonline.com'
  const [only] = tenantIds.length === 1 ? tenantIds : []
  return {
    environment: 'azure',
    resourceManager: 'https://management.azure.com',
    resourceManagerScope: 'https://management.azure.com/.default',
    azurePortalResourceUrl: 'https://portal.azure.com/#@{tenantId}/resource',
    replicationPollMs: 15_000,
    signIn: {
      authority: `${login}/${only ?? 'organizations'}`,
      tenantAuthority: `${login}/{tenantid}`,
      knownAuthorities: [],
      issuer: `${login}/{tenantid}/v2.0`,
      // the keys of all tenants, so that it can be asked before any token has come
      jwksUri: `${login}/common/discovery/v2.0/keys`,
      authorizationEndpoint: `${login}/{tenantid}/oauth2/v2.0/authorize`,
      origin: login,
    },
  }
}
