import { eligibleDiskEncryptionSets, regionDisplayName } from '@portal/disk-encryption'
import {
  areImageDisksKnown,
  errorAt,
  hasConfidentialDataDisks,
  type ImageVersionPlan,
  type Inventory,
  isHomeRegion,
  type Issue,
  planSubscriptionId,
  warningAt,
} from '@portal/image-version'
import { diskEncryptionSetIssues } from './disk-encryption-set.ts'
import { noDiskEncryptionSetIssue } from './no-disk-encryption-set.ts'

// A definition of security type ConfidentialVM requires a confidential encryption type. Definitions without
// confidential support accept none; for those that only support it, Azure's documentation does not say: a warning.
// https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery
export function confidentialTypeIssues(plan: ImageVersionPlan, { imageDefinition }: Inventory): Issue[] {
  if (imageDefinition === undefined) return []
  const path = ['confidentialVMEncryptionType']
  const { securityType } = imageDefinition
  if (plan.confidentialVMEncryptionType === null)
    return securityType === 'ConfidentialVM' ? [errorAt(path, 'ConfidentialTypeRequired', {})] : []
  switch (securityType) {
    case 'ConfidentialVM':
      return []
    case 'ConfidentialVMSupported':
    case 'TrustedLaunchAndConfidentialVmSupported':
      return [warningAt(path, 'ConfidentialTypeNotForDefinition', { securityType })]
    case 'Standard':
    case 'TrustedLaunch':
    case 'TrustedLaunchSupported':
      return [errorAt(path, 'ConfidentialTypeNotForDefinition', { securityType })]
  }
}

// Data disks with confidential sets are a preview: the subscription must be registered for it.
// https://learn.microsoft.com/dotnet/api/azure.resourcemanager.compute.models.confidentialvmencryptiontype.datadiskencryptedwithcmk
export function confidentialDataDiskIssues(
  plan: ImageVersionPlan,
  { hasConfidentialDataDisks: has }: Inventory,
): Issue[] {
  if (!hasConfidentialDataDisks(plan) || has !== false) return []
  return [errorAt(['confidentialDataDisks'], 'ConfidentialDataDisksNotRegistered', {})]
}

// A confidential version stays in its own region, unless its type is NonPersistedTPM.
// https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery
export function confidentialRegionIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (inventory.imageDefinition?.securityType !== 'ConfidentialVM' || plan.location === '') return []
  if (plan.confidentialVMEncryptionType === null || plan.confidentialVMEncryptionType === 'NonPersistedTPM') return []
  return plan.targetRegions.flatMap((targetRegion, index) => {
    if (targetRegion.name === '' || isHomeRegion(plan, targetRegion)) return []
    const region = regionDisplayName(inventory, targetRegion.name)
    return [errorAt(['targetRegions', index, 'name'], 'ConfidentialOnlyHomeRegion', { region })]
  })
}

// EncryptedWithCmk needs, in each region, a set for confidential disks.
// https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery
export function confidentialDiskEncryptionSetIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (plan.confidentialVMEncryptionType !== 'EncryptedWithCmk') return []
  return plan.targetRegions.flatMap((targetRegion, index) => {
    if (targetRegion.name === '') return []
    const encryptionType = 'ConfidentialVmEncryptedWithCustomerKey' as const
    const path = ['targetRegions', index, 'encryption', 'secureVMDiskEncryptionSetId']
    const requirement = { encryptionType, region: targetRegion.name, subscriptionId: planSubscriptionId(plan) }
    const diskEncryptionSetId = targetRegion.encryption.secureVMDiskEncryptionSetId
    if (diskEncryptionSetId !== '')
      return diskEncryptionSetIssues({ path, diskEncryptionSetId, requirement }, inventory)
    // Without its source, the image has no cells to fill in.
    if (!areImageDisksKnown(plan.source, inventory)) return []
    const region = regionDisplayName(inventory, targetRegion.name)
    return eligibleDiskEncryptionSets(requirement, inventory).length > 0
      ? [errorAt(path, 'ConfidentialDiskEncryptionSetRequired', { region })]
      : [noDiskEncryptionSetIssue(path, { region, encryptionType }, inventory)]
  })
}
