import { azureClouds, type AzureCloud } from '@portal/arm'
import { replicationPollMs } from './cloud/replication-poll.ts'

/**
 * The cloud of the portal: where users sign in, where ARM answers. Real Azure and the simulator differ only in these
 * addresses. `{tenantid}` in an address is replaced by the tenant.
 */
export interface Cloud {
  environment: 'azure' | 'demo'
  /** what the browser gets of it, for code, links and keys; in the demo, the simulated cloud */
  azure: AzureCloud
  /** ARM's address, an origin: the only place the user's ARM token is ever sent to */
  resourceManager: string
  /** the scope of a token for ARM */
  resourceManagerScope: string
  /** how often the browser polls replication, in milliseconds */
  replicationPollMs: number
  signIn: SignInService
}

/** Entra ID, or its replacement. https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc */
export interface SignInService {
  /** of the browser */
  authority: string
  /** of the BFF, which always names the tenant of the user's token */
  tenantAuthority: string
  knownAuthorities: string[]
  /** the endpoints, if they can't be discovered (demo) */
  metadata?: AuthorityMetadata
  /** the BFF's addresses of the same, if they differ from the browsers' */
  ownMetadata?: AuthorityMetadata
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

/** The scope of a token for ARM. An audience can itself end with a slash, and the scope then has two. */
export function armScopeOf({ audience }: AzureCloud): string {
  return `${audience}/.default`
}

/**
 * The portal's view of an Azure. With one tenant its people sign in at that tenant; with several, at `organizations`,
 * and the BFF refuses the tokens of any other.
 */
export function cloudOf(azure: AzureCloud, tenantIds: readonly string[]): Cloud {
  const login = azure.loginEndpoint
  const [only] = tenantIds.length === 1 ? tenantIds : []
  return {
    environment: 'azure',
    azure,
    resourceManager: azure.resourceManager,
    resourceManagerScope: armScopeOf(azure),
    replicationPollMs: replicationPollMs.azure,
    signIn: {
      authority: `${login}/${only ?? 'organizations'}`,
      tenantAuthority: `${login}/{tenantid}`,
      // MSAL asks login.microsoftonline.com about a host that it neither knows nor is configured to trust.
      knownAuthorities: isKnownToMsal(login) ? [] : [new URL(login).host],
      issuer: `${login}/{tenantid}/v2.0`,
      // the keys of all tenants, so that they can be read before any token arrives
      jwksUri: `${login}/common/discovery/v2.0/keys`,
      authorizationEndpoint: `${login}/{tenantid}/oauth2/v2.0/authorize`,
      origin: login,
    },
  }
}

function isKnownToMsal(login: string): boolean {
  return Object.values(azureClouds).some(({ loginEndpoint }) => loginEndpoint === login)
}
