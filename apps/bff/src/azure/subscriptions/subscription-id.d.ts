/** Returns the id of a subscription as given; throws `InvalidResourceId` unless it is a GUID. */
export declare function parseSubscriptionId(id: string): string;
