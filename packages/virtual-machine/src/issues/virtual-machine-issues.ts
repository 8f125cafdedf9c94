import { sameRegion, sameResourceId, tryParseResourceId } from '@portal/arm'
import { type Issue, errorAt, warningAt } from '@portal/image-version'
import { tagIssues, purchasePlanPath } from '@portal/version-rules'
import type { VirtualMachineInventory } from '../virtual-machine-inventory.ts'
import type { VirtualMachinePlan } from '../virtual-machine-plan.ts'
import { adminUsernameIssues } from './administrator-issues.ts'
import {
  machineNameIssues,
  machineRegionIssues,
  machineSecurityIssues,
  machineSizeIssues,
  resourceGroupIssues,
  revokedImageIssues,
} from './machine-basics-issues.ts'
import {
  confidentialDiskIssues,
  encryptionAtHostIssues,
  machineDiskIssues,
  standardHddIssues,
} from './machine-disk-issues.ts'

// https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
const networkName = /^[A-Za-z0-9][\w.-]{0,62}\w$/
const subnetName = /^[A-Za-z0-9]([\w.-]{0,78}\w)?$/

/** An existing subnet is in the machine's region; a new network has a free name, and contains its subnet. */
function machineNetworkIssues(plan: VirtualMachinePlan, inventory: VirtualMachineInventory): Issue[] {
  const { network } = plan
  if (network.type === 'Existing') return existingSubnetIssues(network.subnetId, plan.location, inventory)
  const outer = addressRange(network.addressPrefix)
  const inner = addressRange(network.subnetAddressPrefix)
  const at = (field: string) => ['network', field]
  const isOutside = outer && inner && (inner.first < outer.first || inner.last > outer.last)
  return [
    ...networkNameIssues(network.virtualNetworkName, plan, inventory),
    ...(outer ? [] : [errorAt(at('addressPrefix'), 'AddressPrefixInvalid', {})]),
    ...(subnetName.test(network.subnetName) ? [] : [errorAt(at('subnetName'), 'SubnetNameInvalid', {})]),
    ...(inner ? [] : [errorAt(at('subnetAddressPrefix'), 'AddressPrefixInvalid', {})]),
    ...(isOutside
      ? [errorAt(at('subnetAddressPrefix'), 'SubnetOutsideNetwork', { addressPrefix: network.addressPrefix })]
      : []),
  ]
}

// A PUT to an existing network would remove its other subnets.
function networkNameIssues(
  name: string,
  { name: machine, resourceGroup }: VirtualMachinePlan,
  { virtualNetworks }: VirtualMachineInventory,
): Issue[] {
  const path = ['network', 'virtualNetworkName']
  // The network is named after the machine, once that has a name.
  if (name === '' && machine === '') return []
  if (!networkName.test(name)) return [errorAt(path, 'VirtualNetworkNameInvalid', {})]
  const isTaken = virtualNetworks.some(
    (network) =>
      network.name.toLowerCase() === name.toLowerCase() &&
      tryParseResourceId(network.id)?.resourceGroupName.toLowerCase() === resourceGroup.name.toLowerCase(),
  )
  return isTaken ? [errorAt(path, 'VirtualNetworkNameTaken', { name })] : []
}

function existingSubnetIssues(id: string, location: string, { virtualNetworks }: VirtualMachineInventory): Issue[] {
  const path = ['network', 'subnetId']
  if (id === '') return [errorAt(path, 'SubnetRequired', {})]
  const subnets = virtualNetworks
    .filter((network) => sameRegion(network.location, location))
    .flatMap((one) => one.subnets)
  return subnets.some((subnet) => sameResourceId(subnet.id, id)) ? [] : [errorAt(path, 'SubnetNotFound', {})]
}

/**
 * A machine sends the purchase plan of the image definition, whose terms are accepted in its subscription. If the
 * definition has none, but the version's source does, Azure refuses the machine with a plan and without one.
 * https://learn.microsoft.com/azure/virtual-machines/marketplace-images
 * https://github.com/Azure/azure-rest-api-specs/issues/22133
 */
function purchasePlanIssues(
  { subscriptionId }: VirtualMachinePlan,
  { imageDefinition: { purchasePlan }, image, purchaseTerms }: VirtualMachineInventory,
): Issue[] {
  if (purchasePlan === undefined) {
    const { sourcePlan: lacking, name: version } = image
    return lacking ? [errorAt(['imageVersionId'], 'DefinitionLacksPlanOfSource', { version, plan: lacking.name })] : []
  }
  if (subscriptionId === '' || purchaseTerms?.accepted === true) return []
  return purchaseTerms === undefined
    ? [warningAt(purchasePlanPath, 'PurchaseTermsNotRead', {})]
    : [errorAt(purchasePlanPath, 'PurchaseTermsNotAccepted', {})]
}

const rules: readonly ((plan: VirtualMachinePlan, inventory: VirtualMachineInventory) => Issue[])[] = [
  // Basics
  resourceGroupIssues,
  machineNameIssues,
  machineRegionIssues,
  revokedImageIssues,
  purchasePlanIssues,
  machineSecurityIssues,
  machineSizeIssues,
  adminUsernameIssues,
  // Disks
  encryptionAtHostIssues,
  confidentialDiskIssues,
  standardHddIssues,
  machineDiskIssues,
  // Networking
  machineNetworkIssues,
  // Tags
  tagIssues,
]

/** Everything wrong with the plan of a machine, but for its password or key: that is for `adminSecretIssues`. */
export function virtualMachineIssues(plan: VirtualMachinePlan, inventory: VirtualMachineInventory): Issue[] {
  return rules.flatMap((rule) => rule(plan, inventory))
}

/** A range of addresses, its first and last as numbers. */
interface AddressRange {
  first: number
  last: number
}

const prefix = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/

/**
 * The addresses of `10.0.0.0/16`; undefined if it is not a valid prefix of a virtual network or a subnet: from /2 to
 * /29, with the first address of the range. https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
 */
function addressRange(text: string): AddressRange | undefined {
  const [, ...parts] = prefix.exec(text) ?? []
  const [a = 256, b = 256, c = 256, d = 256, length = 0] = parts.map(Number)
  if ([a, b, c, d].some((octet) => octet > 255) || length < 2 || length > 29) return undefined
  const first = ((a * 256 + b) * 256 + c) * 256 + d
  const size = 2 ** (32 - length)
  return first % size === 0 ? { first, last: first + size - 1 } : undefined
}
