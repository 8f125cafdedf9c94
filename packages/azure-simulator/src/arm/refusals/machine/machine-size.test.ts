import { describe, expect, it } from 'vitest'
import { textAt, valueAt, type JsonObject } from '../../../json.ts'
import { aMachineOf, type MachineFacts } from '../../../testing/machines.ts'

const query =
  'Please query sku api at https://aka.ms/azure-compute-skus  to determine supported disk controller types for the VM size.'
const nvme = { features: [{ name: 'DiskControllerTypes', value: 'SCSI, NVMe' }] }
const notBootable = (size: string) =>
  `The VM size '${size}' cannot boot with OS image or disk. Please check that disk controller types supported by the OS image or disk is one of the supported disk controller types for the VM size '${size}'. ${query}`

const refused: [what: string, facts: MachineFacts, error: JsonObject][] = [
  [
    'a size of generation 2 only for an image of generation 1',
    { definition: { hyperVGeneration: 'V1' }, size: 'Standard_D2s_v6' },
    {
      code: 'BadRequest',
      message:
        "The selected VM size 'Standard_D2s_v6' cannot boot Hypervisor Generation '1'. If this was a Create operation please check that the Hypervisor Generation of the Image matches the Hypervisor Generation of the selected VM Size. If this was an Update operation please select a Hypervisor Generation '1' VM Size. For more information, see https://aka.ms/azuregen2vm",
    },
  ],
  [
    'a size of generation 1 only for an image of generation 2',
    { size: 'Standard_D2_v2' },
    { code: 'BadRequest', message: expect.stringContaining("cannot boot Hypervisor Generation '2'") as string },
  ],
  [
    'a size of Arm64 for an image of x64',
    { size: 'Standard_D2ps_v6' },
    {
      code: 'BadRequest',
      message:
        "Cannot create a VM of size 'Standard_D2ps_v6' because this VM size only supports a CPU Architecture of 'Arm64', but an image or disk with CPU Architecture 'x64' was given. Please check that the CPU Architecture of the image or disk is compatible with that of the VM size.",
    },
  ],
  [
    'a size of x64 for an image of Arm64',
    { definition: { architecture: 'Arm64' } },
    {
      code: 'BadRequest',
      message: expect.stringContaining("of 'x64', but an image or disk with CPU Architecture 'Arm64'") as string,
    },
  ],
  [
    'a size with NVMe only for an image that says nothing of it',
    { size: 'Standard_D2s_v7' },
    { code: 'InvalidParameter', target: 'vmSize', message: notBootable('Standard_D2s_v7') },
  ],
  [
    'a controller that the size does not have',
    { definition: nvme, storage: { diskControllerType: 'NVMe' } },
    {
      code: 'InvalidParameter',
      target: 'storageProfile.diskControllerType',
      message: `The VM size 'Standard_D2s_v5' cannot boot with DiskControllerType 'NVMe'. Please check that the disk controller type provided is one of the supported disk controller types for the VM size 'Standard_D2s_v5'. ${query}`,
    },
  ],
  [
    'a controller that the image does not have',
    { size: 'Standard_E4bds_v5', storage: { diskControllerType: 'NVMe' } },
    { code: 'InvalidParameter', target: 'vmSize', message: notBootable('Standard_E4bds_v5') },
  ],
]

describe('a machine is refused', () => {
  it.each(refused)('with %s', async (_, facts, error) => {
    await using machine = await aMachineOf(facts)
    expect(await machine.put()).toMatchObject({ status: 400, body: { error } })
    expect(await machine.read(machine.id)).toMatchObject({ error: { code: 'ResourceNotFound' } })
  })

  it('for its OS disk, too, where that is attached', async () => {
    await using machine = await aMachineOf()
    const osDisk = {
      osType: 'Linux',
      createOption: 'Attach',
      managedDisk: { id: machine.azure.compute('disks/source') },
    }
    const facts = { size: 'Standard_D2s_v6', machine: { osProfile: undefined, storageProfile: { osDisk } } }
    expect(await machine.put(facts)).toMatchObject({ status: 400, body: { error: { target: 'vmSize' } } })
  })

  it('for more data disks than its size can have', async () => {
    await using machine = await aMachineOf()
    const dataDisks = [0, 1, 2, 3, 4].map((lun) => ({ lun, createOption: 'Empty', diskSizeGB: 4 }))
    expect(await machine.put({ storage: { dataDisks } })).toMatchObject({
      status: 409,
      body: {
        error: {
          code: 'OperationNotAllowed',
          target: 'dataDisks',
          message: 'The maximum number of data disks allowed to be attached to a VM of this size is 4.',
        },
      },
    })
    expect((await machine.put({ storage: { dataDisks: dataDisks.slice(1) } })).status).toBe(201)
  })

  it('inside a deployment, with the same error in its details', async () => {
    await using machine = await aMachineOf({ size: 'Standard_D2s_v6' })
    const { azure } = machine
    const arm = await azure.asOwner()
    const { properties, location } = machine.body()
    const resource = {
      type: 'Microsoft.Compute/virtualMachines',
      apiVersion: '2024-11-01',
      name: 'vm',
      location,
      properties,
    }
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      resources: [resource],
    }
    const path = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup/providers/Microsoft.Resources/deployments/one`
    expect((await arm('PUT', path, { properties: { mode: 'Incremental', template } })).status).toBe(201)
    azure.clock.advance(60_000)
    expect((await arm('GET', path)).body).toMatchObject({
      properties: {
        provisioningState: 'Failed',
        error: {
          code: 'DeploymentFailed',
          details: [{ code: 'InvalidParameter', target: machine.id, message: notBootable('Standard_D2s_v6') }],
        },
      },
    })
  })

  it('as the model of a scale set', async () => {
    await using machine = await aMachineOf()
    const arm = await machine.azure.asOwner()
    const { storageProfile, osProfile } = machine.body()['properties'] as JsonObject
    const virtualMachineProfile = {
      storageProfile,
      osProfile: { ...(osProfile as JsonObject), computerNamePrefix: 'web' },
    }
    const put = (size: string) =>
      arm('PUT', machine.azure.compute('virtualMachineScaleSets/web'), {
        location: 'westus',
        sku: { name: size, capacity: 1 },
        properties: { orchestrationMode: 'Uniform', virtualMachineProfile },
      })
    expect(await put('Standard_D2s_v6')).toMatchObject({ status: 400, body: { error: { target: 'vmSize' } } })
    expect((await put('Standard_D2s_v5')).status).toBe(201)
  })
})

describe('a machine answers its controller', () => {
  it.each<[string, MachineFacts, string]>([
    ['SCSI where both have it', { definition: nvme, size: 'Standard_E4bds_v5' }, 'SCSI'],
    [
      'NVMe where it is asked for',
      { definition: nvme, size: 'Standard_E4bds_v5', storage: { diskControllerType: 'NVMe' } },
      'NVMe',
    ],
    ['NVMe where the size has no other', { definition: nvme, size: 'Standard_D2s_v6' }, 'NVMe'],
    ['SCSI on Arm64', { definition: { architecture: 'Arm64', ...nvme }, size: 'Standard_D2ps_v6' }, 'SCSI'],
  ])('%s', async (_, facts, controller) => {
    await using machine = await aMachineOf(facts)
    expect((await machine.put()).status).toBe(201)
    const { properties } = await machine.read(machine.id)
    expect(textAt(properties, 'storageProfile', 'diskControllerType')).toBe(controller)
    const older = await machine.read(`${machine.id}?api-version=2021-11-01`)
    expect(textAt(older, 'properties', 'storageProfile', 'diskControllerType')).toBeUndefined()
  })
})

it('the OS disk of a machine says what its image supports', async () => {
  const features = [...nvme.features, { name: 'IsAcceleratedNetworkSupported', value: 'True' }]
  await using machine = await aMachineOf({ definition: { features } })
  const { body } = await machine.put()
  const id = textAt(body, 'properties', 'storageProfile', 'osDisk', 'managedDisk', 'id') ?? ''
  expect(valueAt(await machine.read(id), 'properties', 'supportedCapabilities')).toEqual({
    architecture: 'x64',
    diskControllerTypes: 'SCSI, NVMe',
    acceleratedNetwork: true,
  })
})
