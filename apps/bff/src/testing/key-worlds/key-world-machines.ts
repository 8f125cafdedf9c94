import type { StoredResource } from '@portal/azure-simulator'
import { encryptionOf, likeOneOf, regionAt, setAt, type KeyWorld } from './key-world-resources.ts'

type Json = StoredResource['properties']

/** A machine of a random world, or an instance of one of its scale sets. */
export interface MachineOfWorld {
  /** how effects name it */
  name: string
  /** its path inside the resource provider of Compute */
  path: string
  region: number
  /** the sets of its disks, by choice */
  os: number | null
  data: number | null
  power: string
  /** the scale set that it is an instance of, by its place in the plan */
  scaleSet?: number
}

/** The path of a scale set inside the resource provider, by its place in the plan. */
export function scaleSetPath(at: number): string {
  return `virtualMachineScaleSets/vmss${at}`
}

/** The virtual machines, those of flexible scale sets too. */
export function machinesOf({ plan }: KeyWorld): MachineOfWorld[] {
  const own = plan.machines.map((machine, at) => ({ ...machine, name: `vm${at}`, path: `virtualMachines/vm${at}` }))
  return [...own, ...instancesOf(plan, 'Flexible')]
}

/** The instances of uniform scale sets: parts of them, and no machines of their own. */
export function uniformInstancesOf({ plan }: KeyWorld): MachineOfWorld[] {
  return instancesOf(plan, 'Uniform')
}

function instancesOf({ scaleSets }: KeyWorld['plan'], mode: 'Uniform' | 'Flexible'): MachineOfWorld[] {
  return scaleSets.flatMap((model, scaleSet) => {
    if (model.mode !== mode) return []
    return model.instances.map(({ older, power }, number) => {
      const { os, data } = older ?? model
      const name = `vmss${scaleSet}_${number}`
      const path = `${mode === 'Uniform' ? `${scaleSetPath(scaleSet)}/` : ''}virtualMachines/`
      return {
        name,
        path: `${path}${mode === 'Uniform' ? number : name}`,
        region: model.region,
        os,
        data,
        power,
        scaleSet,
      }
    })
  })
}

/** The machines and the scale sets with all their disks; machines are like one of `models`. */
export function machineResourcesOf(keyWorld: KeyWorld, models: readonly StoredResource[]): StoredResource[] {
  const machines = [...machinesOf(keyWorld), ...uniformInstancesOf(keyWorld)]
  return [...scaleSets(keyWorld), ...machines.flatMap((machine) => withDisks(keyWorld, machine, models))]
}

function withDisks(keyWorld: KeyWorld, machine: MachineOfWorld, models: readonly StoredResource[]): StoredResource[] {
  const { compute } = keyWorld
  const like = likeOneOf(models)
  const machineLike = like('Microsoft.Compute/virtualMachines', '/web-template-vm')
  const diskLike = like('Microsoft.Compute/disks', '/backupDisk')
  const { name, path, region, power, scaleSet } = machine
  const id = compute(path)
  const location = regionAt(region)
  const made = [machine.os, machine.data].map((choice, place) => {
    const setId = setAt(keyWorld, region, choice)
    const disk = diskLike(compute(`disks/${name}-${place}`), location, {
      envelope: { managedBy: id, sku: { name: 'Premium_LRS', tier: 'Premium' } },
      properties: { encryption: encryptionOf(keyWorld, setId), diskState: 'Attached' },
    })
    return { disk, managedDisk: { id: disk.id, ...namedSet(setId) } }
  })
  const [osDisk = {}, dataDisk = {}] = made.map(({ disk, managedDisk }) => ({ name: disk.name, managedDisk }))
  const storageProfile: Json = {
    osDisk: { ...osDisk, osType: 'Linux', createOption: 'FromImage' },
    dataDisks: [{ ...dataDisk, lun: 0, createOption: 'Attach' }],
  }
  const statuses = [
    { code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Provisioning succeeded' },
    { code: `PowerState/${power}`, level: 'Info', displayStatus: `VM ${power}` },
  ]
  const isUniform = path.startsWith('virtualMachineScaleSets/')
  const virtualMachineScaleSet = { id: compute(scaleSetPath(scaleSet ?? 0)) }
  const stored = machineLike(id, location, {
    properties: { storageProfile, ...(scaleSet !== undefined && !isUniform && { virtualMachineScaleSet }) },
    instanceView: { hyperVGeneration: 'V2', disks: [], statuses },
    ...(isUniform && { envelope: { instanceId: path.split('/').at(-1) ?? '' } }),
  })
  const type = isUniform ? 'Microsoft.Compute/virtualMachineScaleSets/virtualMachines' : stored.type
  return [{ ...stored, type }, ...made.map(({ disk }) => disk)]
}

function scaleSets(keyWorld: KeyWorld): StoredResource[] {
  const { plan, compute } = keyWorld
  return plan.scaleSets.map(({ region, mode, os, data, instances }, at) => {
    const id = compute(scaleSetPath(at))
    const storageProfile: Json = {
      osDisk: { osType: 'Linux', createOption: 'FromImage', managedDisk: namedSet(setAt(keyWorld, region, os)) },
      dataDisks: [
        { lun: 0, createOption: 'Empty', diskSizeGB: 8, managedDisk: namedSet(setAt(keyWorld, region, data)) },
      ],
    }
    return {
      id,
      type: 'Microsoft.Compute/virtualMachineScaleSets',
      name: `vmss${at}`,
      location: regionAt(region),
      envelope: { sku: { name: 'Standard_D2s_v5', tier: 'Standard', capacity: instances.length } },
      properties: {
        orchestrationMode: mode,
        upgradePolicy: { mode: 'Manual' },
        virtualMachineProfile: { storageProfile },
      },
    }
  })
}

function namedSet(setId: string | undefined): Json {
  return setId === undefined ? {} : { diskEncryptionSet: { id: setId } }
}
