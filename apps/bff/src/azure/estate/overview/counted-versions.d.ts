/**
 * The steps from Resources to one row for each image version, with its `id`, `location`, `published` date (ISO 8601),
 * and `encryption`, for counting: as `encryptionSteps`, without what only a list shows.
 */
export declare const countedVersions: string[]
