import { formatResourceId } from '@portal/arm'
import {
  computeId,
  diskEncryptionSetId,
  diskEncryptionSets,
  regions,
  subscriptionId,
} from '@portal/disk-encryption/testing'
import type { Inventory, SourceDisk, SourceResource, SourceResourceOf } from '../inventory.ts'
import {
  blankPlan,
  blankTargetRegion,
  type DiskKey,
  type ImageVersionPlan,
  type RegionEncryption,
  type TargetRegion,
} from '../plan.ts'
import type { StoredVersion, StoredVersionRegion } from '../stored-version.ts'

// What only tests read of the product.
export { type PlanIssueCode, planIssueParams, type UpdateIssueCode, updateIssueParams } from '../issue.ts'

// Plans and inventories for tests: by default the first example on Microsoft's page about encrypted image versions,
// valid without changes. A test overrides what it is about.

export const imageDefinitionId = computeId('galleries/images', 'myGallery/myImageDefinition')

/**
 * A target region with a set, by its name or id, for each disk: `customerManaged('westus', { os: 'Set1', 0: 'Set2' })`.
 */
export function customerManaged(
  region: string,
  sets: Partial<Record<DiskKey, string>>,
  overrides: Partial<TargetRegion> = {},
): TargetRegion {
  const id = (set: string) => (set === '' || set.startsWith('/') ? set : diskEncryptionSetId(set))
  const luns = Object.keys(sets).flatMap((key) => (key === 'os' ? [] : [Number(key)]))
  const encryption: RegionEncryption = {
    osDiskImage: id(sets.os ?? ''),
    dataDiskImages: luns.map((lun) => ({ lun, diskEncryptionSetId: id(sets[lun] ?? '') })),
    secureVMDiskEncryptionSetId: '',
  }
  return { ...blankTargetRegion(region), encryption, ...overrides }
}

/** `myImage` to West US (2 replicas, Standard HDD) and East US 2, a different set for each disk in each region. */
export function aPlan(overrides: Partial<ImageVersionPlan> = {}): ImageVersionPlan {
  return {
    ...blankPlan(imageDefinitionId),
    name: '1.0.0',
    location: 'westus',
    source: { type: 'ManagedImage', id: computeId('images', 'myImage') },
    targetRegions: [
      customerManaged(
        'westus',
        { os: 'WestUSDiskEncryptionSet1', 0: 'WestUSDiskEncryptionSet2' },
        { regionalReplicaCount: 2, storageAccountType: 'Standard_LRS' },
      ),
      customerManaged('eastus2', { os: 'EastUS2DiskEncryptionSet1', 0: 'EastUS2DiskEncryptionSet2' }),
    ],
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    ...overrides,
  }
}

const facts = { location: 'westus', provisioningState: 'Succeeded', osType: 'Linux', hyperVGeneration: 'V2' } as const

/** A generalized Linux image with an OS disk and LUN 0. */
export function aManagedImage(
  name: string,
  overrides: Partial<SourceResourceOf<'ManagedImage'>> = {},
): SourceResourceOf<'ManagedImage'> {
  return {
    ...facts,
    type: 'ManagedImage',
    id: computeId('images', name),
    name,
    osState: 'Generalized',
    osDisk: { name: `${name}-os`, sizeInGB: 30 },
    dataDisks: [{ lun: 0, disk: { name: `${name}-data`, sizeInGB: 128 } }],
    ...overrides,
  }
}

/** A snapshot with a Linux system on it. */
export function aSnapshot(
  name: string,
  overrides: Partial<SourceResourceOf<'Snapshot'>> = {},
): SourceResourceOf<'Snapshot'> {
  return {
    ...facts,
    type: 'Snapshot',
    id: computeId('snapshots', name),
    name,
    disk: { name, sizeInGB: 30 },
    usesAzureDiskEncryption: false,
    ...overrides,
  }
}

/** A Linux machine with an OS disk and LUN 0. */
export function aVirtualMachine(
  name: string,
  overrides: Partial<SourceResourceOf<'VirtualMachine'>> = {},
): SourceResourceOf<'VirtualMachine'> {
  return {
    ...facts,
    type: 'VirtualMachine',
    id: computeId('virtualMachines', name),
    name,
    hasUnmanagedDisks: false,
    osDisk: { name: `${name}_OsDisk`, sizeInGB: 30, storageAccountType: 'Premium_LRS' },
    dataDisks: [{ lun: 0, disk: { name: `${name}_lun_0`, sizeInGB: 128, storageAccountType: 'Premium_LRS' } }],
    ...overrides,
  }
}

/** A version with a platform key, of an OS disk alone. */
export function aSourceVersion(
  name: string,
  overrides: Partial<SourceResourceOf<'ImageVersion'>> = {},
): SourceResourceOf<'ImageVersion'> {
  return {
    ...facts,
    type: 'ImageVersion',
    id: computeId('galleries/images/versions', `myGallery/myImageDefinition/${name}`),
    name,
    osState: 'Generalized',
    usesCustomerKeys: false,
    osDisk: { name: 'os', sizeInGB: 30 },
    dataDisks: [],
    ...overrides,
  }
}

export const storageAccountId = formatResourceId({
  subscriptionId,
  resourceGroupName: 'myResourceGroup',
  provider: 'Microsoft.Storage',
  types: ['storageAccounts'],
  names: ['contosovhds'],
})

const sources: SourceResource[] = [
  aManagedImage('myImage'),
  aSnapshot('myOSSnapshot'),
  dataSnapshot('myDDSnapshot', { name: 'myDDSnapshot', sizeInGB: 128 }),
  aVirtualMachine('myVM'),
  aSourceVersion('0.9.0'),
  {
    type: 'StorageAccount',
    id: storageAccountId,
    name: 'contosovhds',
    location: 'westus',
    provisioningState: 'Succeeded',
  },
]

/**
 * What exists for `aPlan`: its definition, sources and sets; West US, East US 2, Japan East (with no set) and West
 * Central US.
 */
export function anInventory(overrides: Partial<Inventory> = {}): Inventory {
  return {
    now: '2026-11-24T12:00:00.000Z',
    gallery: { id: computeId('galleries', 'myGallery'), name: 'myGallery', location: 'westus', sharing: 'Private' },
    imageDefinition: {
      id: imageDefinitionId,
      name: 'myImageDefinition',
      location: 'westus',
      osType: 'Linux',
      osState: 'Generalized',
      hyperVGeneration: 'V2',
      architecture: 'x64',
      securityType: 'Standard',
      publisher: 'Contoso',
      offer: 'web',
      sku: 'ubuntu',
    },
    existingVersionNames: ['0.9.0'],
    sources,
    diskEncryptionSets,
    regions,
    ...overrides,
  }
}

/** The inventory's own definition with some facts changed. */
export function anImageDefinition(overrides: Partial<NonNullable<Inventory['imageDefinition']>>): Partial<Inventory> {
  const { imageDefinition } = anInventory()
  return imageDefinition === undefined ? {} : { imageDefinition: { ...imageDefinition, ...overrides } }
}

function dataSnapshot(name: string, disk: SourceDisk): SourceResourceOf<'Snapshot'> {
  const { osType: _, ...snapshot } = aSnapshot(name, { disk })
  return snapshot
}

/** A region as Azure stores it, by its display name, with a set for the OS disk and for LUN 0. */
export function aStoredRegion(name: string, sets: string, overrides: Partial<StoredVersionRegion> = {}) {
  return {
    name,
    regionalReplicaCount: 1,
    storageAccountType: 'Standard_LRS',
    encryption: {
      osDiskImage: { securityProfile: {}, diskEncryptionSetId: diskEncryptionSetId(`${sets}1`) },
      dataDiskImages: [{ lun: 0, diskEncryptionSetId: diskEncryptionSetId(`${sets}2`) }],
    },
    ...overrides,
  }
}

/** `aPlan`'s version as Azure returns it after creation: West US and East US 2, each with its own sets. */
export function aStoredVersion(
  publishingProfile: Partial<StoredVersion['properties']['publishingProfile']> = {},
  properties: Partial<StoredVersion['properties']> = {},
): StoredVersion {
  return {
    name: '1.0.0',
    id: `${imageDefinitionId}/versions/1.0.0`,
    type: 'Microsoft.Compute/galleries/images/versions',
    location: 'westus',
    tags: { team: 'images' },
    properties: {
      publishingProfile: {
        targetRegions: [
          aStoredRegion('West US', 'WestUSDiskEncryptionSet', { regionalReplicaCount: 2 }),
          aStoredRegion('East US 2', 'EastUS2DiskEncryptionSet'),
        ],
        replicaCount: 1,
        excludeFromLatest: false,
        publishedDate: '2026-11-01T09:00:00.0000000+00:00',
        storageAccountType: 'Standard_LRS',
        replicationMode: 'Full',
        ...publishingProfile,
      },
      storageProfile: {
        source: { id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/images/myImage' },
        osDiskImage: { sizeInGB: 30, hostCaching: 'ReadWrite', source: {} },
        dataDiskImages: [{ lun: 0, sizeInGB: 128, hostCaching: 'None' }],
      },
      safetyProfile: { reportedForPolicyViolation: false, allowDeletionOfReplicatedLocations: true },
      provisioningState: 'Succeeded',
      ...properties,
    },
  }
}

/** The version as Azure stores it once it is revoked: excluded from latest, its end of life on 1 December 2026. */
export function aRevokedVersion(version: StoredVersion): StoredVersion {
  const { properties } = version
  const publishingProfile = {
    ...properties.publishingProfile,
    excludeFromLatest: true,
    endOfLifeDate: '2026-12-01T00:00:00.000Z',
  }
  return {
    ...version,
    tags: {
      ...version.tags,
      'image-revoked': '2026-11-24T10:00:00.000Z',
      'image-revoked-reason': 'Flaw',
      'image-revoked-before': '{"excludeFromLatest":false}',
    },
    properties: { ...properties, publishingProfile },
  }
}
