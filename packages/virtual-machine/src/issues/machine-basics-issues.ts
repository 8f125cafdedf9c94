import { formatResourceId, sameResourceId } from '@portal/arm'
import { regionDisplayName } from '@portal/disk-encryption'
import { errorAt, type Issue, warningAt } from '@portal/image-version'
import { machineSecurityTypes } from '../image-security.ts'
import { sizeMisfits, type SizeMisfit } from '../machine-sizes.ts'
import { virtualMachineIdOf } from '../virtual-machine-id.ts'
import { imageRegion, type MachineSize, type VirtualMachineInventory } from '../virtual-machine-inventory.ts'
import type { VirtualMachinePlan } from '../virtual-machine-plan.ts'
import { machineDiskPath, machineDisks } from './machine-disk-issues.ts'

// https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
const groupName = /^[-\p{L}\p{N}_().]{1,90}$/u
const linuxName = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?$/
const windowsName = /^(?!\d+$)[A-Za-z0-9]([A-Za-z0-9-]{0,13}[A-Za-z0-9])?$/

/** A new group's name is not in use; an existing group exists. */
export function resourceGroupIssues(plan: VirtualMachinePlan, { resourceGroups }: VirtualMachineInventory): Issue[] {
  if (plan.subscriptionId === '') return [errorAt(['subscriptionId'], 'SubscriptionRequired', {})]
  const { isNew, name } = plan.resourceGroup
  const path = ['resourceGroup']
  if (name === '') return [errorAt(path, 'ResourceGroupRequired', {})]
  if (!groupName.test(name) || name.endsWith('.')) return [errorAt(path, 'ResourceGroupNameInvalid', {})]
  const isThere = resourceGroups.some((group) => group.name.toLowerCase() === name.toLowerCase())
  if (isNew && isThere) return [errorAt(path, 'ResourceGroupNameTaken', { name })]
  return isNew || isThere ? [] : [errorAt(path, 'ResourceGroupNotFound', { name })]
}

/** A name that the operating system accepts, and that no machine of the group has: a PUT would change that machine. */
export function machineNameIssues(plan: VirtualMachinePlan, inventory: VirtualMachineInventory): Issue[] {
  const { name } = plan
  const path = ['name']
  if (name === '') return [errorAt(path, 'MachineNameRequired', {})]
  const isWindows = inventory.imageDefinition.osType === 'Windows'
  if (!(isWindows ? windowsName : linuxName).test(name))
    return [errorAt(path, 'MachineNameInvalid', { max: isWindows ? 15 : 64 })]
  const id = virtualMachineIdOf(plan)
  const isTaken =
    id !== undefined && inventory.virtualMachineIds.some((taken) => sameResourceId(taken, formatResourceId(id)))
  return isTaken ? [errorAt(path, 'MachineNameTaken', { name })] : []
}

// A machine is created where its image is. https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries
export function machineRegionIssues({ location }: VirtualMachinePlan, inventory: VirtualMachineInventory): Issue[] {
  const { image } = inventory
  const path = ['location']
  if (location === '') return [errorAt(path, 'MachineRegionRequired', {})]
  if (imageRegion(image, location)?.isReplicated === true) return []
  return [errorAt(path, 'ImageNotInRegion', { version: image.name, region: regionDisplayName(inventory, location) })]
}

/** What the machine is created from is not revoked; Azure accepts it. */
export function revokedImageIssues(_: VirtualMachinePlan, { image }: VirtualMachineInventory): Issue[] {
  if (image.revocation === undefined) return []
  const { reason } = image.revocation
  return [warningAt(['imageVersionId'], 'ImageVersionRevoked', { version: image.name, reason })]
}

/** The size is available in the region, not of a series that ends, and fits the image, its security and its disks. */
export function machineSizeIssues(plan: VirtualMachinePlan, inventory: VirtualMachineInventory): Issue[] {
  const { size: name } = plan
  if (name === '') return [errorAt(path, 'MachineSizeRequired', {})]
  const size = inventory.sizes.find((each) => each.name === name)
  if (size === undefined) {
    const region = regionDisplayName(inventory, plan.location)
    return [errorAt(path, 'MachineSizeNotAvailable', { size: name, region })]
  }
  const premium = machineDisks(plan).filter(({ disk }) => disk.storageAccountType === 'Premium_LRS')
  return [
    ...sizeMisfits(size, plan, inventory).map((misfit) => misfitIssues[misfit](size, plan, inventory)),
    ...(size.supportsPremiumStorage ? [] : premium).map(({ key }) =>
      errorAt([...machineDiskPath(key), 'storageAccountType'], 'MachineSizeWithoutPremiumStorage', {
        size: name,
        disk: key,
      }),
    ),
    ...(size.retiresOn === undefined
      ? []
      : [warningAt(path, 'MachineSizeRetires', { size: name, date: size.retiresOn })]),
  ]
}

const path = ['size']
const misfitIssues: Record<
  SizeMisfit,
  (size: MachineSize, plan: VirtualMachinePlan, inventory: VirtualMachineInventory) => Issue
> = {
  MachineSizeOfAnotherGeneration: ({ name: size }, _, { imageDefinition: { hyperVGeneration: generation } }) =>
    errorAt(path, 'MachineSizeOfAnotherGeneration', { size, generation }),
  MachineSizeOfAnotherArchitecture: ({ name: size }, _, { imageDefinition: { architecture } }) =>
    errorAt(path, 'MachineSizeOfAnotherArchitecture', { size, architecture }),
  MachineSizeForFewerDataDisks: ({ name: size, maxDataDisks: max }, _, { image }) =>
    errorAt(path, 'MachineSizeForFewerDataDisks', { size, max, count: image.dataDisks.length }),
  MachineSizeNeedsNvme: ({ name: size }) => errorAt(path, 'MachineSizeNeedsNvme', { size }),
  MachineSizeNotForSecurityType: ({ name: size }, { securityType }) =>
    errorAt(path, 'MachineSizeNotForSecurityType', { size, securityType: securityType ?? 'Standard' }),
}

/** The security type is one that the definition allows. */
export function machineSecurityIssues(
  { securityType }: VirtualMachinePlan,
  { imageDefinition: { securityType: imageSecurityType } }: VirtualMachineInventory,
): Issue[] {
  const path = ['securityType']
  if (securityType === null) return [errorAt(path, 'MachineSecurityTypeRequired', {})]
  if (machineSecurityTypes(imageSecurityType).includes(securityType)) return []
  return [errorAt(path, 'MachineSecurityTypeNotForImage', { securityType, imageSecurityType })]
}
