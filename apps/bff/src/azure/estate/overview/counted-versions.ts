import { setTypes, versionsEncryption } from '../browse-image-versions.ts'

/**
 * The steps from Resources to one row for each image version, with its `id`, `location`, `published` date (ISO 8601),
 * and `encryption`, for counting: as `encryptionSteps`, without what only a list shows.
 */
export const countedVersions = [
  "where type =~ 'microsoft.compute/galleries/images/versions'",
  `project id, location, published = tostring(properties.publishingProfile.publishedDate),
    dataDisks = coalesce(array_length(properties.storageProfile.dataDiskImages), 0),
    region = properties.publishingProfile.targetRegions`,
  'mv-expand region',
  `project id, location, published, dataDisks, stored = region.encryption,
    setId = tolower(tostring(region.encryption.osDiskImage.diskEncryptionSetId))`,
  `join kind=leftouter (${setTypes}) on setId`,
  `summarize location = take_any(location), published = take_any(published), regions = count(),
    confidential = countif(isnotempty(tostring(stored.osDiskImage.securityProfile.confidentialVMEncryptionType))),
    touched = countif(isnotempty(setId) or tostring(stored) contains '/diskEncryptionSets/'),
    lacking = countif(isempty(setId) or coalesce(array_length(stored.dataDiskImages), 0) < dataDisks),
    double = countif(setType == 'EncryptionAtRestWithPlatformAndCustomerKeys') by id`,
  versionsEncryption,
]
