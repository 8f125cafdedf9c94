import { Refusal, type Answer, type RefusalEvent } from '../../refusals/refusal.ts';
/**
 * A request was about to go elsewhere than to ARM (a `nextLink` to a foreign host, for example). No token was sent
 * there.
 */
export declare class ForeignOrigin extends Refusal {
    readonly origin: string;
    constructor(origin: string);
    answer(): Answer;
    logEvent(): RefusalEvent;
}
/** The parts of `url`. Throws `ForeignOrigin` unless it is at `origin`. */
export declare function requireOrigin(url: string, origin: string): URL;
