/** What a user asked the portal to write: names of fields and resources, never other values. */
export interface WriteRecord {
    /** the IDs and names in the request: `{ id: '/subscriptions/…', 'source.id': … }` */
    resource: Record<string, string>;
    /** the fields that were given or changed */
    fields: string[];
    /** the requested disk encryption sets: `{ 'targetRegions.westus.encryption.osDiskImage': '/subscriptions/…' }` */
    setsAsked: Record<string, string>;
}
/** Reads a write's record out of its parsed input. Only ids, names and sets get in: no tag, address, text or secret. */
export declare function writeRecordOf(input: unknown): WriteRecord;
/** The disk encryption sets in an object, by place: a region by its name, a disk by its LUN. */
export declare function diskEncryptionSetsIn(value: unknown, path?: readonly string[]): Record<string, string>;
