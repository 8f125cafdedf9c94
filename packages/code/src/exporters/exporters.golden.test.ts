import { computeId, diskEncryptionSetId, publicCloud } from '@portal/disk-encryption/testing'
import { blankPlan, type ImageVersionPlan } from '@portal/image-version'
import { anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { exporters } from './exporters.ts'

const snapshots: Partial<ImageVersionPlan> = {
  source: {
    type: 'DisksAndSnapshots',
    osDiskId: computeId('snapshots', 'myOSSnapshot'),
    dataDisks: [
      { lun: 0, id: computeId('snapshots', 'myDDSnapshot') },
      { lun: 3, id: computeId('disks', 'myDisk') },
    ],
  },
  targetRegions: [
    customerManaged('westus', {
      os: 'WestUSDiskEncryptionSet1',
      0: 'WestUSDiskEncryptionSet2',
      3: 'WestUSDiskEncryptionSet2',
    }),
    customerManaged(
      'eastus2',
      { os: 'EastUS2DiskEncryptionSet1', 0: 'EastUS2DiskEncryptionSet2', 3: 'EastUS2DiskEncryptionSet2' },
      { excludeFromLatest: true, storageAccountType: 'Standard_ZRS', regionalReplicaCount: 3 },
    ),
  ],
  excludeFromLatest: true,
  endOfLifeDate: '2030-12-01',
  allowDeletionOfReplicatedLocations: true,
  blockDeletionBeforeEndOfLife: true,
  replicaCount: 2,
  storageAccountType: 'Premium_LRS',
  tags: [
    { name: 'cost center', value: "Contoso's ${web}" },
    { name: 'note', value: '[{{ x }}] "q"' },
  ],
}

const confidential: Partial<ImageVersionPlan> = {
  confidentialVMEncryptionType: 'EncryptedWithCmk',
  targetRegions: [
    {
      ...customerManaged('westus', { os: 'WestUSDiskEncryptionSet1' }),
      encryption: {
        osDiskImage: diskEncryptionSetId('WestUSDiskEncryptionSet1'),
        dataDiskImages: [],
        secureVMDiskEncryptionSetId: diskEncryptionSetId('WestUSConfidentialSet'),
      },
    },
  ],
}

const confidentialDataDisks: Partial<ImageVersionPlan> = {
  confidentialVMEncryptionType: 'EncryptedWithPmk',
  confidentialDataDisks: true,
  source: {
    type: 'DisksAndSnapshots',
    osDiskId: computeId('snapshots', 'ledgerOs'),
    dataDisks: [{ lun: 0, id: computeId('snapshots', 'ledgerData') }],
  },
  targetRegions: [customerManaged('westus', { os: 'WestUSDiskEncryptionSet1', 0: 'WestUSConfidentialSet' })],
}

const plans: [string, ImageVersionPlan][] = [
  ['first-example', aPlan()],
  ['snapshots-with-all-fields', aPlan(snapshots)],
  ['confidential', aPlan(confidential)],
  [
    'zone-redundant',
    aPlan({
      storageAccountType: 'PreferStandard_ZRS',
      targetRegions: [
        customerManaged('westus', { os: 'WestUSDiskEncryptionSet1' }),
        customerManaged('eastus2', { os: 'EastUS2DiskEncryptionSet1' }),
      ],
    }),
  ],
  ['confidential-data-disks', aPlan({ ...confidential, ...confidentialDataDisks })],
  ['unfinished', { ...blankPlan(''), encryptionType: 'EncryptionAtRestWithCustomerKey' }],
]

describe.each(Object.entries(exporters))('%s', (language, { exportCode }) => {
  it.each(plans)('%s', async (name, plan) => {
    const { text, fileName, losses } = exportCode(plan, { cloud: publicCloud, inventory: anInventory() })
    await expect(text).toMatchFileSnapshot(`golden/${name}/${language}.golden.${fileName.split('.').at(-1)}`)
    await expect(`${JSON.stringify(losses, undefined, 2)}\n`).toMatchFileSnapshot(
      `golden/${name}/${language}.losses.golden.json`,
    )
  })
})
