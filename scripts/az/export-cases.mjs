// Finished plans for the world Contoso, each for one feature that exported code must support.
import { blankPlan, blankTargetRegion } from '@portal/image-version'
import { customerManaged } from '@portal/image-version/testing'

const group =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute'
const storageAccount = `${group.replace('Microsoft.Compute', 'Microsoft.Storage')}/storageAccounts/contosovhds`
const blob = (/** @type {string} */ name) => `https://contosovhds.blob.core.windows.net/vhds/${name}.vhd`
const set = (/** @type {string} */ name) => `${group}/diskEncryptionSets/${name}`

/** A target region with a set for each disk: `{ os: 'Set1', 0: 'Set2' }`. */
function withSets(region, sets, overrides = {}) {
  const ids = Object.entries(sets).map(([disk, name]) => [disk, set(name)])
  return customerManaged(region, Object.fromEntries(ids), overrides)
}

function planOf(definition, overrides) {
  return {
    ...blankPlan(`${group}/galleries/contosoGallery/images/${definition}`),
    location: 'westus',
    source: { type: 'ManagedImage', id: `${group}/images/myImage` },
    targetRegions: [blankTargetRegion('westus')],
    ...overrides,
  }
}

const articleRegions = [
  withSets(
    'westus',
    { os: 'WestUSDiskEncryptionSet1', 0: 'WestUSDiskEncryptionSet2' },
    { regionalReplicaCount: 2, storageAccountType: 'Standard_LRS' },
  ),
  withSets('eastus2', { os: 'EastUS2DiskEncryptionSet1', 0: 'EastUS2DiskEncryptionSet2' }),
]
const customerKeys = { encryptionType: 'EncryptionAtRestWithCustomerKey', targetRegions: articleRegions }
const confidentialRegion = (/** @type {string} */ secureSet) => ({
  ...blankTargetRegion('westus'),
  encryption: { osDiskImage: '', dataDiskImages: [], secureVMDiskEncryptionSetId: secureSet },
})
const ledgerSnapshot = { type: 'DisksAndSnapshots', osDiskId: `${group}/snapshots/ledgerOSSnapshot`, dataDisks: [] }
// Without availability zones, and with them.
const twoRegions = [blankTargetRegion('westus'), blankTargetRegion('eastus2')]
const excludedInOneRegion = planOf('ubuntu-web', {
  ...customerKeys,
  targetRegions: articleRegions.map((region, index) => ({ ...region, excludeFromLatest: index === 1 })),
})

/**
 * @typedef {object} ExportCase
 * @property {string} name the plan's subject
 * @property {import('@portal/image-version').ImageVersionPlan} plan
 * @property {string[]} [losses] codes of what az can't express of the plan
 * @property {import('@portal/image-version').ImageVersionPlan} [azPlan] the plan as az creates it, if it differs
 * @property {boolean} [refusedByAz] whether the portal generates no code for az at all
 */

/** @type {ExportCase[]} */
export const exportCases = [
  { name: "the article's first example, of a managed image", plan: planOf('ubuntu-web', customerKeys) },
  {
    name: "the article's second example, of snapshots",
    plan: planOf('ubuntu-web', {
      ...customerKeys,
      source: {
        type: 'DisksAndSnapshots',
        osDiskId: `${group}/snapshots/myOSSnapshot`,
        dataDisks: [{ lun: 0, id: `${group}/snapshots/myDDSnapshot` }],
      },
    }),
  },
  {
    name: 'two regions, three disks, six sets',
    plan: planOf('windows-sql', {
      encryptionType: 'EncryptionAtRestWithCustomerKey',
      source: { type: 'ManagedImage', id: `${group}/images/myWindowsImage` },
      targetRegions: [
        ['westus', 'WestUS'],
        ['eastus2', 'EastUS2'],
      ].map(([region, prefix]) =>
        withSets(region, {
          os: `${prefix}DiskEncryptionSet1`,
          1: `${prefix}DiskEncryptionSet2`,
          2: `${prefix}DiskEncryptionSet3`,
        }),
      ),
    }),
  },
  {
    name: 'double encryption',
    plan: planOf('ubuntu-web', {
      encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys',
      targetRegions: [
        withSets('westus', { os: 'WestUSDoubleEncryptionSet', 0: 'WestUSDoubleEncryptionSet2' }),
        withSets('eastus2', { os: 'EastUS2DoubleEncryptionSet2', 0: 'EastUS2DoubleEncryptionSet' }),
      ],
    }),
  },
  {
    name: 'confidential, with a customer key',
    plan: planOf('confidential-ledger', {
      source: ledgerSnapshot,
      confidentialVMEncryptionType: 'EncryptedWithCmk',
      targetRegions: [confidentialRegion(set('WestUSConfidentialEncryptionSet'))],
    }),
  },
  {
    name: 'confidential, with a platform key',
    plan: planOf('confidential-ledger', {
      source: ledgerSnapshot,
      confidentialVMEncryptionType: 'EncryptedWithPmk',
      targetRegions: [confidentialRegion('')],
    }),
  },
  {
    name: 'platform keys, storage and replicas of each region',
    plan: planOf('ubuntu-web', {
      replicaCount: 3,
      storageAccountType: 'Premium_LRS',
      targetRegions: [
        { ...blankTargetRegion('westus'), regionalReplicaCount: 2 },
        { ...blankTargetRegion('eastus2'), storageAccountType: 'Standard_ZRS' },
        { ...blankTargetRegion('westeurope'), regionalReplicaCount: 5, storageAccountType: 'Standard_LRS' },
        blankTargetRegion('northeurope'),
      ],
    }),
  },
  { name: 'Standard HDD LRS where there are zones', plan: planOf('ubuntu-web', { targetRegions: twoRegions }) },
  {
    name: 'zone-redundant where the region offers it',
    plan: planOf('ubuntu-web', { storageAccountType: 'PreferStandard_ZRS', targetRegions: twoRegions }),
    losses: ['DefaultStorageLost'],
    azPlan: planOf('ubuntu-web', {
      targetRegions: twoRegions.map((region, index) => ({
        ...region,
        storageAccountType: index === 0 ? 'Standard_LRS' : 'Standard_ZRS',
      })),
    }),
  },
  {
    name: 'blobs of a storage account',
    plan: planOf('ubuntu-web', {
      source: {
        type: 'StorageBlobs',
        storageAccountId: storageAccount,
        osDiskUri: blob('os'),
        dataDisks: [{ lun: 0, uri: blob('data disk (1)') }],
      },
    }),
  },
  {
    name: 'a virtual machine',
    plan: planOf('ubuntu-web', {
      ...customerKeys,
      source: { type: 'VirtualMachine', id: `${group}/virtualMachines/web-template-vm` },
    }),
  },
  {
    name: 'another version',
    plan: planOf('ubuntu-web', {
      source: {
        type: 'ImageVersion',
        id: `${group}/galleries/contosoGallery/images/ubuntu-web/versions/1.0.0`,
      },
    }),
  },
  {
    name: 'latest, end of life and both locks',
    plan: planOf('ubuntu-web', {
      excludeFromLatest: true,
      endOfLifeDate: '2031-02-28',
      allowDeletionOfReplicatedLocations: true,
      blockDeletionBeforeEndOfLife: true,
    }),
  },
  { name: 'shallow replication', plan: planOf('ubuntu-web', { replicationMode: 'Shallow' }) },
  {
    name: 'tags with hard characters',
    plan: planOf('ubuntu-web', {
      tags: [
        { name: 'cost center', value: "Contoso's ${HOME} `id` $(id) !!" },
        { name: "it's $PATH", value: '"quoted" \\ C:\\new\\table' },
        { name: 'expression', value: "[concat('a', 'b')]" },
        { name: 'braces {{ x }}', value: '%7B*~#;|^' },
        { name: 'sign', value: 'a=b=c, d' },
        { name: 'perché', value: '日本 ☕ è' },
        { name: 'empty', value: '' },
        { name: 'build', value: '007' },
      ],
    }),
  },
  {
    name: 'a tag that az would read from a file',
    plan: planOf('ubuntu-web', { tags: [{ name: 'owner', value: '@contoso' }] }),
    refusedByAz: true,
  },
  {
    name: 'left out of latest in one region',
    plan: excludedInOneRegion,
    losses: ['RegionExcludeFromLatestLost'],
    azPlan: planOf('ubuntu-web', customerKeys),
  },
]
