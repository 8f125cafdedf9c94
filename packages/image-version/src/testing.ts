import { azureClouds, formatResourceId, type AzureCloud } from '@portal/arm'
import type { DiskEncryptionSet, Inventory, SourceDisk, SourceResource, SourceResourceOf } from './inventory.ts'
import {
  blankPlan,
  blankTargetRegion,
  type DiskKey,
  type ImageVersionPlan,
  type RegionEncryption,
  type TargetRegion,
} from './plan.ts'
import type { PolicyAssignment } from './policy/policy-verdict.ts'
import type { DiskEncryptionSetFacts, KeyFacts, KeyVaultFacts } from './readiness/disk-encryption-set-facts.ts'
import { keyVaultCryptoServiceEncryptionUser } from './readiness/key-roles.ts'
import type { WantedRevocation } from './revocation/revoked-version.ts'

// Plans and inventories for tests: by default the first example on Microsoft's page about encrypted image versions,
// valid without changes. A test overrides what it is about.

export const subscriptionId = '0a1b2c3d-1111-4222-8333-444455556666'
export const otherSubscriptionId = '9f8e7d6c-9999-4888-8777-666655554444'

export const publicCloud: AzureCloud = azureClouds.AzureCloud

/** An Azure that is not one of Microsoft's, known by the address of its Resource Manager. */
export const stackCloud: AzureCloud = {
  name: 'ContosoStack',
  loginEndpoint: 'https://login.stack.contoso.com',
  resourceManager: 'https://management.stack.contoso.com:8443',
  audience: 'https://management.contoso.onmicrosoft.com/0c0ffee0-1111-4222-8333-444455556666',
  portal: 'https://portal.stack.contoso.com',
  suffixes: { keyVaultDns: 'vault.stack.contoso.com', storage: 'stack.contoso.com' },
}

/** The id of a `Microsoft.Compute` resource: `computeId('images', 'myImage')`. */
export function computeId(type: string, name: string, subscription = subscriptionId): string {
  return formatResourceId({
    subscriptionId: subscription,
    resourceGroupName: 'myResourceGroup',
    provider: 'Microsoft.Compute',
    types: type.split('/'),
    names: name.split('/'),
  })
}

export const imageDefinitionId = computeId('galleries/images', 'myGallery/myImageDefinition')

/** The id of a disk encryption set of the gallery's subscription. */
export function diskEncryptionSetId(name: string): string {
  return computeId('diskEncryptionSets', name)
}

/** A set with its key, ready for use in West US. */
export function aDiskEncryptionSet(name: string, overrides: Partial<DiskEncryptionSet> = {}): DiskEncryptionSet {
  return {
    id: diskEncryptionSetId(name),
    name,
    location: 'westus',
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    provisioningState: 'Succeeded',
    keyVaultName: 'kv-contoso-wus',
    keyName: 'images-key',
    rotationToLatestKeyVersionEnabled: true,
    ...overrides,
  }
}

export const setPrincipalId = '5e7a0b1c-1111-4222-8333-444455556666'
export const vaultId = formatResourceId({
  subscriptionId,
  resourceGroupName: 'myResourceGroup',
  provider: 'Microsoft.KeyVault',
  types: ['vaults'],
  names: ['kv-contoso-wus'],
})

/** Facts of a set that is ready in West US, its access to the key given long ago by a role. */
export function readyFacts(overrides: Partial<DiskEncryptionSetFacts> = {}): DiskEncryptionSetFacts {
  return {
    identity: { type: 'SystemAssigned', principalIds: [setPrincipalId] },
    keyUrl: 'https://kv-contoso-wus.vault.azure.net/keys/images-key/00112233445566778899aabbccddeeff',
    previousKeys: [],
    vault: aKeyVault(),
    key: aKey(),
    keyAccess: {
      type: 'RoleAssignments',
      assignments: [
        {
          principalId: setPrincipalId,
          principalType: 'ServicePrincipal',
          roleId: keyVaultCryptoServiceEncryptionUser,
          scope: vaultId,
          createdOn: '2026-01-01T00:00:00.000Z',
        },
      ],
    },
    ...overrides,
  }
}

/** A vault of West US as disk encryption sets need it. */
export function aKeyVault(overrides: Partial<KeyVaultFacts> = {}): KeyVaultFacts {
  return {
    id: vaultId,
    name: 'kv-contoso-wus',
    location: 'westus',
    softDelete: true,
    purgeProtection: true,
    firewall: 'trustedServices',
    ...overrides,
  }
}

/** An enabled key that does not expire, of which Azure creates a new version each year. */
export function aKey(overrides: Partial<KeyFacts> = {}): KeyFacts {
  return {
    name: 'images-key',
    enabled: true,
    kty: 'RSA',
    keySize: 3072,
    exportable: false,
    rotationPolicy: { rotate: { timeAfterCreate: 'P1Y' } },
    ...overrides,
  }
}

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

const sets = [
  ...['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2'].map((name) => aDiskEncryptionSet(name)),
  ...['EastUS2DiskEncryptionSet1', 'EastUS2DiskEncryptionSet2'].map((name) =>
    aDiskEncryptionSet(name, { location: 'eastus2', keyVaultName: 'kv-contoso-eus2' }),
  ),
  aDiskEncryptionSet('WestUSDoubleEncryptionSet', { encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' }),
  aDiskEncryptionSet('EastUS2DoubleEncryptionSet', {
    location: 'eastus2',
    encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys',
  }),
  aDiskEncryptionSet('WestUSConfidentialSet', { encryptionType: 'ConfidentialVmEncryptedWithCustomerKey' }),
]

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
    diskEncryptionSets: sets,
    regions: [
      { name: 'westus', displayName: 'West US', hasAvailabilityZones: false },
      { name: 'eastus2', displayName: 'East US 2', hasAvailabilityZones: true },
      { name: 'japaneast', displayName: 'Japan East', hasAvailabilityZones: true },
      { name: 'westcentralus', displayName: 'West Central US' },
    ],
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

/** A revocation that says nothing yet. */
export const blankRevocation: WantedRevocation = { reason: '', replacementId: '', endOfLifeDate: '' }

/** Azure's policy that requires customer-managed keys, assigned with the effect Deny. */
export const customerKeysAssignment: PolicyAssignment = {
  id: '/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/customer-keys',
  displayName: 'Customer keys only',
  definitionName: '702dd420-7fcc-42c5-afe8-4026edd20fe0',
  effect: 'Deny',
  isEnforced: true,
}

export { bodySentBy } from './testing/sent-bodies.ts'
export type { LanguageSent } from './testing/sent-bodies.ts'
export { templateOfBicep } from './testing/template-of-bicep.ts'
