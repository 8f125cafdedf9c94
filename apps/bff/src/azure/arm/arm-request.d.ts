import { type HttpClient, type Pipeline } from '@azure/core-rest-pipeline';
import { type PagedList } from './answered.ts';
/** A request to ARM for which the SDKs used here have no client. */
export interface ArmRequest {
    method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
    /** below ARM's origin, with the api-version; or the whole address of a list's next page, as ARM gave it */
    url: string;
    body?: object;
}
/** Sends such requests for a caller; implemented by `Azure`. */
interface Sender {
    send(request: ArmRequest): Promise<unknown>;
}
interface Wire {
    pipeline: Pipeline;
    http: HttpClient;
    resourceManager: string;
}
/** ARM's response to such a request. */
export interface ArmAnswer {
    status: number;
    /** the address for polling the operation */
    location: string | undefined;
    /** JSON; undefined if there is no body */
    body: unknown;
}
/** Sends one request as the SDK's clients do theirs. */
export declare function sendArmRequest({ pipeline, http, resourceManager }: Wire, { method, url, body }: ArmRequest): Promise<ArmAnswer>;
/**
 * The address of a resource or of something below it, for example `${vaultId}/keys/images-key`. Throws
 * `InvalidResourceId` for a path that would lead anywhere else.
 */
export declare function armUrl(path: string, query: {
    'api-version': string;
} & Record<string, string>): string;
/** The list at an address, page by page, for `allOf`. */
export declare function listAt(azure: Sender, url: string): PagedList;
export {};
