import { ComputeManagementClient } from '@azure/arm-compute';
import { ResourceManagementClient } from '@azure/arm-resources';
import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import { type HttpClient } from '@azure/core-rest-pipeline';
import type { AzureCloud } from '@portal/arm';
import { type Caller } from '../../auth/caller.ts';
import type { OnBehalfOf } from '../../auth/on-behalf-of.ts';
import type { Cloud } from '../../cloud.ts';
import type { ArmCall } from '../../http/trace.ts';
import { type ArmAnswer, type ArmRequest } from './arm-request.ts';
import { type Pauses } from './read-retries.ts';
/** Azure as one caller sees it during one request to the portal. */
export interface Azure {
    /** which Azure it is */
    cloud: AzureCloud;
    compute(subscriptionId: string): ComputeManagementClient;
    resources(subscriptionId: string): ResourceManagementClient;
    subscriptions(): SubscriptionClient;
    /** for what the SDK's clients above do not support; with the same policies. The response's JSON */
    send(request: ArmRequest): Promise<unknown>;
    /** the same, for operations that ARM continues after its response */
    start(request: ArmRequest): Promise<ArmAnswer>;
    /** Azure's own time, from its latest response, ISO 8601; before the first response, the BFF's */
    now(): string;
}
interface Dependencies {
    cloud: Cloud;
    tokens: OnBehalfOf;
    http: HttpClient;
    pauses?: Pauses;
}
interface Request {
    caller: Caller;
    /** of the user's operation, the same in each of its calls to ARM */
    correlationId: string;
    onCall: (call: ArmCall) => void;
}
/** Makes the clients for one caller; they share nothing with another caller's but sockets. */
export declare function azureClients({ cloud, tokens, http, pauses }: Dependencies): (request: Request) => Azure;
export {};
