import type { DiskEncryptionSet, DiskEncryptionSetFacts } from '@portal/disk-encryption'
import {
  aDiskEncryptionSet,
  aKey,
  aKeyVault,
  computeId,
  diskEncryptionSetId,
  otherSubscriptionId,
  readyFacts,
  setPrincipalId,
  subscriptionId,
} from '@portal/disk-encryption/testing'
import {
  blankTargetRegion,
  type ImageSource,
  type ImageVersionPlan,
  type Inventory,
  type Issue,
  issueParams,
} from '@portal/image-version'
import {
  aManagedImage,
  anImageDefinition,
  anInventory,
  aPlan,
  aSnapshot,
  aSourceVersion,
  aVirtualMachine,
  customerManaged,
  type PlanIssueCode,
  planIssueParams,
  storageAccountId,
} from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { check } from './check.ts'

/** A way to each issue: what to change in a valid plan and inventory, and what `check` then says. */
interface Way {
  plan?: Partial<ImageVersionPlan>
  inventory?: Partial<Inventory>
  path: Issue['path']
  params?: Issue['params']
  severity?: Issue['severity']
}

const [westUs = blankTargetRegion('westus'), eastUs2 = blankTargetRegion('eastus2')] = aPlan().targetRegions
const platformKey = { encryptionType: 'EncryptionAtRestWithPlatformKey' } as const
const sourceId: Issue['path'] = ['source', 'id']
const osCell = (index: number) => ['targetRegions', index, 'encryption', 'osDiskImage']
const lunCell = (index: number, lun: number) => ['targetRegions', index, 'encryption', 'dataDiskImages', lun]

const myImage = (overrides: Parameters<typeof aManagedImage>[1]) => ({ sources: [aManagedImage('myImage', overrides)] })
const fromMachine: Partial<ImageVersionPlan> = {
  source: { type: 'VirtualMachine', id: computeId('virtualMachines', 'myVM') },
}
const myVM = (overrides: Parameters<typeof aVirtualMachine>[1]) => ({ sources: [aVirtualMachine('myVM', overrides)] })
const hardened = { publisher: 'northwind', product: 'linux', name: 'hardened' }
const machineDisk = { name: 'myVM_OsDisk', sizeInGB: 30 }

function disks(...dataDisks: [lun: number, name: string][]): ImageSource {
  return {
    type: 'DisksAndSnapshots',
    osDiskId: computeId('snapshots', 'myOSSnapshot'),
    dataDisks: dataDisks.map(([lun, name]) => ({ lun, id: computeId('snapshots', name) })),
  }
}

function blobs(osDiskUri: string, account = storageAccountId): Partial<ImageVersionPlan> {
  return { ...platformKey, source: { type: 'StorageBlobs', storageAccountId: account, osDiskUri, dataDisks: [] } }
}

/** A set whose key has something wrong, in both cells of West US. */
function withFacts(
  facts: Partial<DiskEncryptionSetFacts>,
  set: Partial<DiskEncryptionSet> = {},
): Pick<Way, 'plan' | 'inventory' | 'path'> {
  return {
    plan: { targetRegions: [customerManaged('westus', { os: 'faulty', 0: 'faulty' })] },
    inventory: { diskEncryptionSets: [aDiskEncryptionSet('faulty', { facts: readyFacts(facts), ...set })] },
    path: osCell(0),
  }
}

const elsewhere = computeId('images', 'myImage', otherSubscriptionId)
const fromElsewhere: Partial<ImageVersionPlan> = { source: { type: 'ManagedImage', id: elsewhere } }
const confidential = anImageDefinition({ securityType: 'ConfidentialVM' })
const encryptedWithCmk = { ...platformKey, confidentialVMEncryptionType: 'EncryptedWithCmk' } as const

const ways: Record<PlanIssueCode, Way> = {
  ImageDefinitionRequired: { plan: { imageDefinitionId: '' }, path: ['imageDefinitionId'] },
  ImageDefinitionNotFound: {
    plan: { imageDefinitionId: computeId('galleries/images', 'myGallery/gone') },
    path: ['imageDefinitionId'],
    params: { id: computeId('galleries/images', 'myGallery/gone') },
  },
  VersionNameRequired: { plan: { name: '' }, path: ['name'] },
  VersionNameInvalid: { plan: { name: '1.0' }, path: ['name'], params: { name: '1.0' } },
  VersionNumberInRecycleBin: {
    plan: { name: '0.8.0' },
    inventory: { deletedVersionNames: ['0.8.0'] },
    path: ['name'],
    params: { name: '0.8.0' },
  },
  VersionNameExists: { plan: { name: '0.9.0' }, path: ['name'], params: { name: '0.9.0' } },
  LocationRequired: { plan: { location: '' }, path: ['location'] },
  LocationNotAvailable: { plan: { location: 'atlantis' }, path: ['location'], params: { region: 'atlantis' } },
  SourceRequired: { plan: { source: { type: 'ManagedImage', id: '' } }, path: sourceId },
  SourceNotFound: {
    plan: { source: { type: 'ManagedImage', id: computeId('images', 'gone') } },
    path: sourceId,
    params: { id: computeId('images', 'gone') },
  },
  SourceInvalid: {
    plan: { source: { type: 'ManagedImage', id: 'myImage' } },
    path: sourceId,
    params: { id: 'myImage' },
  },
  SourceInAnotherRegion: {
    inventory: myImage({ location: 'japaneast' }),
    path: sourceId,
    params: { name: 'myImage', sourceRegion: 'Japan East', region: 'West US' },
  },
  SourceNotReady: {
    inventory: myImage({ provisioningState: 'Creating' }),
    path: sourceId,
    params: { name: 'myImage', state: 'Creating' },
  },
  SourceDuplicate: {
    plan: { source: disks([0, 'myOSSnapshot']) },
    path: ['source', 'dataDisks', 0, 'id'],
    params: { name: 'myOSSnapshot' },
  },
  SourceLunDuplicate: {
    plan: { source: disks([0, 'myDDSnapshot'], [0, 'other']) },
    path: ['source', 'dataDisks', 1, 'lun'],
    params: { lun: 0 },
  },
  SourceLunOutOfRange: {
    plan: { source: disks([64, 'myDDSnapshot']) },
    path: ['source', 'dataDisks', 0, 'lun'],
    params: { lun: 64 },
  },
  SourceOsTypeMismatch: {
    inventory: myImage({ osType: 'Windows' }),
    path: sourceId,
    params: { name: 'myImage', sourceOsType: 'Windows', osType: 'Linux' },
  },
  SourceOsStateMismatch: {
    inventory: anImageDefinition({ osState: 'Specialized' }),
    path: sourceId,
    params: { name: 'myImage', sourceOsState: 'Generalized', osState: 'Specialized' },
  },
  SourceGenerationMismatch: {
    inventory: myImage({ hyperVGeneration: 'V1' }),
    path: sourceId,
    params: { name: 'myImage', sourceGeneration: 'V1', generation: 'V2' },
  },
  SourceArchitectureMismatch: {
    inventory: myImage({ architecture: 'Arm64' }),
    path: sourceId,
    params: { name: 'myImage', sourceArchitecture: 'Arm64', architecture: 'x64' },
  },
  SourceHasAcceleratedNetworking: {
    inventory: {
      ...anImageDefinition({ isAcceleratedNetworkSupported: false }),
      ...myImage({ isAcceleratedNetworkSupported: true }),
    },
    path: sourceId,
    params: { name: 'myImage' },
  },
  SourceLacksAcceleratedNetworking: {
    inventory: {
      ...anImageDefinition({ isAcceleratedNetworkSupported: true }),
      ...myImage({ isAcceleratedNetworkSupported: false }),
    },
    path: sourceId,
    params: { name: 'myImage' },
  },
  SourceSupportsNvme: {
    inventory: myImage({ diskControllerTypes: 'SCSI, NVMe' }),
    path: sourceId,
    params: { name: 'myImage' },
    severity: 'warning',
  },
  SourceLacksNvme: {
    inventory: {
      ...anImageDefinition({ diskControllerTypes: 'SCSI, NVMe' }),
      ...myImage({ diskControllerTypes: 'SCSI' }),
    },
    path: sourceId,
    params: { name: 'myImage' },
    severity: 'warning',
  },
  SourcePlanNotInDefinition: {
    inventory: myImage({ purchasePlan: hardened }),
    path: sourceId,
    params: { name: 'myImage', plan: 'northwind / linux / hardened' },
    severity: 'warning',
  },
  SourcePlanDiffers: {
    inventory: {
      ...anImageDefinition({ purchasePlan: { ...hardened, name: 'other' } }),
      ...myImage({ purchasePlan: hardened }),
    },
    path: sourceId,
    params: {
      name: 'myImage',
      plan: 'northwind / linux / hardened',
      definitionPlan: 'northwind / linux / other',
    },
    severity: 'warning',
  },
  SourceTooLarge: {
    inventory: myImage({ osDisk: { name: 'big', sizeInGB: 2520 } }),
    path: sourceId,
    params: { name: 'big', sizeInGB: 2520, maxSizeInGB: 2048 },
  },
  SourceEphemeralOsDisk: {
    plan: fromMachine,
    inventory: myVM({ osDisk: { ...machineDisk, isEphemeral: true } }),
    path: sourceId,
    params: { name: 'myVM' },
  },
  SourceUltraDisk: {
    plan: fromMachine,
    inventory: myVM({ dataDisks: [{ lun: 0, disk: { name: 'fast', storageAccountType: 'UltraSSD_LRS' } }] }),
    path: sourceId,
    params: { name: 'myVM', disk: 'fast' },
  },
  SourceUnmanagedDisks: {
    plan: fromMachine,
    inventory: myVM({ hasUnmanagedDisks: true }),
    path: sourceId,
    params: { name: 'myVM' },
  },
  SourceWithoutOperatingSystem: {
    plan: { source: { type: 'DisksAndSnapshots', osDiskId: computeId('snapshots', 'myDDSnapshot'), dataDisks: [] } },
    path: ['source', 'osDiskId'],
    params: { name: 'myDDSnapshot' },
    severity: 'warning',
  },
  SourceEncryptedInAnotherSubscription: {
    plan: fromElsewhere,
    inventory: myImage({ id: elsewhere, osDisk: { name: 'os', diskEncryptionSetId: diskEncryptionSetId('any') } }),
    path: sourceId,
    params: { name: 'myImage', sourceSubscription: otherSubscriptionId, subscription: subscriptionId },
  },
  SourceVersionUsesCustomerKeys: {
    plan: { ...platformKey, source: { type: 'ImageVersion', id: aSourceVersion('0.9.0').id } },
    inventory: { sources: [aSourceVersion('0.9.0', { usesCustomerKeys: true })] },
    path: sourceId,
    params: { name: '0.9.0' },
  },
  SourceVersionRevoked: {
    plan: { ...platformKey, source: { type: 'ImageVersion', id: aSourceVersion('0.9.0').id } },
    inventory: { sources: [aSourceVersion('0.9.0', { revocation: { reason: 'Vulnerable' } })] },
    path: sourceId,
    params: { name: '0.9.0', reason: 'Vulnerable' },
    severity: 'warning',
  },
  SourceConfidentialInAnotherSubscription: {
    plan: fromElsewhere,
    inventory: { ...confidential, ...myImage({ id: elsewhere }) },
    path: sourceId,
    params: { name: 'myImage' },
  },
  TrustedLaunchCaptureFails: {
    plan: fromMachine,
    inventory: myVM({
      securityType: 'TrustedLaunch',
      osDisk: { ...machineDisk, diskEncryptionSetId: diskEncryptionSetId('WestUSDiskEncryptionSet1') },
    }),
    path: sourceId,
    params: { name: 'myVM' },
    severity: 'warning',
  },
  SourceMachineRunning: {
    plan: fromMachine,
    inventory: myVM({ isRunning: true }),
    path: sourceId,
    params: { name: 'myVM' },
    severity: 'warning',
  },
  SourceNotConfidential: {
    plan: fromMachine,
    inventory: { ...confidential, ...myVM({ securityType: 'TrustedLaunch' }) },
    path: sourceId,
    params: { name: 'myVM' },
    severity: 'warning',
  },
  ConfidentialSupportedSource: {
    plan: fromMachine,
    inventory: anImageDefinition({ securityType: 'ConfidentialVMSupported' }),
    path: ['source', 'type'],
    params: { sourceType: 'VirtualMachine' },
    severity: 'warning',
  },
  ConfidentialSupportedTooLarge: {
    inventory: {
      ...anImageDefinition({ securityType: 'ConfidentialVMSupported' }),
      ...myImage({ osDisk: { name: 'os', sizeInGB: 32 } }),
    },
    path: sourceId,
    params: { name: 'os', sizeInGB: 32, maxSizeInGB: 32 },
    severity: 'warning',
  },
  StorageAccountRequired: {
    plan: blobs('https://a.blob.core.windows.net/b/c.vhd', ''),
    path: ['source', 'storageAccountId'],
  },
  BlobUriRequired: { plan: blobs(''), path: ['source', 'osDiskUri'] },
  BlobUriInvalid: { plan: blobs('os.vhd'), path: ['source', 'osDiskUri'] },
  EndOfLifeDateInvalid: {
    plan: { endOfLifeDate: '2027-02-30' },
    path: ['endOfLifeDate'],
    params: { date: '2027-02-30' },
  },
  EndOfLifeDatePast: { plan: { endOfLifeDate: '2020-12-01' }, path: ['endOfLifeDate'], params: { date: '2020-12-01' } },
  EndOfLifeDateRequired: { plan: { blockDeletionBeforeEndOfLife: true }, path: ['endOfLifeDate'], severity: 'warning' },
  ReplicaCountOutOfRange: { plan: { replicaCount: 0 }, path: ['replicaCount'], params: { min: 1, max: 100 } },
  ReplicaTotalTooHigh: {
    plan: {
      targetRegions: [
        { ...westUs, regionalReplicaCount: 60 },
        { ...eastUs2, regionalReplicaCount: 41 },
      ],
    },
    path: ['targetRegions'],
    params: { total: 101, max: 100 },
  },
  TargetRegionRequired: {
    plan: { targetRegions: [westUs, blankTargetRegion('')] },
    path: ['targetRegions', 1, 'name'],
  },
  TargetRegionNotAvailable: {
    plan: { ...platformKey, targetRegions: [westUs, blankTargetRegion('atlantis')] },
    path: ['targetRegions', 1, 'name'],
    params: { region: 'atlantis' },
  },
  TargetRegionDuplicate: {
    plan: { targetRegions: [westUs, { ...westUs, name: 'West US' }] },
    path: ['targetRegions', 1, 'name'],
    params: { region: 'West US' },
  },
  TargetRegionsLackLocation: {
    plan: { targetRegions: [eastUs2] },
    path: ['targetRegions'],
    params: { region: 'West US' },
  },
  ZoneRedundantStorageNotSupported: {
    plan: { targetRegions: [{ ...westUs, storageAccountType: 'Standard_ZRS' }, eastUs2] },
    path: ['targetRegions', 0, 'storageAccountType'],
    params: { region: 'West US' },
  },
  ShallowOnlyHomeRegion: {
    plan: {
      ...platformKey,
      replicationMode: 'Shallow',
      targetRegions: [blankTargetRegion('westus'), blankTargetRegion('eastus2')],
    },
    path: ['targetRegions', 1, 'name'],
    params: { region: 'East US 2' },
  },
  ShallowOnlyOneReplica: {
    plan: { ...platformKey, replicationMode: 'Shallow', targetRegions: [{ ...westUs, regionalReplicaCount: 2 }] },
    path: ['targetRegions', 0, 'regionalReplicaCount'],
  },
  ShallowWithCustomerKeys: {
    plan: { replicationMode: 'Shallow', targetRegions: [{ ...westUs, regionalReplicaCount: 1 }] },
    path: ['encryptionType'],
  },
  EncryptionNotSupportedForSource: {
    plan: { ...blobs('https://a.blob.core.windows.net/b/c.vhd'), encryptionType: 'EncryptionAtRestWithCustomerKey' },
    path: ['encryptionType'],
    params: { sourceType: 'StorageBlobs' },
  },
  EncryptionNotSupportedForSharedGallery: {
    inventory: {
      gallery: { id: computeId('galleries', 'myGallery'), name: 'myGallery', location: 'westus', sharing: 'Community' },
    },
    path: ['encryptionType'],
    params: { gallery: 'myGallery', sharing: 'Community' },
  },
  DoubleEncryptionNotSupportedForDisk: {
    plan: { encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' },
    inventory: myImage({ osDisk: { name: 'os', storageAccountType: 'PremiumV2_LRS' } }),
    path: ['encryptionType'],
    params: { disk: 'os', storageAccountType: 'PremiumV2_LRS' },
    severity: 'warning',
  },
  CustomerKeyNotSupportedForAzureDiskEncryption: {
    plan: { source: disks() },
    inventory: { sources: [aSnapshot('myOSSnapshot', { usesAzureDiskEncryption: true })] },
    path: ['encryptionType'],
    params: { name: 'myOSSnapshot' },
  },
  AzureDiskEncryptionRetires: {
    plan: { ...platformKey, source: disks() },
    inventory: { sources: [aSnapshot('myOSSnapshot', { usesAzureDiskEncryption: true })] },
    path: ['source', 'osDiskId'],
    params: { name: 'myOSSnapshot' },
    severity: 'warning',
  },
  PlatformKeyForEncryptedSource: {
    plan: platformKey,
    inventory: myImage({
      osDisk: { name: 'os', diskEncryptionSetId: diskEncryptionSetId('WestUSDiskEncryptionSet1') },
    }),
    path: ['encryptionType'],
    params: { name: 'os' },
    severity: 'warning',
  },
  NoDiskEncryptionSetInRegion: {
    plan: { targetRegions: [westUs, blankTargetRegion('japaneast')] },
    path: osCell(1),
    params: { region: 'Japan East', encryptionType: 'EncryptionAtRestWithCustomerKey' },
  },
  DiskEncryptionSetsHidden: {
    plan: { targetRegions: [westUs, blankTargetRegion('japaneast')] },
    inventory: { mayReadDiskEncryptionSets: false },
    path: osCell(1),
    params: { region: 'Japan East' },
  },
  DiskEncryptionSetRequired: {
    plan: { targetRegions: [westUs, customerManaged('eastus2', { os: 'EastUS2DiskEncryptionSet1', 0: '' })] },
    path: lunCell(1, 0),
    params: { disk: 0, region: 'East US 2' },
  },
  DiskEncryptionSetInvalid: {
    plan: { targetRegions: [customerManaged('westus', { os: '/not/an/id', 0: 'WestUSDiskEncryptionSet2' })] },
    path: osCell(0),
    params: { id: '/not/an/id' },
  },
  DiskEncryptionSetNotFound: {
    plan: { targetRegions: [customerManaged('westus', { os: 'gone', 0: 'WestUSDiskEncryptionSet2' })] },
    path: osCell(0),
    params: { name: 'gone' },
  },
  DiskEncryptionSetInAnotherSubscription: {
    plan: {
      targetRegions: [
        customerManaged('westus', {
          os: computeId('diskEncryptionSets', 'DevWestUSDiskEncryptionSet1', otherSubscriptionId),
          0: 'WestUSDiskEncryptionSet2',
        }),
      ],
    },
    path: osCell(0),
    params: { name: 'DevWestUSDiskEncryptionSet1', subscription: subscriptionId },
  },
  DiskEncryptionSetInAnotherRegion: {
    plan: {
      targetRegions: [
        westUs,
        customerManaged('eastus2', { os: 'WestUSDiskEncryptionSet1', 0: 'EastUS2DiskEncryptionSet2' }),
      ],
    },
    path: osCell(1),
    params: { name: 'WestUSDiskEncryptionSet1', setRegion: 'West US', region: 'East US 2' },
  },
  DiskEncryptionSetOfAnotherType: {
    plan: {
      targetRegions: [customerManaged('westus', { os: 'WestUSDiskEncryptionSet1', 0: 'WestUSDoubleEncryptionSet' })],
    },
    path: lunCell(0, 0),
    params: {
      name: 'WestUSDoubleEncryptionSet',
      setType: 'EncryptionAtRestWithPlatformAndCustomerKeys',
      encryptionType: 'EncryptionAtRestWithCustomerKey',
    },
  },
  DiskEncryptionSetNotReady: {
    plan: { targetRegions: [customerManaged('westus', { os: 'new', 0: 'new' })] },
    inventory: { diskEncryptionSets: [aDiskEncryptionSet('new', { provisioningState: 'Updating' })] },
    path: osCell(0),
    params: { name: 'new', state: 'Updating' },
    severity: 'warning',
  },
  DiskEncryptionSetKeyNotRotating: {
    plan: { targetRegions: [customerManaged('westus', { os: 'stuck', 0: 'stuck' })] },
    inventory: { diskEncryptionSets: [aDiskEncryptionSet('stuck', { autoKeyRotationError: 'No access.' })] },
    path: lunCell(0, 0),
    params: { name: 'stuck', error: 'No access.' },
    severity: 'warning',
  },
  DiskEncryptionSetWithoutIdentity: {
    ...withFacts({ identity: { type: 'None', principalIds: [] } }),
    params: { name: 'faulty' },
  },
  KeyVersionNotNamed: {
    ...withFacts({ keyUrl: 'https://kv-contoso-wus.vault.azure.net/keys/images-key' }),
    params: { name: 'faulty' },
  },
  KeyVaultNotFound: { ...withFacts({ vault: 'notFound' }), params: { vault: 'kv-contoso-wus' } },
  KeyVaultInAnotherRegion: {
    ...withFacts({ vault: aKeyVault({ location: 'eastus2' }) }),
    params: { vault: 'kv-contoso-wus', vaultRegion: 'East US 2', region: 'West US' },
  },
  KeyVaultWithoutPurgeProtection: {
    ...withFacts({ vault: aKeyVault({ purgeProtection: false }) }),
    params: { vault: 'kv-contoso-wus' },
  },
  KeyVaultFirewallClosed: {
    ...withFacts({ vault: aKeyVault({ firewall: 'closed' }) }),
    params: { vault: 'kv-contoso-wus' },
  },
  KeyVaultPrivateAccessOnly: {
    ...withFacts({ vault: aKeyVault({ firewall: 'private' }) }),
    params: { vault: 'kv-contoso-wus' },
  },
  KeyNotFound: { ...withFacts({ key: 'notFound' }), params: { key: 'images-key', vault: 'kv-contoso-wus' } },
  KeyDisabled: {
    ...withFacts({ key: aKey({ enabled: false }) }),
    params: { key: 'images-key', vault: 'kv-contoso-wus' },
  },
  KeyNotYetValid: {
    ...withFacts({ key: aKey({ notBefore: '2027-01-01T00:00:00.000Z' }) }),
    params: { key: 'images-key', date: '2027-01-01' },
  },
  KeyExpired: {
    ...withFacts({ key: aKey({ expires: '2026-11-24T11:59:59.000Z' }) }),
    params: { key: 'images-key', date: '2026-11-24' },
  },
  KeyExpiresSoon: {
    ...withFacts({ key: aKey({ expires: '2026-11-30T12:00:00.000Z' }) }),
    params: { key: 'images-key', days: 6, date: '2026-11-30' },
    severity: 'warning',
  },
  KeyNeverRotates: {
    ...withFacts({ key: aKey({ rotationPolicy: { notify: { timeBeforeExpiry: 'P30D' } } }) }),
    params: { name: 'faulty', key: 'images-key' },
    severity: 'warning',
  },
  KeyRotationNeedsExpiryDate: {
    ...withFacts({ key: aKey({ rotationPolicy: { rotate: { timeBeforeExpiry: 'P30D' } } }) }),
    params: { key: 'images-key' },
    severity: 'warning',
  },
  KeyTypeNotSupported: {
    ...withFacts({ key: aKey({ keySize: 1024 }) }),
    params: { key: 'images-key', type: 'RSA 1024' },
  },
  KeyNotForConfidentialDisks: {
    plan: {
      ...encryptedWithCmk,
      targetRegions: [
        {
          ...blankTargetRegion('westus'),
          encryption: {
            osDiskImage: '',
            dataDiskImages: [],
            secureVMDiskEncryptionSetId: diskEncryptionSetId('confidential'),
          },
        },
      ],
    },
    inventory: {
      ...confidential,
      diskEncryptionSets: [
        aDiskEncryptionSet('confidential', {
          encryptionType: 'ConfidentialVmEncryptedWithCustomerKey',
          facts: readyFacts(),
        }),
      ],
    },
    path: ['targetRegions', 0, 'encryption', 'secureVMDiskEncryptionSetId'],
    params: { key: 'images-key' },
  },
  KeyAccessMissing: {
    ...withFacts({ keyAccess: { type: 'RoleAssignments', assignments: [] } }),
    params: { name: 'faulty', vault: 'kv-contoso-wus', missing: 'get, wrapkey, unwrapkey' },
  },
  KeyAccessNotSeen: {
    ...withFacts({
      keyAccess: {
        type: 'AccessPolicies',
        policies: [{ objectId: 'another', keys: ['Get', 'WrapKey', 'UnwrapKey'] }],
      },
    }),
    params: { name: 'faulty', vault: 'kv-contoso-wus' },
    severity: 'warning',
  },
  KeyAccessJustGranted: {
    ...withFacts({
      keyAccess: {
        type: 'RoleAssignments',
        assignments: [
          {
            principalId: setPrincipalId,
            principalType: 'ServicePrincipal',
            roleId: 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
            scope: `/subscriptions/${subscriptionId}`,
            createdOn: '2026-11-24T11:55:00.000Z',
          },
        ],
      },
    }),
    params: { name: 'faulty', vault: 'kv-contoso-wus' },
    severity: 'warning',
  },
  LunNotInSource: {
    plan: {
      targetRegions: [
        customerManaged('westus', {
          os: 'WestUSDiskEncryptionSet1',
          0: 'WestUSDiskEncryptionSet2',
          7: 'WestUSDiskEncryptionSet2',
        }),
      ],
    },
    path: lunCell(0, 7),
    params: { lun: 7, region: 'West US', luns: '0' },
  },
  LunDuplicate: {
    plan: {
      targetRegions: [
        {
          ...westUs,
          encryption: {
            ...westUs.encryption,
            dataDiskImages: ['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2'].map((name) => ({
              lun: 0,
              diskEncryptionSetId: diskEncryptionSetId(name),
            })),
          },
        },
      ],
    },
    path: lunCell(0, 0),
    params: { lun: 0, region: 'West US' },
  },
  ConfidentialTypeRequired: { inventory: confidential, path: ['confidentialVMEncryptionType'] },
  ConfidentialTypeNotForDefinition: {
    plan: { confidentialVMEncryptionType: 'EncryptedWithPmk' },
    path: ['confidentialVMEncryptionType'],
    params: { securityType: 'Standard' },
  },
  ConfidentialDataDisksNotRegistered: {
    plan: { confidentialVMEncryptionType: 'EncryptedWithPmk', confidentialDataDisks: true },
    inventory: { ...confidential, hasConfidentialDataDisks: false },
    path: ['confidentialDataDisks'],
  },
  ConfidentialOnlyHomeRegion: {
    plan: { confidentialVMEncryptionType: 'EncryptedWithPmk' },
    inventory: confidential,
    path: ['targetRegions', 1, 'name'],
    params: { region: 'East US 2' },
  },
  ConfidentialDiskEncryptionSetRequired: {
    plan: { ...encryptedWithCmk, targetRegions: [blankTargetRegion('westus')] },
    inventory: confidential,
    path: ['targetRegions', 0, 'encryption', 'secureVMDiskEncryptionSetId'],
    params: { region: 'West US' },
  },
  TagNameRequired: { plan: { tags: [{ name: '', value: 'images' }] }, path: ['tags', 0, 'name'] },
  TagNameInvalid: { plan: { tags: [{ name: 'a/b', value: '' }] }, path: ['tags', 0, 'name'], params: { name: 'a/b' } },
  TagNameDuplicate: {
    plan: {
      tags: [
        { name: 'team', value: '1' },
        { name: 'Team', value: '2' },
      ],
    },
    path: ['tags', 1, 'name'],
    params: { name: 'Team' },
  },
  TagTooLong: {
    plan: { tags: [{ name: 'team', value: 'x'.repeat(257) }] },
    path: ['tags', 0, 'value'],
    params: { name: 'team', max: 256 },
  },
  TooManyTags: {
    plan: { tags: Array.from({ length: 51 }, (_, index) => ({ name: `tag${index}`, value: '' })) },
    path: ['tags'],
    params: { max: 50 },
  },
}

describe('check', () => {
  it.each(Object.entries(ways))(
    'finds %s at its field',
    (code, { plan, inventory, path, params = {}, severity = 'error' }) => {
      const issues = check(aPlan(plan), anInventory(inventory))
      expect(issues).toContainEqual({ code, path, params, severity })
    },
  )

  it('gives each issue the facts that its text needs', () => {
    const issues = Object.values(ways).flatMap(({ plan, inventory }) => check(aPlan(plan), anInventory(inventory)))
    for (const { code, params } of issues)
      expect(Object.keys(params).toSorted()).toEqual([...issueParams[code]].toSorted())
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(Object.keys(planIssueParams)))
  })
})
