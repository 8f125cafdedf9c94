/** Milliseconds of a Retry-After header, in seconds or as a date; undefined if there is no valid one. */
export declare function retryAfterMs(header: string | undefined, now: number): number | undefined;
