import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { type Caller } from '../../auth/caller.ts';
/**
 * Limits retries during continuous 429, and counts as ARM does: after ARM has refused five requests of a user to a
 * subscription in a row, one of the user's requests tries every 10 s and the rest are refused here, until one succeeds.
 * Other users are held back only if ARM says that the limit is the whole subscription's. `now` is in ms. No library
 * does this: only ARM's 429 counts, and only ARM's responses to this user reset it.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export declare function throttlingBreaker(now: () => number): (caller: Pick<Caller, 'tid' | 'oid'>) => PipelinePolicy;
