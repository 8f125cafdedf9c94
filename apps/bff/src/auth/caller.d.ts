import type { ConnectionFinding } from '@portal/portal-api';
import { type JWTPayload } from 'jose';
import { type SignInService } from '../cloud.ts';
import { Refusal, type Answer, type RefusalEvent } from '../refusals/refusal.ts';
import { type Registration } from './registration.ts';
import { type SignedOutTokens } from './signed-out-tokens.ts';
/** Who calls, from a verified access token. Whatever is kept for a caller is keyed by tenant and object id. */
export interface Caller {
    tid: string;
    oid: string;
    /** the access token itself, which Entra ID exchanges for one for ARM */
    assertion: string;
    /** ms since 1970 */
    expiresAt: number;
}
/** What everything that is kept for a user is kept by. */
export declare function userKey({ tid, oid }: Pick<Caller, 'tid' | 'oid'>): string;
/** The check that a token failed, as the connection check reports it. */
export type TokenFinding = Extract<ConnectionFinding, `Token${string}`>;
interface RefusalDetails extends ErrorOptions {
    finding: TokenFinding;
    /** the token's claims, after Entra ID's signature is verified */
    claims?: JWTPayload;
}
/** No access token, or one that is not for this portal. `reason` is for the log. */
export declare class TokenRefused extends Refusal {
    readonly code: 'SignInRequired' | 'DirectoryNotAllowed';
    readonly reason: string;
    readonly finding: TokenFinding;
    readonly claims: JWTPayload | undefined;
    constructor(reason: string, { finding, claims, ...options }: RefusalDetails);
    answer(): Answer;
    logEvent(): RefusalEvent;
}
/** An access token that is as it must be, but of a directory that the portal does not serve. */
export declare class DirectoryNotAllowed extends TokenRefused {
    readonly code = "DirectoryNotAllowed";
    constructor(claims: JWTPayload);
    answer(): Answer;
}
export interface CallerVerifier {
    /**
     * The caller of an Authorization header. Throws `TokenRefused`, or `SignInServiceUnavailable` if there are no keys.
     */
    callerOf(authorization: string | undefined): Promise<Caller>;
    /** Fetches Entra ID's keys if they are not there yet; returns whether they are. */
    hasKeys(): Promise<boolean>;
    /** Checks the tokens of this user again. */
    forget(caller: Caller): void;
    /**
     * Refuses this token of the caller's from now on, or all that were issued to them until now, and forgets the user.
     */
    signOut(caller: Caller, tokens?: 'thisToken' | 'allTokens'): Promise<void>;
}
interface Dependencies {
    signIn: SignInService;
    registration: Registration;
    signedOut?: SignedOutTokens;
    /** ms since 1970, real time: tokens are dated by it */
    now?: () => number;
}
/**
 * Checks the access tokens of the browser: signed by Entra ID's keys with RS256, for this API, of an allowed tenant and
 * its issuer, requested by the portal's own application, with the delegated scope; never an ID token or an app-only
 * token. https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens
 */
export declare function callerVerifier({ signIn, registration, signedOut: signOuts, now, }: Dependencies): CallerVerifier;
export {};
