import { describe, expect, it } from 'vitest'
import { type JsonObject, valueAt } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

async function anImage(properties: (id: (path: string) => { id: string }) => JsonObject) {
  const azure = await startedAzure()
  const ada = await azure.as('Ada')
  const path = azure.compute('images/new')
  const sent = properties((part) => ({ id: azure.compute(part) }))
  const first = await ada('PUT', path, { location: 'westus', properties: sent })
  azure.clock.advance(10_000)
  const { body } = await ada('GET', path)
  return { azure, ada, path, first, body, [Symbol.asyncDispose]: () => azure.simulator.close() }
}

describe('a managed image', () => {
  it('of snapshots says caching and storage type of each disk, and nothing that was not said', async () => {
    await using image = await anImage((id) => ({
      storageProfile: {
        osDisk: { osType: 'Linux', osState: 'Generalized', snapshot: id('snapshots/myOSSnapshot') },
        dataDisks: [{ lun: 0, snapshot: id('snapshots/myDDSnapshot'), caching: 'ReadOnly' }],
      },
      hyperVGeneration: 'v1',
    }))
    const { storageProfile, hyperVGeneration } = image.body['properties'] as JsonObject
    expect([hyperVGeneration, Object.keys(storageProfile as JsonObject)]).toEqual(['V1', ['osDisk', 'dataDisks']])
    expect(storageProfile).toMatchObject({
      osDisk: { caching: 'None', storageAccountType: 'Standard_LRS' },
      dataDisks: [{ lun: 0, caching: 'ReadOnly', storageAccountType: 'Standard_LRS' }],
    })
  })

  it('of a machine says its disks in the first answer', async () => {
    await using image = await anImage((id) => ({ sourceVirtualMachine: id('virtualMachines/golden-vm') }))
    const { first, body } = image
    expect(first.status).toBe(201)
    const profile = valueAt(first.body, 'properties', 'storageProfile')
    expect(profile).toMatchObject({
      osDisk: { osType: 'Linux', osState: 'Generalized', caching: 'ReadWrite', storageAccountType: 'Premium_LRS' },
    })
    expect(profile).toEqual(valueAt(body, 'properties', 'storageProfile'))
  })

  it('says that it survives a zone only where it was asked to', async () => {
    await using image = await anImage((id) => ({
      sourceVirtualMachine: id('virtualMachines/golden-vm'),
      storageProfile: { zoneResilient: true },
    }))
    expect(valueAt(image.body, 'properties', 'storageProfile', 'zoneResilient')).toBe(true)
  })

  it('is refused for a generation other than its machine’s', async () => {
    await using image = await anImage((id) => ({
      sourceVirtualMachine: id('virtualMachines/golden-vm'),
      hyperVGeneration: 'V1',
    }))
    expect(image.first).toMatchObject({
      status: 400,
      body: {
        error: {
          message:
            "The Input HyperVGeneration property: 'V1' does not match with the HyperVGeneration property: 'Gen2' belonging to source: 'sourceVirtualMachine'",
        },
      },
    })
  })

  it('of a blob has a size', async () => {
    await using image = await anImage(() => ({
      storageProfile: {
        osDisk: {
          osType: 'Linux',
          osState: 'Generalized',
          blobUri: 'https://contoso.blob.core.windows.net/vhds/os.vhd',
        },
      },
    }))
    expect(valueAt(image.body, 'properties', 'storageProfile', 'osDisk', 'diskSizeGB')).toBe(30)
  })
})
