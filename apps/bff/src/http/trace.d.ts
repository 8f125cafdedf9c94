import type { Request, Response } from 'express';
import type { WriteRecord } from '../audit/write-record.ts';
import type { Caller } from '../auth/caller.ts';
/** The facts about one request to ARM for log and telemetry. */
export interface ArmCall {
    method: string;
    /** 1, and more if a read is retried */
    attempt: number;
    /** ms since 1970 */
    startedAt: number;
    status: number | undefined;
    armCode: string | undefined;
    ms: number;
    clientRequestId: string;
    requestId: string | undefined;
    /** the ID in Azure's own logs: the one we sent, or Azure's if it chose another */
    azureCorrelationId: string | undefined;
    /** whether it can change something in Azure */
    isWrite: boolean;
    /** names ARM's own data center and instance */
    routingRequestId: string | undefined;
    /** how many more reads ARM allows the caller in that subscription, if it says so */
    readsLeft: number | undefined;
}
/** The facts about a request during its processing: for the log, and for requests to ARM. */
export interface Trace {
    /** GUID of the user's operation: in the log, in a problem, and ARM's x-ms-correlation-request-id */
    correlationId: string;
    /** the endpoint's path, never the raw URL; `/api` if it is rejected before an endpoint, `static` for a file */
    route: string;
    /** ms since the process started, as performance.now() */
    startedAt: number;
    /** the W3C header of a caller that traces this request; https://www.w3.org/TR/trace-context/ */
    traceParent: string | undefined;
    caller?: Caller;
    calls: ArmCall[];
    problemCode?: string;
    /** of a write that is not at its end yet */
    write?: WriteRecord & {
        method: string;
        setsBefore?: Record<string, string>;
    };
}
/** Begins the trace of a request; a correlation id that the browser sends is kept if it is a GUID. */
export declare function beginTrace(request: Request, response: Response): Trace;
/** The trace that `beginTrace` began for this response. */
export declare function traceOf(response: Response): Trace;
