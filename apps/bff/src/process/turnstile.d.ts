import { Refusal, type Answer, type RefusalEvent } from '../refusals/refusal.ts';
export type Turnstile = <T>(task: () => Promise<T>) => Promise<T>;
/** The queue of a turnstile is full. The task has not started. */
export declare class TurnstileFull extends Refusal {
    constructor();
    answer(): Answer;
    logEvent(): RefusalEvent;
}
/**
 * Lets at most `width` tasks run at once; others wait in the order they came, and beyond `queue` they throw
 * `TurnstileFull`.
 */
export declare function turnstile(width: number, queue?: number): Turnstile;
/** Creates the turnstile of a key, `width` wide; it is removed as soon as it is empty. */
export declare function turnstiles(width: number): (key: string) => Turnstile;
