import { Refusal, type Answer, type RefusalEvent } from '../refusals/refusal.ts';
/** Entra ID did not answer, or throttles this user: try again at `retryAt` (ms since 1970). */
export declare class SignInServiceUnavailable extends Refusal {
    readonly code = "SignInServiceUnavailable";
    readonly retryAt: number | undefined;
    constructor(retryAt?: number, options?: ErrorOptions);
    answer(): Answer;
    logEvent(): RefusalEvent | undefined;
}
/** The API has nothing to prove itself with to Entra ID: its token file or its managed identity fails (`cause`). */
export declare class NoApiCredential extends Error {
    constructor(options: ErrorOptions);
}
