import { formatResourceId, parentResourceId, resourceNameOf, type ResourceId } from '@portal/arm'
import { kqlText } from '../../arm/resource-graph.ts'
import { isRevokedInGraph } from '../revocation-filter.ts'

/**
 * From resources to the machines, scale sets and disks of a version's definition, a row for each, with `version`,
 * `latestVersion`, `isOfVersion` and `isOutdated`. Disks name the image they were created from, machines and scale sets
 * the version or the definition:
 * https://learn.microsoft.com/rest/api/compute/disks/get
 * https://learn.microsoft.com/rest/api/compute/virtual-machines/get
 */
export function usesSteps(imageVersion: ResourceId): string[] {
  const definition = formatResourceId(parentResourceId(imageVersion) ?? imageVersion).toLowerCase()
  const number = kqlText(resourceNameOf(imageVersion))
  const versions = kqlText(`${definition}/versions/`)
  const ofDefinition = `(image == ${kqlText(definition)} or image startswith ${versions})`
  return [
    "where type in~ ('microsoft.compute/virtualmachines', 'microsoft.compute/virtualmachinescalesets', 'microsoft.compute/disks')",
    `extend origin = properties.creationData.galleryImageReference,
      useKind = case(type =~ 'microsoft.compute/disks', 'disk', type =~ 'microsoft.compute/virtualmachines', 'virtualMachine', 'scaleSet'),
      image = tolower(coalesce(tostring(properties.creationData.galleryImageReference.id),
        tostring(properties.storageProfile.imageReference.id),
        tostring(properties.virtualMachineProfile.storageProfile.imageReference.id)))`,
    `extend isNamed = ${ofDefinition}`,
    // The model of a scale set can have gone on to another image than its instances.
    "where isNamed or useKind == 'scaleSet'",
    `project id, name, location, useKind, isNamed, scaleSet = tolower(id), managedBy,
      exact = tostring(properties.storageProfile.imageReference.exactVersion),
      named = tostring(split(image, '/versions/')[1]),
      disk = iff(useKind == 'disk', coalesce(tostring(origin.lun), 'os'), ''),
      setId = tostring(coalesce(tostring(properties.securityProfile.secureVMDiskEncryptionSetId),
        tostring(properties.encryption.diskEncryptionSetId))),
      encryption = ${encryption},
      isUpgraded = tostring(properties.upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade) =~ 'true'`,
    `join kind=leftouter (${instancesByScaleSet(ofDefinition, number)}) on scaleSet`,
    'where isNamed or isnotnull(instances)',
    `join kind=leftouter (${latestByRegion(versions)}) on location`,
    `extend latestVersion = tostring(latestOf[0]), oldest = tostring(oldestOf[0]), ofVersion = coalesce(ofVersion, 0),
      followsLatest = isNamed and useKind == 'scaleSet' and isempty(named)`,
    "extend version = iff(isNamed, tostring(iff(followsLatest, latestVersion, coalesce(exact, named))), '')",
    `extend isOfVersion = version == ${number} or ofVersion > 0,
      isOutdated = useKind != 'disk' and isnotempty(latestVersion) and (${isLower('version', 'latestVersion')} or ${isLower('oldest', 'latestVersion')})`,
  ]
}

/** Adds to the rows of `usesSteps` the number of their version as `revoked`, if that one is revoked. */
export function revokedSteps(imageVersion: ResourceId): string {
  const versions = `${formatResourceId(parentResourceId(imageVersion) ?? imageVersion).toLowerCase()}/versions/`
  return `join kind=leftouter (Resources
  | where type =~ 'microsoft.compute/galleries/images/versions' and id startswith ${kqlText(versions)}
  | where ${isRevokedInGraph}
  | project version = name, revoked = name) on version`
}

// Instances of uniform scale sets are in a table of their own; those of flexible ones are machines:
// https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources#computeresources
const instancesByScaleSet = (ofDefinition: string, number: string) => `ComputeResources
  | where type =~ 'microsoft.compute/virtualmachinescalesets/virtualmachines'
  | extend image = tolower(tostring(properties.storageProfile.imageReference.id))
  | where ${ofDefinition}
  | extend number = tostring(coalesce(tostring(properties.storageProfile.imageReference.exactVersion),
      tostring(split(image, '/versions/')[1])))
  | order by ${byNumber('number', 'asc')}
  | summarize instances = count(), ofVersion = countif(number == ${number}), oldestOf = make_list(number, 1)
    by scaleSet = tostring(split(tolower(id), '/virtualmachines/')[0])`

const encryption = `case(useKind != 'disk', '',
        tostring(properties.securityProfile.securityType) startswith 'ConfidentialVM_DiskEncrypted', 'confidential',
        properties.encryption.type =~ 'EncryptionAtRestWithPlatformKey', 'platform',
        properties.encryption.type =~ 'EncryptionAtRestWithCustomerKey', 'customer',
        properties.encryption.type =~ 'EncryptionAtRestWithPlatformAndCustomerKeys', 'double', 'unknown')`

const part = (name: string, place: 0 | 1 | 2) => `tolong(split(${name}, '.')[${place}])`

/** Whether one version number is lower than another: as text, 1.10.0 would precede 1.9.0. */
function isLower(one: string, other: string): string {
  const less = (place: 0 | 1 | 2) => `${part(one, place)} < ${part(other, place)}`
  const same = (place: 0 | 1 | 2) => `${part(one, place)} == ${part(other, place)}`
  return `(${less(0)} or (${same(0)} and (${less(1)} or (${same(1)} and ${less(2)}))))`
}

function byNumber(name: string, direction: 'asc' | 'desc'): string {
  return ([0, 1, 2] as const).map((place) => `${part(name, place)} ${direction}`).join(', ')
}

// The highest number in each region that is not excluded:
// https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-versions
const latestByRegion = (versions: string) => `Resources
  | where type =~ 'microsoft.compute/galleries/images/versions' and id startswith ${versions}
  | where tostring(properties.publishingProfile.excludeFromLatest) !~ 'true'
    and tostring(properties.provisioningState) in~ ('Succeeded', 'Updating')
  | mv-expand region = properties.publishingProfile.targetRegions
  | where tostring(region.excludeFromLatest) !~ 'true'
  | project number = name, location = replace_string(tolower(tostring(region.name)), ' ', '')
  | order by ${byNumber('number', 'desc')}
  | summarize latestOf = make_list(number, 1) by location`
