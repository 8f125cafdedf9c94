import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { type ArmErrorDetail } from '@portal/arm';
import { Refusal, type Answer, type RefusalEvent } from '../../refusals/refusal.ts';
/** ARM refused, in its own format. `retryAt` (ms since 1970) if it says when to try again. */
export declare class ArmRefusal extends Refusal {
    readonly status: number;
    readonly arm: ArmErrorDetail;
    readonly retryAt: number | undefined;
    constructor(status: number, arm: ArmErrorDetail, retryAt?: number);
    answer(): Answer;
}
/**
 * The subscription is in another tenant than the token. `tenantId` if ARM names it, in the challenge that tells clients
 * where to get a token: the message would be in the user's language.
 */
export declare class OtherTenantRefusal extends ArmRefusal {
    readonly tenantId: string | undefined;
    constructor(arm: ArmErrorDetail, challenge: string | undefined);
    answer(): Answer;
}
/**
 * The 429 of a limit that all users of the subscription share: ARM's headers say that nothing of it is left. Every
 * other 429 concerns the user, or a provider's operation.
 */
export declare class SubscriptionLimitReached extends ArmRefusal {
}
/**
 * Whether ARM refuses because another operation on the resource is in progress. ARM uses 429 for it, which is not
 * throttling here. https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export declare function isBusyRefusal({ status, arm }: ArmRefusal): boolean;
/**
 * No response, or an unreliable one: `timeout` and `connection` before a response arrived, `server` for a 5xx, `form`
 * for what is not ARM's format (a gateway's HTML page with status 200, for example). After a write, all of them leave
 * open whether it was done.
 */
export declare class NoClearAnswer extends Refusal {
    readonly reason: 'timeout' | 'connection' | 'server' | 'form';
    readonly status: number | undefined;
    readonly arm: ArmErrorDetail | undefined;
    readonly retryAt: number | undefined;
    constructor(reason: NoClearAnswer['reason'], answer?: {
        status?: number | undefined;
        arm?: ArmErrorDetail | undefined;
        retryAt?: number | undefined;
        cause?: unknown;
    });
    get leavesOutcomeOpen(): boolean;
    answer(): Answer;
    logEvent(): RefusalEvent;
}
/**
 * Returns the reply if ARM succeeded with JSON (or an empty body); otherwise throws `ArmRefusal` or `NoClearAnswer`.
 * The SDK alone would accept an HTML page as an empty success, and hides the refusal of a list's second page.
 */
export declare function clearReply(response: PipelineResponse, now: number): PipelineResponse;
