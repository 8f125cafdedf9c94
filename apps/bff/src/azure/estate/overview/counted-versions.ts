import { setTypes, versionsEncryption } from '../browse-image-versions.ts'

/**
 * The steps from Resources to rows that count image `versions` by `encryption` (as `encryptionSteps` of the list) and
 * by the columns `by`, which `before` adds to their `id`, `location`, and `published` date (ISO 8601); the same can
 * come several times. Versions of one definition mostly have the same regions, sets and all: each such group is
 * looked at once, instead of each region of each version.
 */
export function countedVersions({ before = [], by = [] }: { before?: string[]; by?: string[] } = {}): string[] {
  const group = [...by, 'dataDisks', 'targets'].join(', ')
  return [
    "where type =~ 'microsoft.compute/galleries/images/versions'",
    `project id, location, published = tostring(properties.publishingProfile.publishedDate),
    dataDisks = coalesce(array_length(properties.storageProfile.dataDiskImages), 0),
    targets = tostring(properties.publishingProfile.targetRegions)`,
    ...before,
    `summarize versions = count() by ${group}`,
    'mv-expand region = parse_json(targets)',
    'extend stored = region.encryption, setId = tolower(tostring(region.encryption.osDiskImage.diskEncryptionSetId))',
    `join kind=leftouter (${setTypes}) on setId`,
    `summarize versions = take_any(versions), regions = count(),
    confidential = countif(isnotempty(tostring(stored.osDiskImage.securityProfile.confidentialVMEncryptionType))),
    touched = countif(isnotempty(setId) or tostring(stored) contains '/diskEncryptionSets/'),
    lacking = countif(isempty(setId) or coalesce(array_length(stored.dataDiskImages), 0) < dataDisks),
    doubly = countif(setType == 'EncryptionAtRestWithPlatformAndCustomerKeys') by ${group}`,
    versionsEncryption,
  ]
}
