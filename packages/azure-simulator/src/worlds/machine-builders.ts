import { uniqueIdOf } from '../arm/compute/disk/disk-like.ts'
import type { JsonObject } from '../json.ts'
import type { StoredResource } from '../store/store.ts'
import { computeId, guidOf, resource, type Place } from './resource-builders.ts'

// Machines and scale sets made from image versions, as Azure would show them.

const created = '2025-10-01T08:00:00.0000000+00:00'
const customer = 'EncryptionAtRestWithCustomerKey'
const size = 'Standard_D2s_v5'

/** The image of machines, and what became of it. */
export interface UsedVersion {
  /** id of the version */
  versionId: string
  /** id of the definition, if that was asked for, and with it the latest version of then */
  definitionId?: string
  osDiskGB: number
  dataDisks: { lun: number; sizeInGB: number }[]
  /** ids of the sets of the OS disk and then of each data disk; none: the platform's key */
  sets?: (string | undefined)[]
}

interface MachineFacts {
  name: string
  location: string
  power: 'running' | 'deallocated'
  /** of a machine that belongs to a flexible scale set: its id */
  scaleSetId?: string
}

/** A Linux machine from an image version, and its disks. */
export function machineFromVersion(place: Place, facts: MachineFacts & UsedVersion): StoredResource[] {
  const { scaleSetId } = facts
  const more = scaleSetId === undefined ? {} : { virtualMachineScaleSet: { id: scaleSetId } }
  return machineWithDisks(place, { ...facts, id: computeId(place, `virtualMachines/${facts.name}`), more })
}

function machineWithDisks(
  place: Place,
  facts: MachineFacts & UsedVersion & { id: string; more: JsonObject; envelope?: JsonObject },
): StoredResource[] {
  const { id, name, location, power, versionId, definitionId, osDiskGB, dataDisks, sets = [] } = facts
  const disk = (label: string, of: { sizeInGB: number; lun?: number; setId: string | undefined }) => {
    const { sizeInGB, lun, setId } = of
    const diskId = computeId(place, `disks/${name}_${label}`)
    const properties = {
      ...(lun === undefined && { osType: 'Linux', hyperVGeneration: 'V2' }),
      creationData: {
        createOption: 'FromImage',
        galleryImageReference: { id: versionId, ...(lun !== undefined && { lun }) },
      },
      diskSizeGB: sizeInGB,
      diskSizeBytes: sizeInGB * 1024 ** 3,
      encryption:
        setId === undefined
          ? { type: 'EncryptionAtRestWithPlatformKey' }
          : { type: customer, diskEncryptionSetId: setId },
      networkAccessPolicy: 'AllowAll',
      publicNetworkAccess: 'Enabled',
      timeCreated: created,
      diskState: power === 'running' ? 'Attached' : 'Reserved',
      uniqueId: uniqueIdOf(diskId),
    }
    const stored = resource({ id: diskId, location }, properties, { managedBy: id, sku: { name: 'Premium_LRS' } })
    const shown = {
      name: stored.name,
      createOption: 'FromImage',
      caching: lun === undefined ? 'ReadWrite' : 'None',
      managedDisk: {
        ...(setId !== undefined && { diskEncryptionSet: { id: setId } }),
        storageAccountType: 'Premium_LRS',
        id: diskId,
      },
      deleteOption: 'Delete',
      diskSizeGB: sizeInGB,
    }
    return { stored, shown }
  }
  const os = disk('OsDisk_1', { sizeInGB: osDiskGB, setId: sets[0] })
  const data = dataDisks.map(({ lun, sizeInGB }, index) => ({
    lun,
    ...disk(`lun_${lun}_${index + 2}`, { sizeInGB, lun, setId: sets[index + 1] }),
  }))
  const machine = resource(
    { id, location },
    {
      hardwareProfile: { vmSize: size },
      storageProfile: {
        imageReference: { id: definitionId ?? versionId, exactVersion: versionId.split('/').at(-1) },
        osDisk: { osType: 'Linux', ...os.shown },
        dataDisks: data.map(({ lun, shown }) => ({ lun, ...shown, toBeDetached: false })),
      },
      osProfile: { computerName: name.replace('_', ''), adminUsername: 'azureuser', secrets: [] },
      ...facts.more,
      vmId: guidOf(id),
      timeCreated: created,
    },
    facts.envelope,
  )
  const statuses = [
    { code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Provisioning succeeded', time: created },
    { code: `PowerState/${power}`, level: 'Info', displayStatus: `VM ${power}` },
  ]
  const instanceView = { hyperVGeneration: 'V2', disks: [], statuses }
  return [{ ...machine, name, instanceView }, os.stored, ...data.map(({ stored }) => stored)]
}

/** What a scale set consists of: its instances, each with the version that it was created from. */
interface ScaleSetFacts {
  name: string
  location: string
  mode: 'Uniform' | 'Flexible'
  /** of the model; its instances are of it unless they say otherwise */
  model: UsedVersion
  /** by their number; an older version was in the model before: it is not the latest model */
  instances: { older?: UsedVersion }[]
}

/** A scale set with its instances and their disks; the model names the sets, as its instances have them. */
export function scaleSet(place: Place, facts: ScaleSetFacts): StoredResource[] {
  const { name, location, mode, model, instances } = facts
  const id = computeId(place, `virtualMachineScaleSets/${name}`)
  const [osSet] = model.sets ?? []
  const resourceOfSet = resource(
    { id, location },
    {
      orchestrationMode: mode,
      singlePlacementGroup: false,
      overprovision: mode === 'Uniform',
      platformFaultDomainCount: mode === 'Uniform' ? 5 : 1,
      upgradePolicy: { mode: 'Manual' },
      virtualMachineProfile: {
        storageProfile: {
          imageReference: { id: model.definitionId ?? model.versionId },
          osDisk: {
            osType: 'Linux',
            createOption: 'FromImage',
            caching: 'ReadWrite',
            managedDisk: {
              storageAccountType: 'Premium_LRS',
              ...(osSet !== undefined && { diskEncryptionSet: { id: osSet } }),
            },
            diskSizeGB: model.osDiskGB,
          },
          dataDisks: model.dataDisks.map(({ lun, sizeInGB }, index) => {
            const setId = model.sets?.[index + 1]
            const managedDisk = {
              storageAccountType: 'Premium_LRS',
              ...(setId !== undefined && { diskEncryptionSet: { id: setId } }),
            }
            return { lun, createOption: 'FromImage', caching: 'None', managedDisk, diskSizeGB: sizeInGB }
          }),
        },
        osProfile: { computerNamePrefix: name, adminUsername: 'azureuser', secrets: [] },
      },
      uniqueId: guidOf(`scale set ${id}`),
      timeCreated: created,
    },
    { sku: { name: size, tier: 'Standard', capacity: instances.length } },
  )
  const made = instances.flatMap(({ older }, number) => {
    const version = older ?? model
    if (mode === 'Flexible') {
      const suffix = guidOf(`${id} ${number}`).slice(0, 8)
      return machineFromVersion(place, {
        ...version,
        name: `${name}_${suffix}`,
        location,
        power: 'running',
        scaleSetId: id,
      })
    }
    return machineWithDisks(place, {
      ...version,
      id: `${id}/virtualMachines/${number}`,
      name: `${name}_${number}`,
      location,
      power: 'running',
      more: { latestModelApplied: older === undefined, modelDefinitionApplied: 'VirtualMachineScaleSet' },
      envelope: { instanceId: number.toString(), sku: { name: size, tier: 'Standard' } },
    })
  })
  return [resourceOfSet, ...made]
}
