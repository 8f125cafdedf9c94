import { describe, expect, it } from 'vitest'
import { type JsonObject, isJsonObject, textAt, valueAt } from '../../../json.ts'
import { startedAzure, type StartedAzure } from '../../../testing/azure.ts'

async function aDisk(creationData: JsonObject | ((azure: StartedAzure) => JsonObject), more: JsonObject = {}) {
  const azure = await startedAzure()
  const ada = await azure.as('Ada')
  const path = azure.compute('disks/new')
  const data = typeof creationData === 'function' ? creationData(azure) : creationData
  const { properties, ...outside } = more
  const said = isJsonObject(properties) ? properties : {}
  const made = await ada('PUT', path, {
    location: 'westus',
    ...outside,
    properties: { creationData: data, ...said },
  })
  azure.clock.advance(1000)
  const { body } = await ada('GET', path)
  return { azure, ada, path, made, body, [Symbol.asyncDispose]: () => azure.simulator.close() }
}

const ubuntuId =
  '/Subscriptions/s/Providers/Microsoft.Compute/Locations/westus/Publishers/Canonical/ArtifactTypes/VMImage/Offers/UbuntuServer/Skus/18_04-lts-gen2/Versions/18.04.202306070'

describe('a disk without a size', () => {
  it('is made of an encrypted image version, with its size, its system and its set', async () => {
    await using disk = await aDisk((azure) => ({
      createOption: 'FromImage',
      galleryImageReference: { id: azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0') },
    }))
    const { azure, made, body } = disk
    const version = await disk.ada('GET', azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0'))
    const region = valueAt(version.body, 'properties', 'publishingProfile', 'targetRegions', 0)
    expect(made.status).toBe(202)
    expect(body).toMatchObject({
      properties: {
        osType: 'Linux',
        hyperVGeneration: 'V2',
        diskSizeGB: valueAt(version.body, 'properties', 'storageProfile', 'osDiskImage', 'sizeInGB'),
        encryption: { type: 'EncryptionAtRestWithCustomerKey' },
      },
    })
    expect(textAt(body, 'properties', 'encryption', 'diskEncryptionSetId')?.toLowerCase()).toBe(
      textAt(region, 'encryption', 'osDiskImage', 'diskEncryptionSetId')?.toLowerCase(),
    )
  })

  it('is made of a data disk of a version by its LUN, and has no system', async () => {
    await using disk = await aDisk((azure) => ({
      createOption: 'FromImage',
      galleryImageReference: { id: azure.compute('galleries/contosoGallery/images/ubuntu-web'), lun: 0 },
    }))
    expect([disk.made.status, valueAt(disk.body, 'properties', 'diskSizeGB')]).toEqual([202, 128])
    expect(valueAt(disk.body, 'properties', 'osType')).toBeUndefined()
  })

  it.each([
    ['an image of the Marketplace', { createOption: 'FromImage', imageReference: { id: ubuntuId } }, 30],
    [
      'a blob',
      { createOption: 'Import', sourceUri: 'https://contoso.blob.core.windows.net/vhds/os.vhd', storageAccountId: 's' },
      30,
    ],
    ['an upload', { createOption: 'Upload', uploadSizeBytes: 34_359_738_880 }, 32],
    ['a secured upload', { createOption: 'UploadPreparedSecure', uploadSizeBytes: 21_474_836_992 }, 20],
  ])('is made of %s', async (_, creationData: JsonObject, size) => {
    await using disk = await aDisk(creationData)
    expect([disk.made.status, valueAt(disk.body, 'properties', 'diskSizeGB')]).toEqual([202, size])
    expect(valueAt(disk.body, 'properties', 'creationData')).toMatchObject(creationData)
  })

  it('waits for its upload', async () => {
    await using disk = await aDisk({ createOption: 'Upload', uploadSizeBytes: 34_359_738_880 })
    expect(valueAt(disk.body, 'properties', 'diskState')).toBe('ReadyToUpload')
  })

  it('is still refused where it is empty', async () => {
    await using disk = await aDisk({ createOption: 'Empty' })
    expect(disk.made).toMatchObject({ status: 400, body: { error: { target: 'disk.diskSizeGB' } } })
  })
})

describe('a disk', () => {
  it('keeps its zones and its SKU through an update that leaves them out', async () => {
    await using disk = await aDisk(
      { createOption: 'Empty' },
      { zones: ['1'], sku: { name: 'Premium_LRS' }, properties: { diskSizeGB: 64 } },
    )
    const { azure, ada, path, made } = disk
    expect(made.body).toMatchObject({ zones: ['1'] })
    const creationData = { createOption: 'Empty' }
    await ada('PUT', path, { location: 'westus', properties: { creationData, diskSizeGB: 128 } })
    azure.clock.advance(1000)
    expect((await ada('GET', path)).body).toMatchObject({
      zones: ['1'],
      sku: { name: 'Premium_LRS' },
      properties: { diskSizeGB: 128, tier: 'P10' },
    })
  })

  it('is the output of its operation as a GET shows it', async () => {
    await using disk = await aDisk(
      { createOption: 'Empty' },
      { sku: { name: 'Premium_LRS' }, properties: { diskSizeGB: 64, osType: 'linux' } },
    )
    const { ada, made, body } = disk
    const operation = await ada('GET', made.headers.get('azure-asyncoperation') ?? '')
    expect(valueAt(operation.body, 'properties', 'output')).toEqual(body)
    expect(body).toMatchObject({ sku: { tier: 'Premium' }, properties: { osType: 'Linux', diskIOPSReadWrite: 240 } })
  })

  it('that the gateway does not find costs Compute nothing', async () => {
    await using disk = await aDisk({ createOption: 'Empty' }, { properties: { diskSizeGB: 4 } })
    const { azure, ada, path } = disk
    expect((await ada('GET', path)).headers.get('x-ms-ratelimit-remaining-resource')).toContain('LowCostGet')
    const none = await ada('GET', azure.compute('snapshots/none'))
    expect([none.status, none.headers.get('x-ms-ratelimit-remaining-resource')]).toEqual([404, null])
  })
})

describe('an incremental snapshot', () => {
  it('is of the family of its disk', async () => {
    await using disk = await aDisk({ createOption: 'Empty' }, { properties: { diskSizeGB: 4 } })
    const { azure, ada, path, body } = disk
    const snapshot = azure.compute('snapshots/step')
    const creationData = { createOption: 'Copy', sourceResourceId: path }
    await ada('PUT', snapshot, { location: 'westus', properties: { creationData, incremental: true } })
    azure.clock.advance(1000)
    expect(valueAt((await ada('GET', snapshot)).body, 'properties', 'incrementalSnapshotFamilyId')).toBe(
      valueAt(body, 'properties', 'uniqueId'),
    )
  })
})
