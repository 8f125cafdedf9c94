import { Refusal, type Answer, type SignInPlace } from '../refusals/refusal.ts';
/**
 * Entra ID or ARM requires more of the user than the token shows (a second factor, for example). `claims` is JSON, to
 * be sent with the next token request. https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export declare class ClaimsChallenge extends Refusal {
    readonly code = "ClaimsChallenge";
    readonly claims: string;
    /** for example AADSTS50076, if Entra ID sent it with the claims */
    readonly entraCode: string | undefined;
    constructor(claims: string, entraCode?: string);
    /** A 401 that passes the challenge on to the browser, in Microsoft's own form. */
    answer({ authorizationEndpoint, tenantId }: SignInPlace): Answer;
}
/** The claims (JSON) in a WWW-Authenticate header of ARM; undefined if there are none. */
export declare function claimsAskedBy(header: string | undefined): string | undefined;
