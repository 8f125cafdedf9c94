import { describe, expect, it } from 'vitest'
import { type JsonObject, objectsAt, textAt, valueAt } from '../../../json.ts'
import { startedAzure, type StartedAzure } from '../../../testing/azure.ts'

const ubuntu = { publisher: 'Canonical', offer: 'UbuntuServer', sku: '18.04-LTS', version: 'latest' }

// As `az vm create --image` sends it, by way of its template.
async function aMachineOf(reference: JsonObject | ((azure: StartedAzure) => JsonObject)) {
  const azure = await startedAzure()
  const imageReference = typeof reference === 'function' ? reference(azure) : reference
  const ada = await azure.as('Ada')
  const path = azure.compute('virtualMachines/market-vm')
  const { status } = await ada('PUT', path, {
    location: 'westus',
    properties: {
      hardwareProfile: { vmSize: 'Standard_D2s_v5' },
      storageProfile: {
        imageReference,
        osDisk: { createOption: 'fromImage', caching: 'ReadWrite', managedDisk: { storageAccountType: 'Premium_LRS' } },
      },
      osProfile: { computerName: 'market-vm', adminUsername: 'ada', adminPassword: 'P4ssw0rd!', customData: 'Zm9v' },
    },
  })
  azure.clock.advance(10_000)
  const machine = await ada('GET', `${path}?$expand=instanceView`)
  return { azure, ada, path, status, body: machine.body, [Symbol.asyncDispose]: () => azure.simulator.close() }
}

describe('a virtual machine of an image of the Marketplace', () => {
  it.each([
    ['18.04-LTS', 'UbuntuServer', 'V1'],
    ['18_04-lts-gen2', 'UbuntuServer', 'V2'],
    ['10', 'debian-10', 'V1'],
    ['2019-Datacenter', 'WindowsServer', 'V1'],
    ['2019-datacenter-gensecond', 'WindowsServer', 'V2'],
    ['2022-datacenter-g2', 'WindowsServer', 'V2'],
    ['server', 'ubuntu-24_04-lts', 'V2'],
    ['server-gen1', 'ubuntu-24_04-lts', 'V1'],
  ])('of SKU %s of %s is of generation %s', async (sku, offer, generation) => {
    await using machine = await aMachineOf({ ...ubuntu, sku, offer })
    expect([machine.status, valueAt(machine.body, 'properties', 'instanceView', 'hyperVGeneration')]).toEqual([
      201,
      generation,
    ])
  })

  it('tells the exact version that it was made of', async () => {
    await using asked = await aMachineOf({ ...ubuntu, version: '18.04.202306070' })
    expect(valueAt(asked.body, 'properties', 'storageProfile', 'imageReference')).toEqual({
      ...ubuntu,
      version: '18.04.202306070',
      exactVersion: '18.04.202306070',
    })
    await using latest = await aMachineOf(ubuntu)
    expect(textAt(latest.body, 'properties', 'storageProfile', 'imageReference', 'exactVersion')).toMatch(/^\d+\.\d+/)
  })

  it('has an OS disk that names its origin, its system and its generation', async () => {
    await using machine = await aMachineOf(ubuntu)
    const disk = textAt(machine.body, 'properties', 'storageProfile', 'osDisk', 'managedDisk', 'id') ?? ''
    expect((await machine.ada('GET', disk)).body).toMatchObject({
      properties: {
        osType: 'Linux',
        hyperVGeneration: 'V1',
        creationData: {
          createOption: 'FromImage',
          imageReference: {
            id: expect.stringMatching(
              /\/Publishers\/Canonical\/ArtifactTypes\/VMImage\/Offers\/UbuntuServer\/Skus\/18.04-LTS\/Versions\//,
            ) as unknown,
          },
        },
      },
    })
  })

  it('shows what Azure fills in for Linux, and neither password nor custom data', async () => {
    await using machine = await aMachineOf(ubuntu)
    expect(valueAt(machine.body, 'properties', 'osProfile')).toEqual({
      computerName: 'market-vm',
      adminUsername: 'ada',
      linuxConfiguration: {
        disablePasswordAuthentication: false,
        provisionVMAgent: true,
        patchSettings: { patchMode: 'ImageDefault', assessmentMode: 'ImageDefault' },
      },
      secrets: [],
      allowExtensionOperations: true,
      requireGuestProvisionSignal: true,
    })
  })

  it('shows what Azure fills in for Windows', async () => {
    const windows = { publisher: 'MicrosoftWindowsServer', offer: 'WindowsServer', sku: '2019-Datacenter' }
    await using machine = await aMachineOf({ ...windows, version: 'latest' })
    expect(valueAt(machine.body, 'properties', 'osProfile', 'windowsConfiguration')).toEqual({
      provisionVMAgent: true,
      enableAutomaticUpdates: true,
      patchSettings: { patchMode: 'AutomaticByOS', assessmentMode: 'ImageDefault' },
    })
    expect(valueAt(machine.body, 'properties', 'storageProfile', 'osDisk')).toMatchObject({
      osType: 'Windows',
      diskSizeGB: 127,
    })
  })

  it('becomes an image and a version of a Gen1 definition, as az does it by default', async () => {
    await using machine = await aMachineOf(ubuntu)
    const { azure, ada, path } = machine
    await ada('POST', `${path}/deallocate`)
    azure.clock.advance(30_000)
    await ada('POST', `${path}/generalize`)
    const image = azure.compute('images/captured')
    const made = await ada('PUT', image, {
      location: 'westus',
      properties: { sourceVirtualMachine: { id: path }, hyperVGeneration: 'V1' },
    })
    azure.clock.advance(10_000)
    expect([made.status, valueAt((await ada('GET', image)).body, 'properties', 'hyperVGeneration')]).toEqual([
      201,
      'V1',
    ])
    const definition = azure.compute('galleries/contosoGallery/images/gen1')
    await ada('PUT', definition, {
      location: 'westus',
      properties: { osType: 'Linux', osState: 'Generalized', identifier: { publisher: 'a', offer: 'b', sku: 'c' } },
    })
    azure.clock.advance(1000)
    const version = { location: 'westus', properties: { storageProfile: { source: { id: image } } } }
    expect((await ada('PUT', `${definition}/versions/1.0.0`, version)).status).toBe(201)
  })
})

describe('a virtual machine of disks and images of one’s own', () => {
  it('is of the generation of the OS disk that is attached, and takes it', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const [disk, path] = [azure.compute('disks/os'), azure.compute('virtualMachines/attached')]
    const creationData = { createOption: 'Empty' }
    await ada('PUT', disk, {
      location: 'westus',
      properties: { creationData, diskSizeGB: 64, osType: 'Linux', hyperVGeneration: 'V2' },
    })
    azure.clock.advance(1000)
    await ada('PUT', path, {
      location: 'westus',
      properties: {
        storageProfile: { osDisk: { createOption: 'Attach', osType: 'Linux', managedDisk: { id: disk } } },
      },
    })
    azure.clock.advance(10_000)
    const { body } = await ada('GET', `${path}?$expand=instanceView`)
    expect(body).toMatchObject({
      properties: {
        instanceView: { hyperVGeneration: 'V2' },
        storageProfile: { osDisk: { createOption: 'Attach', name: 'os', managedDisk: { id: disk }, diskSizeGB: 64 } },
      },
    })
    expect((await ada('GET', disk)).body).toMatchObject({ managedBy: path, properties: { diskState: 'Attached' } })
  })

  it('is made of a managed image, with its data disks', async () => {
    await using machine = await aMachineOf((azure) => ({ id: azure.compute('images/myImage') }))
    expect(machine.status).toBe(201)
    expect(objectsAt(machine.body, 'properties', 'storageProfile', 'dataDisks')).toMatchObject([
      { lun: 0, createOption: 'FromImage', diskSizeGB: 128 },
    ])
  })
})
