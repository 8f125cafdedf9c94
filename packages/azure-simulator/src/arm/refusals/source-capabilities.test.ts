import { describe, expect, it } from 'vitest'
import { valueAt, type JsonObject } from '../../json.ts'
import { startedAzure } from '../../testing/azure.ts'

const containing = (text: string): unknown => expect.stringContaining(text)
const plan = { name: 'hardened', publisher: 'contoso-partner', product: 'linux' }

/** A disk with a Linux of generation 2 with these properties, and the means to make images of it. */
async function aDisk(facts: JsonObject) {
  const azure = await startedAzure()
  const ada = await azure.as('Ada')
  const put = async (path: string, properties: JsonObject) => {
    const answer = await ada('PUT', azure.compute(path), { location: 'westus', properties })
    azure.clock.advance(600_000)
    return answer
  }
  const creationData = { createOption: 'Empty' }
  const system = { osType: 'Linux', hyperVGeneration: 'V2', diskSizeGB: 30 }
  await put('disks/source', { creationData, ...system, ...facts })
  const definition = (more: JsonObject) =>
    put('galleries/contosoGallery/images/new', {
      osType: 'Linux',
      osState: 'Specialized',
      hyperVGeneration: 'V2',
      identifier: { publisher: 'Contoso', offer: 'new', sku: 'new' },
      ...more,
    })
  const version = (id: string, image = 'new') =>
    put(`galleries/contosoGallery/images/${image}/versions/1.0.0`, {
      storageProfile: /\/versions\//.test(id)
        ? { source: { id: azure.compute(id) } }
        : { osDiskImage: { source: { id: azure.compute(id) } } },
    })
  const get = async (path: string) => valueAt((await ada('GET', azure.compute(path))).body, 'properties')
  return { azure, put, get, definition, version, [Symbol.asyncDispose]: () => azure.simulator.close() }
}

const arm64 = { supportedCapabilities: { architecture: 'Arm64', diskControllerTypes: 'SCSI, NVMe' } }

describe('a version of a disk with Arm64', () => {
  it('goes into a definition of that architecture, and not into one of x64', async () => {
    await using source = await aDisk(arm64)
    await source.definition({ architecture: 'x64' })
    expect(await source.version('disks/source')).toMatchObject({
      status: 400,
      body: { error: { code: 'InvalidParameter', message: containing("architecture ['Arm64']") } },
    })
    await using other = await aDisk(arm64)
    await other.definition({ architecture: 'Arm64' })
    expect((await other.version('disks/source')).status).toBe(201)
  })

  it('is the source of others of its architecture only', async () => {
    await using source = await aDisk(arm64)
    await source.definition({ architecture: 'Arm64' })
    await source.version('disks/source')
    const ofX64 = await source.version('galleries/contosoGallery/images/new/versions/1.0.0', 'ubuntu-golden')
    expect(ofX64).toMatchObject({ status: 400, body: { error: { message: containing("architecture ['Arm64']") } } })
  })
})

it('a version of a disk with x64 does not go into a definition of Arm64', async () => {
  await using source = await aDisk({ supportedCapabilities: { architecture: 'x64' } })
  await source.definition({ architecture: 'Arm64' })
  expect(await source.version('disks/source')).toMatchObject({
    status: 400,
    body: {
      error: { message: containing("architecture ['x64'] than the parent gallery image architecture ['Arm64']") },
    },
  })
})

it('a version of a disk with accelerated networking does not go into a definition that denies it', async () => {
  await using source = await aDisk({ supportedCapabilities: { acceleratedNetwork: true } })
  await source.definition({ features: [{ name: 'IsAcceleratedNetworkSupported', value: 'False' }] })
  expect(await source.version('disks/source')).toMatchObject({
    status: 400,
    body: {
      error: {
        message: containing(
          "contains gallery image property 'IsAcceleratedNetworkSupported' which has a different value ['True'] than the input gallery image property value ['False'].",
        ),
      },
    },
  })
})

describe('a snapshot', () => {
  it('of a disk has its capabilities and its purchase plan', async () => {
    await using source = await aDisk({ ...arm64, purchasePlan: plan })
    const creationData = { createOption: 'Copy', sourceResourceId: source.azure.compute('disks/source') }
    await source.put('snapshots/copy', { creationData })
    expect(await source.get('snapshots/copy')).toMatchObject({ ...arm64, purchasePlan: plan })
  })

  it('with Arm64 does not become a managed image, in Azure’s words', async () => {
    await using source = await aDisk(arm64)
    const id = source.azure.compute('disks/source')
    await source.put('snapshots/copy', { creationData: { createOption: 'Copy', sourceResourceId: id } })
    const osDisk = { osType: 'Linux', osState: 'Generalized', snapshot: { id: source.azure.compute('snapshots/copy') } }
    expect(await source.put('images/new', { storageProfile: { osDisk }, hyperVGeneration: 'V2' })).toMatchObject({
      status: 409,
      body: {
        error: {
          code: 'OperationNotAllowed',
          message:
            "Creating an image with snapshot source that has CPU Architecture 'Arm64' is not supported. Please select a source resource with a supported CPU Architecture: 'x64'.",
        },
      },
    })
  })
})
