import { computeId, diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { toArm } from '@portal/image-version'
import { aPlan, customerManaged, imageDefinitionId } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { parsedHcl } from '../../testing/hcl.ts'
import { imported, said } from '../../testing/imports.ts'

describe('azurerm_shared_image_version', () => {
  const text = `
variable "set" { default = "${diskEncryptionSetId('des')}" }
locals { region = "West US" }
resource "azurerm_shared_image_version" "web" {
  name                = "1.0.0"
  gallery_name        = azurerm_shared_image.web.gallery_name
  image_name          = "myImageDefinition"
  resource_group_name = "myResourceGroup"
  location            = local.region
  managed_image_id    = "${computeId('images', 'myImage')}"
  exclude_from_latest = true
  target_region {
    name                   = local.region
    regional_replica_count = 2
    storage_account_type   = "Standard_LRS"
    disk_encryption_set_id = var.set
  }
  dynamic "target_region" {
    for_each = var.regions
    content { name = target_region.value }
  }
}`

  it('gives regions with a set for the OS disk, variables and locals resolved', () => {
    const result = imported(text, parsedHcl)
    expect(result).toMatchObject({
      language: 'Terraform',
      names: { resourceGroupName: 'myResourceGroup', galleryName: '', imageDefinitionName: 'myImageDefinition' },
      plan: { name: '1.0.0', location: 'westus', excludeFromLatest: true },
    })
    expect(result.plan?.targetRegions).toEqual([
      customerManaged('westus', { os: 'des' }, { regionalReplicaCount: 2, storageAccountType: 'Standard_LRS' }),
    ])
  })

  it('leaves references to other resources open, and regions made in a loop', () => {
    const { notes } = imported(text, parsedHcl)
    expect(notes).toMatchObject([
      { code: 'ValueOpen', params: { name: 'dynamic "target_region"' }, line: 18 },
      { code: 'ValueOpen', params: { name: 'azurerm_shared_image.web.gallery_name' }, line: 6 },
    ])
  })
})

describe('azapi_resource', () => {
  const body = JSON.stringify({ properties: toArm(aPlan()).properties })
  const resource = (written: string) => `resource "azapi_resource" "version" {
  type      = "Microsoft.Compute/galleries/images/versions@2024-03-03"
  parent_id = "${imageDefinitionId}"
  name      = "1.0.0"
  location  = "westus"
  body      = ${written}
}`

  it.each([body, `jsonencode(${body})`])('gives the plan of its body', (written) => {
    expect(imported(resource(written), parsedHcl)).toMatchObject({ plan: aPlan(), notes: [] })
  })

  it('of another type has no image version', () => {
    const other = 'resource "azapi_resource" "x" {\n type = "Microsoft.Compute/disks@2024-03-02"\n}'
    expect(said(imported(other, parsedHcl))).toEqual(['error NoImageVersion'])
  })
})

it('what is no HCL has no image version', () => {
  expect(said(imported('resource "azapi_resource" {{{ "', () => undefined))).toEqual(['error NoImageVersion'])
})
