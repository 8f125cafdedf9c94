import {
  aDiskEncryptionSet,
  computeId,
  diskEncryptionSetId,
  otherSubscriptionId,
  subscriptionId,
} from '@portal/disk-encryption/testing'
import { aPlan, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { articleManagedImage, articleSnapshots, imported, said } from '../../testing/imports.ts'
import { importPlan } from '../importers.ts'

const bare = 'az sig image-version create -g myResourceGroup -r myGallery -i myImageDefinition -e 1.0.0 -l westus'
const base = `${bare} --storage-account-type Standard_LRS`

/** The target regions from a command with these options. */
function regionsOf(options: string) {
  return imported(`${base} --managed-image myImage ${options}`).plan?.targetRegions
}

function notesOf(options: string) {
  return said(imported(`${base} --managed-image myImage ${options}`))
}

describe('the commands of the article', () => {
  it("fill a plan from a managed image with a set for each disk, in the gallery's subscription", () => {
    const { plan } = imported(articleManagedImage)
    const set = (name: string) => diskEncryptionSetId(name).replace('myResourceGroup', 'MyResourceGroup')
    expect(plan).toEqual(
      aPlan({
        imageDefinitionId: computeId('galleries/images', 'MyGallery/MyImage').replace('myResource', 'MyResource'),
        targetRegions: [
          customerManaged(
            'westus',
            { os: set('WestUSDiskEncryptionSet1'), 0: set('WestUSDiskEncryptionSet2') },
            { regionalReplicaCount: 2, storageAccountType: 'Standard_LRS' },
          ),
          customerManaged('eastus2', {
            os: set('EastUS2DiskEncryptionSet1'),
            0: set('EastUS2DiskEncryptionSet2'),
          }),
        ],
      }),
    )
  })

  it('have nothing wrong in the first, but name neither the subscription nor the group of the sets', () => {
    expect(said(imported(articleManagedImage))).toEqual([
      'info NamesInResourceGroup MyResourceGroup',
      'info SubscriptionNotNamed',
      'info StorageNotSaid Standard_LRS 2024-03-03',
    ])
  })

  it("give East US the sets of East US 2 in the second, which is said with each set's line", () => {
    const result = imported(articleSnapshots)
    expect(result.plan?.source).toEqual({
      type: 'DisksAndSnapshots',
      osDiskId: computeId('snapshots', 'myOSSnapshot'),
      dataDisks: [{ lun: 0, id: computeId('snapshots', 'myDDSnapshot') }],
    })
    expect(result.notes.filter(({ severity }) => severity !== 'info')).toMatchObject([
      {
        code: 'SetNamedAfterAnotherRegion',
        params: { set: 'EastUS2DiskEncryptionSet1', named: 'eastus2', region: 'eastus' },
        path: ['targetRegions', 1, 'encryption', 'osDiskImage'],
        line: 6,
      },
      { params: { set: 'EastUS2DiskEncryptionSet2' }, path: ['targetRegions', 1, 'encryption', 'dataDiskImages', 0] },
    ])
  })
})

describe('--target-regions', () => {
  it('takes a count, a storage type, or both', () => {
    expect(
      regionsOf('--target-regions westus eastus2=3 japaneast=Premium_LRS westcentralus=2=standard_zrs'),
    ).toMatchObject([
      { name: 'westus', regionalReplicaCount: null, storageAccountType: null },
      { name: 'eastus2', regionalReplicaCount: 3, storageAccountType: null },
      { name: 'japaneast', regionalReplicaCount: null, storageAccountType: 'Premium_LRS' },
      { name: 'westcentralus', regionalReplicaCount: 2, storageAccountType: 'Standard_ZRS' },
    ])
  })

  it('demands lower case of a storage type behind a count, and any case of one alone', () => {
    expect(notesOf('--target-regions westus=2=Standard_LRS')).toEqual([
      'error StorageTypeInLowerCase Standard_LRS standard_lrs',
    ])
    expect(notesOf('--target-regions westus=Standard_LRS')).toEqual([])
  })

  it.each(['westus=many', 'westus=2=premiumv2_lrs', 'westus=standard_lrs=2'])('does not understand %s', (text) => {
    expect(notesOf(`--target-regions ${text}`)).toEqual([`error TargetRegionNotUnderstood ${text}`])
  })
})

describe('--target-region-encryption', () => {
  it('without --target-regions would be dropped by az, and is kept here for the own region', () => {
    expect(notesOf('--target-region-encryption Set1,0,Set2')).toContain('error EncryptionWithoutTargetRegions')
    expect(regionsOf('--target-region-encryption Set1,0,Set2')).toEqual([
      customerManaged('westus', { os: 'Set1', 0: 'Set2' }),
    ])
  })

  it('belongs to the regions by its order', () => {
    expect(
      regionsOf('--target-regions eastus2 westus --target-region-encryption East,1,EastData null,1,WestData'),
    ).toEqual([
      customerManaged('eastus2', { os: 'East', 1: 'EastData' }),
      customerManaged('westus', { os: '', 1: 'WestData' }),
    ])
  })

  it.each([
    ['--target-regions westus eastus2 --target-region-encryption A', 'error EncryptionCountDiffers 2 1'],
    ['--target-regions westus --target-region-encryption A,0', 'error EncryptionPairIncomplete A,0'],
    ['--target-regions westus --target-region-encryption A,zero,B', 'error EncryptionLunInvalid zero'],
    ['--target-regions westus --target-region-encryption A,0,null', 'error NullIsNoDataDiskSet 0'],
    ['--target-regions westus --target-region-encryption ,0,B', 'error BlankIsNoPlaceholder 1'],
    [
      '--target-regions westus --target-region-cvm-encryption NonPersistedTPM',
      'error ConfidentialPartsDiffer NonPersistedTPM',
    ],
  ])('is wrong in %s', (options, note) => {
    expect(notesOf(options)).toContain(note)
  })

  it('goes with a confidential type and set', () => {
    const options = '--target-regions westus --target-region-cvm-encryption EncryptedWithCmk,Secure'
    expect(imported(`${base} --managed-image myImage ${options}`).plan).toMatchObject({
      confidentialVMEncryptionType: 'EncryptedWithCmk',
      targetRegions: [{ encryption: { secureVMDiskEncryptionSetId: diskEncryptionSetId('Secure') } }],
    })
  })

  it('names a LUN that the listed snapshots lack', () => {
    const options = '--os-snapshot os --data-snapshots data --target-regions westus --target-region-encryption A,3,B'
    expect(said(imported(`${base} ${options}`))).toContain('error LunNotInSource 3 0 westus')
  })
})

describe('where the command is aimed', () => {
  const options = '--managed-image myImage --target-regions westus eastus2 --target-region-encryption Customer Double'
  const context = { subscriptionId: otherSubscriptionId, resourceGroupName: 'another' }

  it('tells where bare names are looked up, whatever group it names itself', () => {
    const { plan } = importPlan(`${base} ${options}`, () => undefined, context)
    const elsewhere = computeId('images', 'myImage', otherSubscriptionId).replace('myResourceGroup', 'another')
    expect(plan).toMatchObject({ source: { id: elsewhere } })
  })

  it('tells the kind of encryption by its sets, which must all be of one', () => {
    const diskEncryptionSets = [
      aDiskEncryptionSet('Double', {
        encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys',
        location: 'eastus2',
      }),
      aDiskEncryptionSet('Customer'),
    ]
    const known = { subscriptionId, resourceGroupName: 'myResourceGroup', diskEncryptionSets }
    expect(said(importPlan(`${base} ${options}`, () => undefined, known))).toContain('error SetTypesDiffer')
    const double = importPlan(`${base} ${options.replace('Customer', 'Double')}`, () => undefined, known)
    expect(double.plan?.encryptionType).toBe('EncryptionAtRestWithPlatformAndCustomerKeys')
    // Azure's region of a set counts, whatever its name.
    expect(said(double)).toContain('error SetInAnotherRegion Double eastus2 westus')
  })
})

describe('the shell', () => {
  it('joins quoted, escaped and continued parts, and reads what the script sets', () => {
    const script = `GROUP=myResourceGroup; export REGION="west"us # a comment with az sig image-version create
      az sig image-version create -g "\${GROUP}" -r 'my'Gallery -i my\\ImageDefinition -e=1.0.0 \\
        --location $REGION --managed-image=myImage --tags "cost center=4 2" empty=`
    expect(imported(script).plan).toMatchObject({
      name: '1.0.0',
      location: 'westus',
      source: { type: 'ManagedImage', id: computeId('images', 'myImage') },
      tags: [
        { name: 'cost center', value: '4 2' },
        { name: 'empty', value: '' },
      ],
    })
  })

  it('leaves open what it would have to run or to know, by name and field', () => {
    const result = imported(`${base} --managed-image $(az image show --query id) --target-regions $REGION=\${COUNT}`)
    expect(result.plan?.targetRegions).toMatchObject([{ name: '' }])
    expect(said(result)).toEqual([
      'warning ValueOpen $REGION',
      'warning ValueOpen ${COUNT}',
      'warning ValueOpen $(az image show --query id)',
    ])
  })

  it('names an open resource group as the script writes it', () => {
    const script = base.replace('myResourceGroup', '$RG')
    const result = imported(`${script} --managed-image myImage --target-regions westus --target-region-encryption A`)
    expect(said(result)).toContain('info NamesInResourceGroup $RG')
  })

  it('takes the right one of several commands, the first where there are more', () => {
    const script = `az login\naz sig create -g g -r r\n${base} --managed-image a\n${base} --managed-image b`
    const result = imported(script)
    expect(result.plan?.source).toEqual({ type: 'ManagedImage', id: computeId('images', 'a') })
    expect(result.notes).toMatchObject([{ code: 'OneOfSeveral', params: { count: 2 }, line: 3 }])
  })

  it('would end the command where a backslash is missing, which is said and mended', () => {
    const result = imported(`${base}\n  --managed-image myImage`)
    expect(result.plan?.source).toMatchObject({ id: computeId('images', 'myImage') })
    expect(result.notes).toMatchObject([{ code: 'LineNotContinued', line: 2 }])
  })
})

describe('what pasting adds', () => {
  const pasted = (text: string) => imported(`${base} --managed-image myImage --tags a=1`.replaceAll(/ (--?)/g, text))
  const tags = [{ name: 'a', value: '1' }]

  it.each([
    ['no-break spaces', ' \u00A0$1', ['error TypographicCharacters']],
    ['a dash for two', ' \u2014', ['error TypographicCharacters']],
    ['line ends without a backslash', '\n$1', Array.from({ length: 8 }, () => 'error LineNotContinued')],
    ['blank lines between', '\n\n\n$1', Array.from({ length: 8 }, () => 'error LineNotContinued')],
    ['blanks behind the backslash', ' \\ \n  $1', Array.from({ length: 8 }, () => 'error LineNotContinued')],
    ['the line ends of the Windows prompt', ' ^\n  $1', []],
  ])('is read as meant: %s', (_, text, notes) => {
    const result = pasted(text)
    expect(result.plan).toMatchObject({ source: { id: computeId('images', 'myImage') }, tags })
    expect(said(result)).toEqual(notes)
  })

  it('is read as meant: typographic quotation marks, where they are a pair', () => {
    const result = imported(`${base} --managed-image “myImage” --tags ‘a=1’ b=l’x`)
    expect(result.plan).toMatchObject({
      source: { id: computeId('images', 'myImage') },
      tags: [...tags, { name: 'b', value: 'l’x' }],
    })
    expect(said(result)).toEqual(['error TypographicCharacters'])
  })

  it('stays where it is quoted', () => {
    const result = imported(`${base} --managed-image myImage --tags '—a=“1” ^ \u00A0'`)
    expect(result.plan?.tags).toEqual([{ name: '—a', value: '“1” ^ \u00A0' }])
    expect(said(result)).toEqual([])
  })
})

describe('options', () => {
  it('are known by the start of their name where only one starts so', () => {
    const result = imported(
      'az sig image-version create --resource-g g --gallery-name r --loc westus --target-region a',
    )
    expect(result.plan?.location).toBe('westus')
    expect(said(result)).toEqual(['info OptionIgnored --target-region', 'info StorageNotSaid Standard_LRS 2024-03-03'])
  })

  it('that a plan has no place for are named', () => {
    expect(notesOf('--no-wait --target-edge-zones westus=losangeles --made-up')).toEqual([
      'info OptionIgnored --no-wait',
      'info OptionIgnored --target-edge-zones',
      'info OptionIgnored --made-up',
    ])
  })

  it('with which az takes one source only exclude each other', () => {
    expect(notesOf('--image-version /x')).toEqual(['error OptionsExclude --managed-image --image-version'])
  })

  it('set what the whole version has', () => {
    const options =
      '--replica-count 3 --storage-account-type premium_lrs --exclude-from-latest --end-of-life-date 2030-12-01 ' +
      '--replication-mode Shallow --allow-replicated-location-deletion true --block-delete-before-eol false'
    expect(imported(`${bare} --virtual-machine ${computeId('virtualMachines', 'vm')} ${options}`).plan).toMatchObject({
      source: { type: 'VirtualMachine' },
      replicaCount: 3,
      storageAccountType: 'Premium_LRS',
      excludeFromLatest: true,
      endOfLifeDate: '2030-12-01',
      replicationMode: 'Shallow',
      allowDeletionOfReplicatedLocations: true,
      blockDeletionBeforeEndOfLife: false,
    })
  })

  it('name blobs of one storage account', () => {
    const blob = (name: string) => `https://contosovhds.blob.core.windows.net/vhds/${name}.vhd`
    const { plan } = imported(
      `${base} --os-vhd-uri ${blob('os')} --os-vhd-storage-account contosovhds --data-vhds-uris ${blob('data')} --data-vhds-luns 4 --data-vhds-sa contosovhds`,
    )
    expect(plan?.source).toMatchObject({
      type: 'StorageBlobs',
      osDiskUri: blob('os'),
      dataDisks: [{ lun: 4, uri: blob('data') }],
    })
  })
})
