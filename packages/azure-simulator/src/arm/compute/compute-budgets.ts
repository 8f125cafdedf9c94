/** So many calls in a window of Azure's time. */
export interface Budget {
  /** as the headers and the errors call it */
  name: string
  limit: number
  windowMilliseconds: number
  /** counted for each resource separately, and not for the subscription */
  isPerResource?: boolean
  /** counted for all callers together, not for each caller */
  isOfAllCallers?: boolean
}

const minute = 60_000

// Galleries and disks: a budget for three minutes and one for thirty.
function windows(operation: string, threeMinutes: number, thirtyMinutes: number): Budget[] {
  return [
    { name: `${operation}3Min`, limit: threeMinutes, windowMilliseconds: 3 * minute },
    { name: `${operation}30Min`, limit: thirtyMinutes, windowMilliseconds: 30 * minute },
  ]
}

// Machines and managed images: one bucket for the subscription, one for each resource.
function buckets(operation: string, subscription: number, resource?: number): Budget[] {
  const windowMilliseconds = 3 * minute
  return [
    { name: `${operation}SubscriptionMaximum`, limit: subscription, windowMilliseconds },
    ...(resource === undefined
      ? []
      : [{ name: `${operation}Resource`, limit: resource, windowMilliseconds, isPerResource: true }]),
  ]
}

const lowCostGet = windows('LowCostGet', 15_000, 120_000)
const deleteDisks = windows('DeleteDisks', 3_000, 24_000)

/**
 * Azure Compute's limits, by method and path below `Microsoft.Compute/` (`*` is a name): as recorded; other calls were
 * not recorded and are not counted. https://learn.microsoft.com/azure/virtual-machines/compute-throttling-limits
 */
export const computeBudgets: Record<string, Budget[]> = {
  'PUT galleries/*': windows('CreateUpdateGallery', 50, 300),
  'PUT galleries/*/images/*': windows('CreateUpdateGalleryImage', 150, 750),
  'PUT galleries/*/images/*/versions/*': windows('CreateUpdateGalleryImageVersion', 375, 1_200),
  'GET galleries/*': windows('GetGallery', 350, 2_500),
  'GET galleries/*/images/*': windows('GetGalleryImage', 600, 3_000),
  'GET galleries/*/images/*/versions/*': windows('GetGalleryImageVersion', 2_000, 10_000),
  'GET galleries': windows('ListGalleryInResourceGroup', 100, 1_000),
  'GET galleries/*/images': windows('ListGalleryImagesInGallery', 1_500, 10_000),
  'GET galleries/*/images/*/versions': windows('ListGalleryImageVersionsInGalleryImage', 1_500, 10_000),
  'DELETE galleries/*': windows('DeleteGallery', 50, 300),
  'DELETE galleries/*/images/*': windows('DeleteGalleryImage', 50, 300),
  'DELETE galleries/*/images/*/versions/*': windows('DeleteGalleryImageVersion', 150, 1_000),
  'GET locations/*/capsOperations/*': windows('GetOperationStatus', 5_000, 15_000),
  'PUT diskEncryptionSets/*': windows('CreateUpdateHighCostDiskEncryptionSet', 100, 300),
  'PATCH diskEncryptionSets/*': windows('CreateUpdateHighCostDiskEncryptionSet', 100, 300),
  'DELETE diskEncryptionSets/*': windows('DeleteHighCostDiskEncryptionSet', 200, 500),
  'GET diskEncryptionSets/*': lowCostGet,
  'PUT disks/*': windows('CreateUpdateDisks', 3_000, 25_000),
  'GET disks/*': lowCostGet,
  'DELETE disks/*': deleteDisks,
  'PUT snapshots/*': windows('HighCostSnapshotCreateHydrate', 1_000, 8_000),
  'GET snapshots/*': lowCostGet,
  'DELETE snapshots/*': deleteDisks,
  'GET locations/*/DiskOperations/*': windows('GetOperation', 50_000, 400_000),
  'PUT virtualMachines/*': buckets('PutVM', 1_500, 12),
  'PATCH virtualMachines/*': buckets('UpdateVM', 1_500, 12),
  'DELETE virtualMachines/*': buckets('DeleteVM', 1_500, 12),
  'GET locations/*/operations/*': buckets('GetOperation', 15_000, 45),
  // Of one machine Azure counts as well, 36 in three minutes:
  // https://learn.microsoft.com/azure/virtual-machines/compute-throttling-limits
  'GET virtualMachines/*': buckets('LowCostGet', 24_000),
  'POST virtualMachines/*/deallocate': buckets('UpdateVM', 1_500, 12),
  'POST virtualMachines/*/start': buckets('UpdateVM', 1_500, 12),
  'POST virtualMachines/*/powerOff': buckets('UpdateVM', 1_500, 12),
  'POST virtualMachines/*/generalize': buckets('UpdateVM', 1_500, 12),
  'PUT images/*': buckets('CreateImages', 60),
}
