import {
  chosenDisks,
  chosenResources,
  errorAt,
  type ImageVersionPlan,
  type Inventory,
  isInSubscription,
  type Issue,
  planSubscriptionId,
  type SourceResource,
  warningAt,
} from '@portal/image-version'

// The source of a confidential version is in the gallery's subscription, and is a confidential machine, or a disk or
// snapshot of one. Azure's pages do not say that it refuses others: a warning.
// https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery
export function confidentialSourceIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (inventory.imageDefinition?.securityType !== 'ConfidentialVM') return []
  return chosenResources(plan.source, inventory).flatMap(({ path, key, resource }) => {
    if (resource === undefined) return []
    const { name } = resource
    return [
      ...(isInSubscription(resource, planSubscriptionId(plan))
        ? []
        : [errorAt(path, 'SourceConfidentialInAnotherSubscription', { name })]),
      ...(key === 'os' && !isConfidential(resource) ? [warningAt(path, 'SourceNotConfidential', { name })] : []),
    ]
  })
}

const osLimitInGB = 32

// Versions of a definition that supports confidential machines have a VHD or a managed image of generation 2 as their
// source, with an OS disk under 32 GB. Azure's pages do not say that it refuses others: warnings.
// https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery
export function confidentialSupportedIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (inventory.imageDefinition?.securityType !== 'ConfidentialVMSupported') return []
  const sourceType = plan.source.type
  if (sourceType !== 'StorageBlobs' && sourceType !== 'ManagedImage')
    return [warningAt(['source', 'type'], 'ConfidentialSupportedSource', { sourceType })]
  return chosenDisks(plan.source, inventory).flatMap(({ path, key, disk: { name, sizeInGB = 0 } }) => {
    if (key !== 'os' || sizeInGB < osLimitInGB) return []
    return [warningAt(path, 'ConfidentialSupportedTooLarge', { name, sizeInGB, maxSizeInGB: osLimitInGB })]
  })
}

// VHDs do not have this property; managed images can't be created from confidential machines.
function isConfidential(resource: SourceResource): boolean {
  switch (resource.type) {
    case 'VirtualMachine':
    case 'Disk':
    case 'Snapshot':
      return resource.securityType?.toLowerCase().startsWith('confidentialvm') === true
    case 'StorageAccount':
      return true
    case 'ManagedImage':
    case 'ImageVersion':
      return false
  }
}
