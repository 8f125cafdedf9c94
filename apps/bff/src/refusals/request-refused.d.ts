import type { ProblemCode } from '@portal/portal-api';
import { Refusal, type Answer, type RefusalEvent } from './refusal.ts';
type RefusedCode = Extract<ProblemCode, 'InvalidRequest' | 'CrossSiteRequest' | 'NotFound' | 'MethodNotAllowed' | 'UnsupportedMediaType' | 'PayloadTooLarge' | 'AddressTooLong' | 'TooManyRequests' | 'UserBlocked' | 'PortalReadOnly'>;
interface Details extends ErrorOptions {
    headers?: Record<string, string>;
    /** ms since 1970: not before then */
    retryAt?: number | undefined;
    /** what operators see */
    securityEvent?: 'origin-refused' | 'rate-limited' | 'user-blocked' | 'write-refused';
}
/** A request that the portal itself rejects. `reason` is for the client's developer. */
export declare class RequestRefused extends Refusal {
    readonly code: RefusedCode;
    readonly headers: Record<string, string>;
    readonly retryAt: number | undefined;
    readonly securityEvent: Details['securityEvent'];
    constructor(code: RefusedCode, reason: string, details?: Details);
    answer(): Answer;
    logEvent(): RefusalEvent;
}
export {};
