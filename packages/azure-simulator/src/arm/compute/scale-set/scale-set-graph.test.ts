import { describe, expect, it } from 'vitest'
import { objectsAt, type JsonObject } from '../../../json.ts'
import { aScaleSet, type SentScaleSet } from '../../../testing/scale-sets.ts'

async function rows({ azure }: SentScaleSet, query: string, as = 'Ada'): Promise<JsonObject[]> {
  const arm = await azure.as(as)
  const { body } = await arm('POST', '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01', { query })
  return objectsAt(body, 'data')
}

const instances =
  "computeresources | where type =~ 'Microsoft.Compute/virtualMachineScaleSets/virtualMachines' | where id contains '/virtualMachineScaleSets/web/'"

describe('Resource Graph', () => {
  it('has the instances of a uniform scale set in a table of their own, with their version and power', async () => {
    await using scaleSet = await aScaleSet({ capacity: 1 })
    await scaleSet.put()
    const asked = `${instances} | project name, isLatest = properties.latestModelApplied, version = properties.storageProfile.imageReference.exactVersion, power = properties.extended.instanceView.powerState.code`
    expect(await rows(scaleSet, asked)).toEqual([
      { name: 'web_0', isLatest: true, version: '1.1.0', power: 'PowerState/running' },
    ])
    expect(await rows(scaleSet, asked, 'Ben')).toEqual([])
  })

  it('has the model among the resources, and the instances not', async () => {
    await using scaleSet = await aScaleSet({ capacity: 1 })
    await scaleSet.put()
    const asked =
      "resources | where type startswith 'microsoft.compute/virtualmachinescalesets' and name startswith 'web' and resourceGroup =~ 'myResourceGroup' | project type, capacity = sku.capacity, image = properties.virtualMachineProfile.storageProfile.imageReference.id"
    expect(await rows(scaleSet, asked)).toEqual([
      {
        type: 'microsoft.compute/virtualmachinescalesets',
        capacity: 1,
        image: scaleSet.azure.compute('galleries/contosoGallery/images/ubuntu-web'),
      },
    ])
  })

  it('says of a disk which version it is of, which LUN, and which set encrypts it', async () => {
    await using scaleSet = await aScaleSet({ capacity: 1 })
    const { azure, put } = scaleSet
    await put()
    const asked = `resources | where type =~ 'microsoft.compute/disks' and managedBy endswith '/virtualMachineScaleSets/web/virtualMachines/0' | project lun = properties.creationData.galleryImageReference.lun, version = properties.creationData.galleryImageReference.id, set = properties.encryption.diskEncryptionSetId, kind = properties.encryption.type | order by tostring(lun) asc`
    const version = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0')
    const kind = 'EncryptionAtRestWithCustomerKey'
    expect(await rows(scaleSet, asked)).toEqual([
      { lun: null, version, set: azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1'), kind },
      { lun: 0, version, set: azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet2'), kind },
    ])
  })
})
