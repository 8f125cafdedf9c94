import { sameResourceId, tryParseResourceId } from '@portal/arm'
import { machineResources } from './to-virtual-machine-template.ts'
import type { VirtualMachinePlan } from './virtual-machine-plan.ts'

/** The tag of a machine that only tries a version, and of its resource group; its value is the version's number. */
export const testMachineTag = 'image-test-machine'

/** Whether the tags say that a machine or a group is for a test only. */
export function isForTest(tags: Record<string, string>): boolean {
  return Object.keys(tags).some((name) => name.toLowerCase() === testMachineTag)
}

/** What is chosen for a machine that tries a version: a resource group of its own, names, and the tag. */
export function testMachineFields({
  imageVersionId,
  network,
  tags,
}: VirtualMachinePlan): Pick<VirtualMachinePlan, 'resourceGroup' | 'name' | 'network' | 'tags'> {
  const [, definition = '', version = ''] = tryParseResourceId(imageVersionId)?.names ?? []
  // A name on Windows has 15 characters at most.
  const name = `test-${version.replaceAll('.', '-')}`.slice(0, 15)
  return {
    name,
    resourceGroup: { isNew: true, name: `test-${definition}-${version}`.slice(0, 90) },
    network: network.type === 'New' ? { ...network, virtualNetworkName: `${name}-vnet` } : network,
    tags: [...tags, { name: testMachineTag, value: version }],
  }
}

/** A resource in the group of a test machine. */
export interface GroupResource {
  id: string
  type: string
  name: string
  /** of a disk: the machine that it is attached to */
  managedBy?: string | undefined
}

/** The resources of the group that were not created with the machine: they keep the group from being deleted. */
export function foreignResources(
  plan: VirtualMachinePlan,
  { machineId, resources }: { machineId: string; resources: readonly GroupResource[] },
): GroupResource[] {
  const made = machineResources(plan).map(({ type, name }) => `${type}/${name}`.toLowerCase())
  return resources.filter(
    ({ type, name, managedBy = '' }) =>
      !made.includes(`${type}/${name}`.toLowerCase()) && !(managedBy !== '' && sameResourceId(managedBy, machineId)),
  )
}

/**
 * The permissions that the deletion of a test machine with its group requires.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/delete-resource-group
 */
export const testMachineActions: readonly string[] = [
  'Microsoft.Resources/subscriptions/resourceGroups/delete',
  'Microsoft.Compute/virtualMachines/delete',
  'Microsoft.Compute/disks/delete',
  'Microsoft.Network/networkInterfaces/delete',
  'Microsoft.Network/networkSecurityGroups/delete',
  'Microsoft.Network/virtualNetworks/delete',
]
