/**
 * Adds `value` as the newest entry of a cache of at most `size` entries; the oldest one is removed if there is one too
 * many. A Map keeps the order of insertion, so if used entries are inserted again, that is the least recently used one.
 */
export declare function keepNewest<T>(cache: Map<string, T>, [key, value]: [string, T], size: number): void;
