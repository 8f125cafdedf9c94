/** The JSON value of a text; undefined if it is not JSON, for example a proxy's page. */
export declare function jsonOf(text: string): unknown;
