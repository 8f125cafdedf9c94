import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import type { Caller } from '../../auth/caller.ts';
import type { OnBehalfOf } from '../../auth/on-behalf-of.ts';
interface Dependencies {
    resourceManager: string;
    caller: Caller;
    tokens: OnBehalfOf;
}
/**
 * Adds the caller's ARM token to a request, after checking its destination: the SDK's own policy would send it to any
 * https host. A claims challenge of ARM (session revoked, second factor required) is answered once with a token that
 * has the claims; ARM did nothing before the challenge, so a write can be sent again. If that fails too, the challenge
 * goes to the browser. https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
 */
export declare function userTokenPolicy({ resourceManager, caller, tokens }: Dependencies): PipelinePolicy;
export {};
