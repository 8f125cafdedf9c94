import type { StoredResource } from '../store/store.ts'
import { hardware, production } from './contoso-places.ts'
import {
  computeId,
  gallery,
  imageDefinition,
  imageVersion,
  managedDisk,
  resourceGroup,
  snapshot,
  type DiskFacts,
} from './resource-builders.ts'

// Images that do not fit every size, and the disks that they are made of: for Arm64, for NVMe, one of a definition
// made before NVMe although its disks support it, and one with a plan whose terms nobody has accepted.

/** Of the third image. */
export const hardenedPlan = { name: 'hardened-gen2', publisher: 'northwind-hardening', product: 'hardened-linux' }
const regions = [
  { name: 'West US', short: 'westus', set: 'WestUSDiskEncryptionSet1' },
  { name: 'East US 2', short: 'eastus2', set: 'EastUS2DiskEncryptionSet1' },
].map(({ set, ...region }) => ({ ...region, sets: [computeId(production, `diskEncryptionSets/${set}`)] }))

interface ImageFacts {
  /** of the definition; the disk and the snapshot are named after it */
  name: string
  offer: string
  sku: string
  source: Pick<DiskFacts, 'supportedCapabilities' | 'purchasePlan'>
  definition: Pick<Parameters<typeof imageDefinition>[1], 'architecture' | 'features' | 'purchasePlan'>
}

const images: ImageFacts[] = [
  {
    name: 'ubuntu-arm64',
    offer: 'arm64',
    sku: 'ubuntu-24_04-arm64',
    source: {
      supportedCapabilities: { acceleratedNetwork: true, architecture: 'Arm64', diskControllerTypes: 'SCSI, NVMe' },
    },
    definition: {
      architecture: 'Arm64',
      features: { DiskControllerTypes: 'SCSI, NVMe', IsAcceleratedNetworkSupported: 'True' },
    },
  },
  {
    name: 'ubuntu-nvme',
    offer: 'nvme',
    sku: 'ubuntu-24_04-nvme',
    source: {
      supportedCapabilities: { acceleratedNetwork: true, architecture: 'x64', diskControllerTypes: 'SCSI, NVMe' },
    },
    definition: {
      features: {
        SecurityType: 'TrustedLaunchSupported',
        DiskControllerTypes: 'SCSI, NVMe',
        IsAcceleratedNetworkSupported: 'True',
        IsHibernateSupported: 'True',
      },
    },
  },
  {
    name: 'ubuntu-before-nvme',
    offer: 'before-nvme',
    sku: 'ubuntu-22_04-gen2',
    source: { supportedCapabilities: { architecture: 'x64', diskControllerTypes: 'SCSI, NVMe' } },
    definition: { features: { SecurityType: 'TrustedLaunchSupported' } },
  },
  {
    name: 'linux-hardened',
    offer: 'hardened',
    sku: 'hardened-gen2',
    source: { supportedCapabilities: { architecture: 'x64' }, purchasePlan: hardenedPlan },
    definition: { purchasePlan: hardenedPlan },
  },
]

/** A group of Production with these images in a gallery of their own, each with a version under Contoso's keys. */
export function hardwareImages(): StoredResource[] {
  const ofGallery = gallery(hardware, {
    name: 'hardwareGallery',
    location: 'westus',
    description: 'Images for particular hardware, and of partners',
  })
  return [resourceGroup(hardware, 'westus'), ofGallery, ...images.flatMap((image) => resourcesOf(ofGallery, image))]
}

function resourcesOf(
  inGallery: StoredResource,
  { name, offer, sku, source, definition }: ImageFacts,
): StoredResource[] {
  const disk = { location: 'westus', sizeInGB: 30, osType: 'Linux', ...source } as const
  const osDisk = managedDisk(hardware, { ...disk, name: `${name}-osdisk` })
  const osSnapshot = snapshot(hardware, { ...disk, name: `${name}-snapshot`, sourceDisk: osDisk.name })
  const made = imageDefinition(inGallery, { name, osType: 'Linux', osState: 'Generalized', offer, sku, ...definition })
  const version = imageVersion(made, {
    name: '1.0.0',
    // before all others, which Home lists first
    publishedDate: '2024-10-20T08:15:27.3304418+00:00',
    osDiskSourceId: osSnapshot.id,
    osDiskGB: 30,
    dataDisks: [],
    regions,
  })
  const { purchasePlan } = source
  return [osDisk, osSnapshot, made, { ...version, ...(purchasePlan && { sourcePlan: purchasePlan }) }]
}
