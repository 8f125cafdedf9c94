import { computeId, diskEncryptionSetId, subscriptionId } from '@portal/disk-encryption/testing'
import { customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { articlePowerShell, helpMultipleRegions, imported, said } from '../../testing/imports.ts'

const call = 'New-AzGalleryImageVersion -ResourceGroupName myResourceGroup -GalleryName myGallery'

describe("the article's script", () => {
  const result = imported(articlePowerShell)

  it('gives two regions with an OS disk and LUNs 1 and 2, a set for each', () => {
    const set = (name: string) => diskEncryptionSetId(name).replace('myResourceGroup', 'myRG')
    const own = { regionalReplicaCount: 1, storageAccountType: 'Standard_LRS' } as const
    expect(result.plan?.targetRegions).toEqual([
      customerManaged('westus', { os: set('myDESet'), 1: set('myDESet1'), 2: set('myDESet2') }, own),
      customerManaged(
        'eastus2',
        { os: set('myEastUS2DESet'), 1: set('myEastUS2DESet1'), 2: set('myEastUS2DESet2') },
        own,
      ),
    ])
    expect(result.plan).toMatchObject({ replicaCount: 2, endOfLifeDate: '2020-12-01' })
  })

  it('has a storage type that PowerShell would run as a command, and values that are to be filled in', () => {
    expect(said(result)).toEqual([
      'error BareWordIsCommand Standard_LRS',
      'error BareWordIsCommand Standard_LRS',
      'info ValueOpen $rgname',
      'info ValueOpen $galleryName',
      'info ValueOpen $imageDefinitionName',
      'info ValueOpen $versionName',
      'warning ValueOpen $location',
      'warning ValueOpen <ID of the image version source>',
      'info IdWithoutSlash',
      'info SubscriptionNotNamed',
    ])
    expect(result.notes[0]).toMatchObject({ line: 7 })
  })
})

describe("the help's example of several regions", () => {
  const result = imported(helpMultipleRegions)

  it('sets no key in either region, since two variables are not those that were set', () => {
    expect(result.notes.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'UndefinedVariableIsNull',
        params: { name: '$encryption_eastus' },
        path: ['targetRegions', 0, 'encryption'],
      },
      { code: 'UndefinedVariableIsNull', params: { name: '$westUSdes' }, path: ['targetRegions', 1, 'encryption'] },
      { code: 'UndefinedVariableIsNull', params: { name: '$westUSdes' } },
    ])
    expect(said(result)).toContain('info VariableNotUsed $westUS2des')
  })

  it('still asks for customer keys, so that the wizard asks for the sets', () => {
    expect(result.plan?.encryptionType).toBe('EncryptionAtRestWithCustomerKey')
  })
})

describe('a script', () => {
  it('may hand its parameters over as a hashtable, and turn to a subscription', () => {
    const { plan } = imported(`Set-AzContext -Subscription '${subscriptionId}' | Out-Null
$version = @{
  ResourceGroupName = 'myResourceGroup'
  GalleryName = "myGallery"; GalleryImageDefinitionName = 'myImageDefinition'
  Name = '1.2.3'
  Location = 'West US'
  Tag = @{ 'it''s' = "a \`"tag\`""; env = 'prod' }
}
$job = New-AzGalleryImageVersion @version -PublishingProfileExcludeFromLatest -AsJob`)
    expect(plan).toMatchObject({
      imageDefinitionId: computeId('galleries/images', 'myGallery/myImageDefinition'),
      name: '1.2.3',
      location: 'westus',
      excludeFromLatest: true,
      tags: [
        { name: "it's", value: 'a "tag"' },
        { name: 'env', value: 'prod' },
      ],
    })
  })

  it('may have the dashes and quotation marks of a word processor, which PowerShell takes for plain ones', () => {
    const { plan } = imported(
      `New-AzGalleryImageVersion –ResourceGroupName “rg”\u00A0—Name ‘1.0.0’ –Location “West US” –Tag @{ note = 'l’’immagine' }`,
    )
    expect(plan).toMatchObject({
      name: '1.0.0',
      location: 'westus',
      tags: [{ name: 'note', value: 'l’immagine' }],
    })
  })

  it('may take parameters by position, in other cases, and by the start of their names', () => {
    const { plan } = imported(`NEW-azgalleryimageversion rg gallery definition 1.0.0 -loc:westus -replicac 3`)
    expect(plan).toMatchObject({ name: '1.0.0', location: 'westus', replicaCount: 3 })
  })

  it('may build its regions step by step, and put texts together', () => {
    const { plan } = imported(`$prefix = '${computeId('diskEncryptionSets', 'des-').slice(0, -1)}'
$regions = @()
$regions += @{ Name = 'westus'; Encryption = @{ OSDiskImage = @{ DiskEncryptionSetId = "$prefix-weu" } } }
$regions += @{ Name = 'eastus2'; Encryption = @{ OSDiskImage = @{ DiskEncryptionSetId = $prefix + '-eus2' } } }
${call} -TargetRegion $regions`)
    expect(plan?.targetRegions.map(({ encryption }) => encryption.osDiskImage)).toEqual([
      diskEncryptionSetId('des-weu'),
      diskEncryptionSetId('des-eus2'),
    ])
  })

  it('leaves open what a parameter or a command gives, and tells it from what nobody sets', () => {
    const region = (name: string, set: string) =>
      `@{ Name = '${name}'; Encryption = @{ OSDiskImage = @{ DiskEncryptionSetId = ${set} } } }`
    const script = `param([object]$image)
$set = Get-AzDiskEncryptionSet -Name des
${call} -SourceImageId $image.Id -TargetRegion ${region('westus', '$set.Id')}, ${region('eastus2', '$other')}`
    const result = imported(script)
    expect(said(result)).toEqual([
      'error UndefinedVariableIsNull $other',
      'warning ValueOpen $set.Id',
      'warning ValueOpen $image.Id',
      'info StorageNotSaid Standard_LRS 2024-03-03',
      'info RegionWithoutSets westus',
      'info RegionWithoutSets eastus2',
    ])
    expect(result.plan?.targetRegions).toMatchObject([{ encryption: { osDiskImage: '' } }, { name: 'eastus2' }])
  })

  it('may list disks, and a confidential type for each region', () => {
    const { plan } = imported(`${call} -OSDiskImage @{Source = @{Id = '${computeId('snapshots', 'os')}'}} \`
  -DataDiskImage @(@{Source = @{Id = '${computeId('disks', 'data')}'}; Lun = 3}) \`
  -TargetRegion @(@{Name='westus'; Encryption=@{OSDiskImage=@{CVMEncryptionType='EncryptedWithCmk'; CVMDiskEncryptionSetID='${diskEncryptionSetId('cvm')}'}}})`)
    expect(plan).toMatchObject({
      source: { type: 'DisksAndSnapshots', dataDisks: [{ lun: 3, id: computeId('disks', 'data') }] },
      confidentialVMEncryptionType: 'EncryptedWithCmk',
      targetRegions: [{ encryption: { secureVMDiskEncryptionSetId: diskEncryptionSetId('cvm') } }],
    })
  })

  it('has each parameter and key named that a plan has no place for', () => {
    const result = imported(`${call} -TargetExtendedLocation $x -TargetRegion @{Name='westus'; Zone=1}`)
    expect(said(result)).toEqual([
      'info OptionIgnored -targetextendedlocation',
      'info OptionIgnored Zone',
      'info StorageNotSaid Standard_LRS 2024-03-03',
    ])
  })
})

it('leaves a variable that PowerShell itself reads', () => {
  const script = `$ErrorActionPreference = 'Stop'\nNew-AzGalleryImageVersion -Name 1.0.0`
  expect(said(imported(script))).not.toContain('info VariableNotUsed $ErrorActionPreference')
})
