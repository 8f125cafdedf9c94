import { aDiskEncryptionSet, computeId, diskEncryptionSetId, subscriptionId } from '@portal/disk-encryption/testing'
import { imageDefinitionId } from '@portal/image-version/testing'
import { atRegion } from '../at-region.ts'
import type { MachineImage, VirtualMachineInventory } from '../virtual-machine-inventory.ts'
import { blankVirtualMachinePlan, type VirtualMachinePlan } from '../virtual-machine-plan.ts'

// What only tests read of the product.
export { blankMachineDisk } from '../virtual-machine-plan.ts'

// Plans and inventories of machines for tests, valid without changes. A test overrides what it is about.

const imageVersionId = computeId('galleries/images/versions', 'myGallery/myImageDefinition/1.0.0')

/** Three disks, a set for each in West US; not yet in East US 2, where platform-managed keys encrypt it. */
export function aMachineImage(overrides: Partial<MachineImage> = {}): MachineImage {
  return {
    id: imageVersionId,
    name: '1.0.0',
    osDiskSizeInGB: 30,
    dataDisks: [{ lun: 1, sizeInGB: 128 }, { lun: 2 }],
    regions: [
      {
        name: 'westus',
        displayName: 'West US',
        isReplicated: true,
        diskEncryptionSets: [
          { disk: 'os', diskEncryptionSetId: diskEncryptionSetId('Set1') },
          { disk: 1, diskEncryptionSetId: diskEncryptionSetId('Set2') },
          { disk: 2, diskEncryptionSetId: diskEncryptionSetId('Set3') },
        ],
      },
      { name: 'eastus2', displayName: 'East US 2', isReplicated: false, diskEncryptionSets: [] },
    ],
    ...overrides,
  }
}

export function aMachineInventory(overrides: Partial<VirtualMachineInventory> = {}): VirtualMachineInventory {
  return {
    now: '2026-11-24T10:00:00.000Z',
    imageDefinition: {
      id: imageDefinitionId,
      name: 'myImageDefinition',
      location: 'westus',
      osType: 'Linux',
      osState: 'Generalized',
      hyperVGeneration: 'V2',
      architecture: 'x64',
      securityType: 'TrustedLaunchSupported',
      publisher: 'Contoso',
      offer: 'web',
      sku: 'ubuntu',
    },
    image: aMachineImage(),
    regions: [
      { name: 'westus', displayName: 'West US' },
      { name: 'eastus2', displayName: 'East US 2' },
    ],
    diskEncryptionSets: [
      ...['Set1', 'Set2', 'Set3'].map((name) => aDiskEncryptionSet(name)),
      aDiskEncryptionSet('Double', { encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' }),
      aDiskEncryptionSet('Confidential', { encryptionType: 'ConfidentialVmEncryptedWithCustomerKey' }),
    ],
    resourceGroups: [{ name: 'myResourceGroup', location: 'westus' }],
    virtualNetworks: [
      {
        id: networkId('vnet'),
        name: 'vnet',
        location: 'westus',
        subnets: [
          {
            id: `${networkId('vnet')}/subnets/default`,
            name: 'default',
            addressPrefix: '10.0.0.0/24',
            isPrivate: false,
          },
        ],
      },
    ],
    virtualMachineIds: [computeId('virtualMachines', 'golden-vm')],
    sizes: [
      {
        name: 'Standard_D2s_v5',
        vCPUs: 2,
        memoryGB: 8,
        maxDataDisks: 4,
        hyperVGenerations: ['V1', 'V2'],
        architecture: 'x64',
        diskControllers: ['SCSI'],
        supportsPremiumStorage: true,
        supportsEncryptionAtHost: true,
        supportsTrustedLaunch: true,
        isConfidential: false,
      },
    ],
    hasEncryptionAtHost: true,
    ...overrides,
  }
}

export function networkId(name: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Network/virtualNetworks/${name}`
}

/** A machine in West US with the image's own sets, in a new network. */
export function aMachinePlan(overrides: Partial<VirtualMachinePlan> = {}): VirtualMachinePlan {
  const plan: VirtualMachinePlan = {
    ...blankVirtualMachinePlan(imageVersionId),
    subscriptionId,
    resourceGroup: { isNew: false, name: 'myResourceGroup' },
    name: 'web-01',
    securityType: 'TrustedLaunch',
    network: {
      type: 'New',
      virtualNetworkName: 'web-01-vnet',
      addressPrefix: '10.0.0.0/16',
      subnetName: 'default',
      subnetAddressPrefix: '10.0.0.0/24',
      defaultOutboundAccess: false,
    },
  }
  return { ...atRegion(plan, 'westus', aMachineImage()), size: 'Standard_D2s_v5', ...overrides }
}
