import type { PipelinePolicy } from '@azure/core-rest-pipeline';
export interface Pauses {
    now: () => number;
    /** resolves after so many milliseconds */
    pause: (ms: number) => Promise<void>;
    /** from 0 up to 1, so that not all rejected requests are retried at the same time */
    random: () => number;
}
/**
 * Retries a read within 20 s in total: at most twice if ARM did not answer, failed (5xx) or asked for a pause of 3 s or
 * less; a longer pause is reported to the user. If ARM throttles (429) without a time, at most three times, after 2, 4
 * and 8 s and up to a quarter more. A write is never retried: it gets 65 s, five more than ARM gives its providers, and
 * its result is then read from Azure.
 */
export declare function readRetriesPolicy(pauses: Pauses): PipelinePolicy;
