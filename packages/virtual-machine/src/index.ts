// The plan of a virtual machine from an image version, its rules and its deployment.
export { atRegion } from './at-region.ts'
export { type EffectiveMachineDisk, effectiveMachineEncryption } from './effective-machine-encryption.ts'
export { imageSecurityEncryptionType, machineSecurityTypes } from './image-security.ts'
export { adminSecretIssues } from './issues/administrator-issues.ts'
export { machineDiskPath, machineDisks } from './issues/machine-disk-issues.ts'
export { virtualMachineIssues } from './issues/virtual-machine-issues.ts'
export { machineActions } from './machine-actions.ts'
export {
  confidentialDiskEncryptionSets,
  machineDiskEncryptionSets,
  plainSetTypes,
} from './machine-disk-encryption-sets.ts'
export { machinePolicyVerdict } from './machine-policy-verdict.ts'
export { proposedSize, requiresNvme, type SizeMisfit, sizeMisfits, supportsNvme } from './machine-sizes.ts'
export { foreignResources, isForTest, testMachineActions, testMachineFields, testMachineTag } from './test-machine.ts'
export {
  adminSecretParameter,
  type MachineDefinition,
  machineResources,
  toVirtualMachineTemplate,
} from './to-virtual-machine-template.ts'
export { type VirtualMachineDeployment, virtualMachineDeployment } from './to-virtual-machine-template.ts'
export { virtualMachineIdOf } from './virtual-machine-id.ts'
export {
  imageDiskEncryptionSetId,
  imageRegion,
  type MachineImage,
  type MachineSize,
  type PurchaseTerms,
  type VirtualMachineInventory,
  virtualMachineInventory,
  type VirtualNetwork,
} from './virtual-machine-inventory.ts'
export {
  blankVirtualMachinePlan,
  type MachineDisk,
  machineDiskType,
  type MachineDiskType,
  type MachineSecurityType,
  securityEncryptionType,
  type SecurityEncryptionType,
  type VirtualMachinePlan,
  virtualMachinePlan,
  type VirtualMachineRequest,
  virtualMachineRequest,
} from './virtual-machine-plan.ts'
