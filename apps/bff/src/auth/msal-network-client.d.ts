import type { Configuration } from '@azure/msal-node';
type NetworkClient = NonNullable<NonNullable<Configuration['system']>['networkClient']>;
export interface Answer {
    status: number;
    retryAfter: string | undefined;
}
/**
 * How MSAL reaches Entra ID and the managed identity endpoint: its own client has no timeout and drops Retry-After.
 * `tell` is called with each response, and with undefined when a request is sent: a failure without a later call had no
 * response.
 */
export declare function msalNetworkClient(tell?: (answer: Answer | undefined) => void): NetworkClient;
export {};
