import * as z from 'zod/mini';
/**
 * The response of an SDK call, with the parts that the portal relies on validated by `schema`. Throws `NoClearAnswer`
 * if they are missing: the SDK itself validates nothing.
 */
export declare function answered<Schema extends z.ZodMiniType>(schema: Schema, call: Promise<unknown>): Promise<z.output<Schema>>;
/** Every item of a list, page by page, each checked by `schema`. Throws `NoClearAnswer` after 200 pages. */
export declare function allOf<Schema extends z.ZodMiniType>(schema: Schema, list: PagedList): Promise<z.output<Schema>[]>;
export interface PagedList {
    byPage(): AsyncIterator<unknown[], unknown>;
}
/** The response, or undefined if ARM says that there is none or that the user has no permission to see it. */
export declare function unlessHidden<T>(call: Promise<T>): Promise<T | undefined>;
/** The response, or undefined if ARM has no such resource. */
export declare function ifThere<T>(call: Promise<T>): Promise<T | undefined>;
/** `value` according to `schema`. Throws `NoClearAnswer` if it is something else. */
export declare function parsed<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema>;
