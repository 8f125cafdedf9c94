import { computeId, subscriptionId } from '@portal/disk-encryption/testing'
import { toArm } from '@portal/image-version'
import { aPlan, imageDefinitionId } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { parsedHcl } from '../testing/hcl.ts'
import type { ImportNote } from './import-note.ts'
import { importPlan } from './importers.ts'

const context = { subscriptionId, resourceGroupName: 'myResourceGroup' }

/** The default storage that is read, and the note about it. */
function storageIn(text: string) {
  const { plan, notes } = importPlan(text, parsedHcl, context)
  return [plan?.storageAccountType, ...notes.filter(({ path }) => path[0] === 'storageAccountType').map(brief)]
}
const brief = ({ severity, code, params }: ImportNote) => [severity, code, ...Object.values(params)].join(' ')

/** The body of a version with these facts of its publishing profile, and only their storage. */
function bodyWith(profile: object): { location: string; properties: object } {
  const { location, properties } = toArm(aPlan())
  const { storageAccountType: _, ...publishingProfile } = properties.publishingProfile
  return { location, properties: { ...properties, publishingProfile: { ...publishingProfile, ...profile } } }
}

const url = (apiVersion: string) =>
  `https://management.azure.com${computeId('galleries/images/versions', 'g/d/1.0.0')}?api-version=${apiVersion}`
const rest = (apiVersion: string, profile = {}) =>
  `az rest --method put --url '${url(apiVersion)}' --body '${JSON.stringify(bodyWith(profile))}'`
const template = (apiVersion: string) =>
  JSON.stringify({
    resources: [
      { type: 'Microsoft.Compute/galleries/images/versions', apiVersion, name: 'g/d/1.0.0', ...bodyWith({}) },
    ],
  })
const azapi = (apiVersion: string) => `resource "azapi_resource" "version" {
  type      = "Microsoft.Compute/galleries/images/versions@${apiVersion}"
  parent_id = "${imageDefinitionId}"
  name      = "1.0.0"
  location  = "westus"
  body      = ${JSON.stringify({ properties: bodyWith({}).properties })}
}`
const azurerm = `resource "azurerm_shared_image_version" "web" {
  name                = "1.0.0"
  gallery_name        = "g"
  image_name          = "d"
  resource_group_name = "myResourceGroup"
  location            = "westus"
  managed_image_id    = "${computeId('images', 'myImage')}"
  target_region {
    name                   = "westus"
    regional_replica_count = 1
  }
}`
const powershell = `New-AzGalleryImageVersion -ResourceGroupName g -GalleryName g -GalleryImageDefinitionName d -Name 1.0.0 \`
  -Location westus -SourceImageId ${computeId('images', 'myImage')} -TargetRegion @(@{Name = 'westus'})`
const az = 'az sig image-version create -g g -r g -i d -e 1.0.0 -l westus --managed-image myImage'

describe('a text without a storage has that of its api-version', () => {
  it.each([
    ['Azure CLI', az, 'Standard_LRS', '2024-03-03'],
    ['Azure PowerShell', powershell, 'Standard_LRS', '2024-03-03'],
    ['azurerm', azurerm, 'Standard_LRS', '2023-07-03'],
    ['a template of 2024-03-03', template('2024-03-03'), 'Standard_LRS', '2024-03-03'],
    ['a template of 2025-03-03', template('2025-03-03'), 'PreferStandard_ZRS', '2025-03-03'],
    ['azapi of 2022-08-03', azapi('2022-08-03'), 'Standard_LRS', '2022-08-03'],
    ['azapi of 2025-12-03', azapi('2025-12-03'), 'PreferStandard_ZRS', '2025-12-03'],
    ['a request of 2024-03-03', rest('2024-03-03'), 'Standard_LRS', '2024-03-03'],
    ['a request of 2025-03-03', rest('2025-03-03'), 'PreferStandard_ZRS', '2025-03-03'],
  ])('%s', (_, text, storage, apiVersion) => {
    expect(storageIn(text)).toEqual([storage, `info StorageNotSaid ${storage} ${apiVersion}`])
  })

  it('and where none is known that of the newer ones, with a warning', () => {
    const note = 'warning StorageAndApiVersionNotSaid PreferStandard_ZRS 2025-03-03'
    expect(storageIn(JSON.stringify(bodyWith({})))).toEqual(['PreferStandard_ZRS', note])
    expect(storageIn(template("[parameters('apiVersion')]"))).toEqual(['PreferStandard_ZRS', note])
  })

  it('without a word where every region has its own', () => {
    const targetRegions = [{ name: 'westus', storageAccountType: 'Premium_LRS' }]
    expect(storageIn(rest('2025-03-03', { targetRegions }))).toEqual(['PreferStandard_ZRS'])
  })
})

describe('a text with a storage', () => {
  it.each([
    [{ storageAccountType: 'Premium_LRS' }, 'Premium_LRS'],
    [{ storageAccountStrategy: 'PreferStandard_ZRS' }, 'PreferStandard_ZRS'],
    [{ storageAccountStrategy: 'DefaultStandard_LRS' }, 'Standard_LRS'],
  ])('has that one: %o', (profile, storage) => {
    expect(storageIn(rest('2025-12-03', profile))).toEqual([storage])
  })

  it('says that Azure refuses type and strategy together', () => {
    const both = { storageAccountType: 'Standard_LRS', storageAccountStrategy: 'PreferStandard_ZRS' }
    expect(storageIn(rest('2025-12-03', both))).toEqual(['PreferStandard_ZRS', 'error StorageSaidTwice'])
  })

  it('that is open says that it is open', () => {
    expect(storageIn(`${az} --storage-account-type $STORAGE`)).toEqual(['Standard_LRS', 'warning ValueOpen $STORAGE'])
  })
})
