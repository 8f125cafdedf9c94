import { computeId, diskEncryptionSetId, subscriptionId } from '@portal/disk-encryption/testing'
import { toArm } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { imported, said } from '../../testing/imports.ts'
import { importPlan } from '../importers.ts'

const type = 'Microsoft.Compute/galleries/images/versions'
const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'

function template(resource: object, parts: object = {}): string {
  return JSON.stringify({ $schema: schema, ...parts, resources: [{ type: 'Microsoft.Compute/galleries' }, resource] })
}

describe('a deployment template', () => {
  it('gives the plan that its version was made from', () => {
    const text = template({ type, name: 'myGallery/myImageDefinition/1.0.0', ...toArm(aPlan()) })
    const context = { subscriptionId, resourceGroupName: 'myResourceGroup' }
    expect(importPlan(text, () => undefined, context)).toMatchObject({
      language: 'ArmTemplate',
      plan: aPlan(),
      notes: [],
    })
  })

  it('has names found by defaults and variables, and ids by resourceId', () => {
    const text = template(
      {
        type,
        name: "[concat(variables('definition'), '/', parameters('VERSION'))]",
        location: "[toLower(parameters('location'))]",
        properties: {
          publishingProfile: {
            targetRegions: [
              {
                name: "[parameters('location')]",
                encryption: {
                  osDiskImage: {
                    diskEncryptionSetId: `[resourceId('${subscriptionId}', 'myResourceGroup', 'Microsoft.Compute/diskEncryptionSets', parameters('sets')[0].name)]`,
                  },
                },
              },
            ],
          },
        },
      },
      {
        parameters: {
          version: { type: 'string', defaultValue: '1.0.0' },
          location: { type: 'string', defaultValue: 'West US' },
          sets: { type: 'array', defaultValue: [{ name: 'des' }] },
        },
        variables: { definition: "[format('{0}/{1}', 'myGallery', 'myImageDefinition')]" },
      },
    )
    expect(imported(text)).toMatchObject({
      names: { galleryName: 'myGallery', imageDefinitionName: 'myImageDefinition', versionName: '1.0.0' },
      plan: {
        location: 'westus',
        targetRegions: [{ name: 'westus', encryption: { osDiskImage: diskEncryptionSetId('des') } }],
      },
    })
  })

  it('takes values from a file of parameters in the same text', () => {
    const text = template(
      { type, name: "[parameters('name')]", location: "[parameters('location')]" },
      { parameters: { name: { type: 'string' }, location: { type: 'string', defaultValue: 'westus' } } },
    )
    const parameters = JSON.stringify({ parameters: { name: { value: 'g/d/2.0.0' }, location: { value: 'eastus2' } } })
    expect(imported(`${text}\n${parameters}`).plan).toMatchObject({ name: '2.0.0', location: 'eastus2' })
  })

  it('leaves open what only a deployment can tell, by field', () => {
    const text = template({
      type,
      name: 'g/d/1.0.0',
      location: '[resourceGroup().location]',
      properties: { storageProfile: { source: { id: "[reference('image').outputs.id]" } } },
    })
    expect(imported(text).notes).toMatchObject([
      { code: 'ValueOpen', params: { name: 'resourceGroup().location' }, path: ['location'] },
      { code: 'ValueOpen', path: ['source'] },
      { code: 'StorageAndApiVersionNotSaid', path: ['storageAccountType'] },
    ])
  })

  it('may hold the version below its definition, or among resources by symbolic names, as Bicep writes them', () => {
    const below = JSON.stringify({
      $schema: schema,
      resources: {
        definition: {
          type: 'Microsoft.Compute/galleries/images',
          name: 'g/d',
          resources: [{ type: 'versions', name: '3.0.0', location: 'westus' }],
        },
      },
    })
    expect(imported(below)).toMatchObject({
      names: { galleryName: 'g', imageDefinitionName: 'd', versionName: '3.0.0' },
      plan: { location: 'westus' },
    })
  })

  it('with variables that double a hundredfold ends all the same', () => {
    const variables = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `v${index}`,
        `[createArray(variables('v${index + 1}'), variables('v${index + 1}'))]`,
      ]),
    )
    const text = template({ type, name: 'g/d/1.0.0', location: "[variables('v0')]" }, { variables })
    expect(imported(text).plan?.location).toBe('')
  })

  it('without an image version, or parameters without their template, have nothing to import', () => {
    expect(said(imported(template({ type: 'Microsoft.Compute/disks' })))).toEqual(['error NoImageVersion'])
    const parameters =
      '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#"}'
    expect(said(imported(parameters))).toEqual(['error NoImageVersion'])
  })
})

describe('a body of the REST interface', () => {
  const id = computeId('galleries/images/versions', 'myGallery/myImageDefinition/1.0.0')

  it('gives the plan of a version that Azure has, without a word on what Azure added', () => {
    const version = { id, name: '1.0.0', type, etag: 'x', ...toArm(aPlan()) }
    const properties = { ...version.properties, provisioningState: 'Succeeded' }
    expect(imported(JSON.stringify({ ...version, properties }))).toMatchObject({
      language: 'RestBody',
      plan: aPlan(),
      notes: [],
    })
  })

  it('may be what az shows, where the properties stand a level higher', () => {
    const { properties, ...version } = toArm(aPlan())
    expect(imported(JSON.stringify({ id, ...version, ...properties })).plan).toEqual(aPlan())
  })

  it('may stand in a command beside its URL', () => {
    const url = `https://management.azure.com${id}?api-version=2024-03-03`
    const command = `az rest --method put --url '${url}' --body '${JSON.stringify(toArm(aPlan()))}'`
    expect(imported(command).plan).toEqual(aPlan())
  })

  it('has each value named that a plan has no place for', () => {
    const body = toArm(aPlan())
    const publishingProfile = {
      ...body.properties.publishingProfile,
      replicaCount: 'two',
      storageAccountType: 'PremiumV2_LRS',
      targetExtendedLocations: [{ name: 'x' }],
    }
    const text = JSON.stringify({ ...body, properties: { ...body.properties, publishingProfile } })
    expect(said(imported(text))).toEqual([
      'info ValueIgnored properties.publishingProfile.storageAccountType PremiumV2_LRS',
      'info ValueIgnored properties.publishingProfile.replicaCount two',
      'info ValueIgnored properties.publishingProfile.targetExtendedLocations [{"name":"x"}]',
    ])
  })
})
