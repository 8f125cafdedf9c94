import * as z from 'zod/mini';
/** The state of a gallery's resource. */
export declare const armProvisioningState: z.ZodMiniCatch<z.ZodMiniEnum<{
    Creating: "Creating";
    Deleting: "Deleting";
    Failed: "Failed";
    Migrating: "Migrating";
    Succeeded: "Succeeded";
    Unknown: "Unknown";
    Updating: "Updating";
}>>;
/** The state of a region's copy. */
export declare const armReplicationState: z.ZodMiniCatch<z.ZodMiniEnum<{
    Completed: "Completed";
    Failed: "Failed";
    Replicating: "Replicating";
    Unknown: "Unknown";
}>>;
/** The state of all copies together. https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get */
export declare const armAggregatedState: z.ZodMiniCatch<z.ZodMiniEnum<{
    Completed: "Completed";
    Failed: "Failed";
    InProgress: "InProgress";
    Unknown: "Unknown";
}>>;
