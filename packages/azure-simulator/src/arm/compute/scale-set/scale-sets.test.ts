import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, valueAt, type JsonObject } from '../../../json.ts'
import { aScaleSet } from '../../../testing/scale-sets.ts'

const versionOf = (instance: JsonObject) =>
  valueAt(instance, 'properties', 'storageProfile', 'imageReference', 'exactVersion')
const isLatest = (instance: JsonObject) => valueAt(instance, 'properties', 'latestModelApplied')
const named = (set: string) => expect.stringMatching(new RegExp(`/${set}$`, 'i')) as unknown

describe('a uniform scale set', () => {
  it('is created with its instances, each on the version that its model leads to', async () => {
    await using scaleSet = await aScaleSet()
    const { azure, arm, id, put, instances } = scaleSet
    const { status, headers, body } = await put()
    expect([status, valueAt(body, 'properties', 'provisioningState')]).toEqual([201, 'Creating'])
    azure.clock.advance(60_000)
    expect((await arm('GET', headers.get('azure-asyncoperation') ?? '')).body).toMatchObject({ status: 'Succeeded' })
    expect((await arm('GET', id)).body).toMatchObject({
      sku: { name: 'Standard_D2s_v5', tier: 'Standard', capacity: 2 },
      properties: { orchestrationMode: 'Uniform', provisioningState: 'Succeeded', upgradePolicy: { mode: 'Manual' } },
    })
    const found = await instances()
    expect(found.map(({ instanceId, name }) => [instanceId, name])).toEqual([
      ['0', 'web_0'],
      ['1', 'web_1'],
    ])
    expect(found.map((one) => [versionOf(one), isLatest(one)])).toEqual([
      ['1.1.0', true],
      ['1.1.0', true],
    ])
  })

  it('has instances of the version before, where the latest is excluded in its region', async () => {
    await using scaleSet = await aScaleSet()
    const { azure, arm, put, instances } = scaleSet
    const version = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0')
    const { body: stored } = await arm('GET', version)
    const [westUS, ...others] = objectsAt(stored, 'properties', 'publishingProfile', 'targetRegions')
    const targetRegions = [{ ...westUS, excludeFromLatest: true }, ...others]
    const properties = { publishingProfile: { targetRegions } }
    expect((await arm('PATCH', version, { properties })).status).toBe(200)
    azure.clock.advance(60_000)
    await put()
    expect((await instances()).map(versionOf)).toEqual(['1.0.0', '1.0.0'])
  })

  it('has the sets of the version on the disks of its instances, which say what they are of', async () => {
    await using scaleSet = await aScaleSet({ capacity: 1 })
    await scaleSet.put()
    const [instance] = await scaleSet.instances()
    const diskId = textAt(instance, 'properties', 'storageProfile', 'osDisk', 'managedDisk', 'id') ?? ''
    const { body: disk } = await scaleSet.arm('GET', diskId)
    expect(disk).toMatchObject({
      managedBy: `${scaleSet.id}/virtualMachines/0`,
      properties: {
        creationData: { galleryImageReference: { id: named('1.1.0') } },
        encryption: { type: 'EncryptionAtRestWithCustomerKey', diskEncryptionSetId: named('WestUSDiskEncryptionSet1') },
      },
    })
    const lun = textAt(instance, 'properties', 'storageProfile', 'dataDisks', 0, 'managedDisk', 'id') ?? ''
    expect((await scaleSet.arm('GET', lun)).body).toMatchObject({
      properties: { creationData: { galleryImageReference: { id: named('1.1.0'), lun: 0 } } },
    })
  })

  it('never shows the password of its model', async () => {
    await using scaleSet = await aScaleSet()
    await scaleSet.put()
    expect((await scaleSet.arm('GET', scaleSet.id)).text).not.toContain('a-Password-1')
  })

  it('keeps its instances on the older model until they are told', async () => {
    await using scaleSet = await aScaleSet({ image: 'ubuntu-web/versions/1.0.0' })
    const { azure, arm, id, put, instances } = scaleSet
    await put()
    azure.clock.advance(60_000)
    const model = { id: azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0') }
    const properties = { virtualMachineProfile: { storageProfile: { imageReference: model } } }
    expect((await arm('PATCH', id, { properties })).status).toBe(200)
    azure.clock.advance(60_000)
    expect((await instances()).map((one) => [versionOf(one), isLatest(one)])).toEqual([
      ['1.0.0', false],
      ['1.0.0', false],
    ])
    expect((await arm('POST', `${id}/manualupgrade`, { instanceIds: ['1'] })).status).toBe(202)
    expect((await instances()).map((one) => [versionOf(one), isLatest(one)])).toEqual([
      ['1.0.0', false],
      ['1.1.0', true],
    ])
  })

  it.each(['Automatic', 'Rolling'])('applies a new model itself with the upgrade policy %s', async (upgrade) => {
    await using scaleSet = await aScaleSet({ image: 'ubuntu-web/versions/1.0.0', upgrade })
    const { azure, arm, id, put, instances } = scaleSet
    await put()
    azure.clock.advance(60_000)
    const model = { id: azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0') }
    await arm('PATCH', id, { properties: { virtualMachineProfile: { storageProfile: { imageReference: model } } } })
    expect((await instances()).map(versionOf)).toEqual(['1.1.0', '1.1.0'])
  })

  it('grows and shrinks with its capacity, the last instances first, with their disks', async () => {
    await using scaleSet = await aScaleSet()
    const { azure, arm, id, put, instances } = scaleSet
    await put()
    azure.clock.advance(60_000)
    const diskOf = (one: JsonObject | undefined) =>
      textAt(one, 'properties', 'storageProfile', 'osDisk', 'managedDisk', 'id') ?? ''
    const last = diskOf((await instances()).at(-1))
    await arm('PATCH', id, { sku: { capacity: 1 } })
    azure.clock.advance(60_000)
    expect((await instances()).map(({ instanceId }) => instanceId)).toEqual(['0'])
    expect((await arm('GET', last)).status).toBe(404)
    await arm('PATCH', id, { sku: { capacity: 3 } })
    expect((await instances()).map(({ instanceId }) => instanceId)).toEqual(['0', '1', '2'])
  })

  it('goes with its instances and their disks', async () => {
    await using scaleSet = await aScaleSet()
    const { azure, arm, id, put } = scaleSet
    await put()
    azure.clock.advance(60_000)
    expect((await arm('DELETE', id)).status).toBe(202)
    azure.clock.advance(60_000)
    expect((await arm('GET', `${id}/virtualMachines/0`)).status).toBe(404)
    const { body } = await arm('GET', azure.compute('disks'))
    expect(objectsAt(body, 'value').filter((disk) => textAt(disk, 'managedBy')?.includes('/web/'))).toEqual([])
  })

  it('counts its instances by their state', async () => {
    await using scaleSet = await aScaleSet()
    await scaleSet.put()
    expect((await scaleSet.arm('GET', `${scaleSet.id}/instanceView`)).body).toMatchObject({
      virtualMachine: { statusesSummary: [{ code: 'ProvisioningState/creating', count: 2 }] },
    })
  })
})

describe('a flexible scale set', () => {
  it('consists of virtual machines that name it', async () => {
    await using scaleSet = await aScaleSet({ mode: 'Flexible' })
    const { azure, arm, id, put, instances } = scaleSet
    await put()
    azure.clock.advance(60_000)
    expect(await instances()).toEqual([])
    const { body } = await arm('GET', azure.compute('virtualMachines'))
    const machines = objectsAt(body, 'value').filter(
      (one) => textAt(one, 'properties', 'virtualMachineScaleSet', 'id') === id,
    )
    expect(machines.map(versionOf)).toEqual(['1.1.0', '1.1.0'])
  })

  it('takes a machine that is created into it, and a uniform one does not', async () => {
    await using scaleSet = await aScaleSet({ mode: 'Flexible', capacity: 0 })
    const { azure, arm, id, put } = scaleSet
    const sent = (to: string) => ({ location: 'westus', properties: { virtualMachineScaleSet: { id: to } } })
    const machine = azure.compute('virtualMachines/own')
    expect((await arm('PUT', machine, sent(id))).status).toBe(404)
    await put()
    expect((await arm('PUT', machine, sent(id))).status).toBe(201)
    await using uniform = await aScaleSet({ capacity: 0 })
    await uniform.put()
    expect((await uniform.arm('PUT', machine, sent(uniform.id))).status).toBe(400)
  })
})

describe('a scale set is refused', () => {
  it('without a version in its region', async () => {
    await using scaleSet = await aScaleSet({ image: 'ubuntu-web/versions/9.9.9', capacity: 0 })
    const { status, body } = await scaleSet.put()
    expect([status, body]).toMatchObject([404, { error: { code: 'GalleryImageNotFound' } }])
    expect((await scaleSet.arm('GET', scaleSet.id)).status).toBe(404)
  })

  it.each([
    ['WestUSDisabledKeyDiskEncryptionSet', 400, 'KeyVaultKeyNotEnabled'],
    ['EastUS2DiskEncryptionSet1', 404, 'NotFound'],
    ['WestUSConfidentialEncryptionSet', 400, 'InvalidParameter'],
  ])('with the set %s', async (set, expected, code) => {
    await using scaleSet = await aScaleSet()
    const managedDisk = { diskEncryptionSet: { id: scaleSet.azure.compute(`diskEncryptionSets/${set}`) } }
    const { status, body } = await scaleSet.put({ osDisk: { createOption: 'FromImage', managedDisk } })
    expect([status, body]).toMatchObject([expected, { error: { code } }])
  })

  it('with a capacity that is none', async () => {
    await using scaleSet = await aScaleSet({ capacity: -1 })
    expect((await scaleSet.put()).status).toBe(400)
  })

  it('another orchestration mode than it has', async () => {
    await using scaleSet = await aScaleSet()
    await scaleSet.put()
    scaleSet.azure.clock.advance(60_000)
    const { body } = await scaleSet.arm('PATCH', scaleSet.id, { properties: { orchestrationMode: 'Flexible' } })
    expect(body).toMatchObject({ error: { code: 'PropertyChangeNotAllowed' } })
  })
})
