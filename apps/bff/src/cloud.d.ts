import { type AzureCloud } from '@portal/arm';
/**
 * The cloud of the portal: where users sign in, where ARM answers. Real Azure and the simulator differ only in these
 * addresses. `{tenantid}` in an address is replaced by the tenant.
 */
export interface Cloud {
    environment: 'azure' | 'demo';
    /** what the browser gets of it, for code, links and keys; in the demo, the simulated cloud */
    azure: AzureCloud;
    /** ARM's address, an origin: the only place the user's ARM token is ever sent to */
    resourceManager: string;
    /** the scope of a token for ARM */
    resourceManagerScope: string;
    /** how often the browser polls replication, in milliseconds */
    replicationPollMs: number;
    signIn: SignInService;
}
/** Entra ID, or its replacement. https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc */
export interface SignInService {
    /** of the browser */
    authority: string;
    /** of the BFF, which always names the tenant of the user's token */
    tenantAuthority: string;
    knownAuthorities: string[];
    /** the endpoints, if they can't be discovered (demo) */
    metadata?: AuthorityMetadata;
    /** the BFF's addresses of the same, if they differ from the browsers' */
    ownMetadata?: AuthorityMetadata;
    /** `iss` of the access tokens */
    issuer: string;
    jwksUri: string;
    authorizationEndpoint: string;
    /** for the Content-Security-Policy */
    origin: string;
}
export interface AuthorityMetadata {
    issuer: string;
    jwks_uri: string;
    authorization_endpoint: string;
    token_endpoint: string;
    end_session_endpoint: string;
}
/** An address of the cloud for one tenant. */
export declare function forTenant(address: string, tenantId: string): string;
/** The scope of a token for ARM. An audience can itself end with a slash, and the scope then has two. */
export declare function armScopeOf({ audience }: AzureCloud): string;
/**
 * The portal's view of an Azure. With one tenant its people sign in at that tenant; with several, at `organizations`,
 * and the BFF refuses the tokens of any other.
 */
export declare function cloudOf(azure: AzureCloud, tenantIds: readonly string[]): Cloud;
