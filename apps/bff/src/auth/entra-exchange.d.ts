import { type Cloud } from '../cloud.ts';
import { Refusal, type Answer as ProblemAnswer, type RefusalEvent } from '../refusals/refusal.ts';
import type { Caller } from './caller.ts';
import type { Registration } from './registration.ts';
/**
 * Entra ID returns no token for ARM, and a claims request to the user would not help. `consent`: an administrator must
 * consent.
 */
export declare class ExchangeRefused extends Refusal {
    readonly code: 'ConsentRequired' | 'SignInRequired';
    /** for example AADSTS65001 */
    readonly entraCode: string;
    constructor(code: 'ConsentRequired' | 'SignInRequired', entraCode: string, options?: ErrorOptions);
    answer(): ProblemAnswer;
    logEvent(): RefusalEvent;
}
export interface ArmToken {
    token: string;
    /** ms since 1970 */
    expiresAt: number;
}
export type Exchange = (caller: Caller, claims?: string) => Promise<ArmToken>;
/**
 * Exchanges the caller's access token for one of theirs for ARM. Throws `ClaimsChallenge`, `ExchangeRefused` or
 * `SignInServiceUnavailable`. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export declare function entraExchange(cloud: Cloud, registration: Registration, now: () => number): Exchange;
/**
 * Proves the API's credential to Entra ID in a tenant, without a user: it requests an app-only token for ARM, where the
 * application has no role, and discards it. Throws what the exchange throws.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export declare function credentialProof(cloud: Cloud, registration: Registration, now: () => number): (tenantId: string) => Promise<void>;
