import { createHash } from 'node:crypto'
import { formatResourceId, parseResourceId } from '@portal/arm'
import { isJsonObject, objectsAt, textAt, valueAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { guidOf } from '../../guid.ts'
import { durationOf, operationTime } from '../../operations.ts'
import type { ArmRequest } from '../../request.ts'
import type { MachineDisks } from '../virtual-machine/machine-disks.ts'
import { newDisks, newInstanceView } from '../virtual-machine/new-machine.ts'
import { shownOsProfile } from '../virtual-machine/shown-os-profile.ts'
import { nextEtag } from '../virtual-machine/virtual-machine-body.ts'
import { capacityOf, instancesOf, instanceType, isFlexible, machineOfModel, numberOf } from './scale-set-model.ts'

interface NewInstance {
  id: string
  name: string
  /** of a uniform one: its number */
  instanceId?: string
  /** the properties of a machine, as the model has them */
  sent: JsonObject
}

/**
 * Throws what creating an instance from the model would: the image version is not in the region, a set is not there or
 * can't use its key.
 */
export function assertModel(request: ArmRequest, scaleSet: StoredResource): void {
  if (scaleSet.properties['virtualMachineProfile'] === undefined) return
  madeDisks(request, scaleSet, newInstance(scaleSet, 0))
}

/** Creates instances until there are as many as asked for, or deletes those created last, with their disks. */
export function scale(request: ArmRequest, scaleSet: StoredResource): void {
  const present = instancesOf(request, scaleSet)
  const missing = capacityOf(scaleSet) - present.length
  for (const surplus of missing < 0 ? present.slice(missing) : []) deleteInstance(request, surplus)
  if (missing <= 0 || scaleSet.properties['virtualMachineProfile'] === undefined) return
  const { store } = request.tenant
  const first = isFlexible(scaleSet)
    ? present.length
    : Math.max(-1, ...store.list(`${scaleSet.id}/virtualMachines`, instanceType).map(numberOf)) + 1
  let made = 0
  for (let number = first; made < missing; number++) {
    const instance = newInstance(scaleSet, number)
    if (store.get(instance.id) !== undefined) continue
    keepInstance(request, scaleSet, instance)
    made++
  }
}

/** A uniform instance has its number as a name; a flexible one is a machine with a name of its own. */
function newInstance(scaleSet: StoredResource, number: number): NewInstance {
  if (!isFlexible(scaleSet)) {
    const sent = machineOfModel(scaleSet, number.toString().padStart(6, '0'))
    const instanceId = number.toString()
    return { id: `${scaleSet.id}/virtualMachines/${number}`, name: `${scaleSet.name}_${number}`, instanceId, sent }
  }
  const suffix = createHash('sha256').update(`${scaleSet.id.toLowerCase()} ${number}`).digest('hex').slice(0, 8)
  const name = `${scaleSet.name}_${suffix}`
  const id = formatResourceId({ ...parseResourceId(scaleSet.id), types: ['virtualMachines'], names: [name] })
  return { id, name, sent: machineOfModel(scaleSet, suffix) }
}

function madeDisks(request: ArmRequest, scaleSet: StoredResource, { id, name, sent }: NewInstance): MachineDisks {
  const { location } = scaleSet
  const { plan } = scaleSet.envelope ?? {}
  const body = { ...zoneOf(scaleSet, id), ...(plan !== undefined && { plan }) }
  return newDisks({ ...request, body }, { id, name, location, sent })
}

// The instances take turns with the zones of their scale set.
function zoneOf({ envelope }: StoredResource, id: string): JsonObject {
  const zones = envelope?.['zones']
  if (!Array.isArray(zones) || zones.length === 0) return {}
  const turn = parseInt(createHash('sha256').update(id).digest('hex').slice(0, 6), 16) % zones.length
  return { zones: [zones[turn] ?? '1'] }
}

function keepInstance(request: ArmRequest, scaleSet: StoredResource, instance: NewInstance): void {
  const { id, name, instanceId, sent } = instance
  const { store } = request.tenant
  const made = madeDisks(request, scaleSet, instance)
  const startedAt = request.clock.now()
  const endsAt = startedAt + durationOf.virtualMachinePut
  const sku = valueAt(scaleSet.envelope, 'sku')
  const flexible = isFlexible(scaleSet)
  const { capacity: _, ...size } = isJsonObject(sku) ? sku : {}
  const { osProfile } = sent
  for (const disk of made.disks) store.put(disk)
  store.put({
    id,
    name,
    type: flexible ? 'Microsoft.Compute/virtualMachines' : instanceType,
    location: scaleSet.location,
    ...(scaleSet.tags && { tags: scaleSet.tags }),
    envelope: {
      ...(instanceId !== undefined && { instanceId, sku: size }),
      ...zoneOf(scaleSet, id),
      etag: nextEtag(undefined),
    },
    properties: {
      ...(flexible
        ? { virtualMachineScaleSet: { id: scaleSet.id } }
        : { latestModelApplied: true, modelDefinitionApplied: 'VirtualMachineScaleSet' }),
      ...sent,
      storageProfile: made.storageProfile,
      ...(isJsonObject(osProfile) && {
        osProfile: shownOsProfile(osProfile, valueAt(made.storageProfile, 'osDisk', 'osType')),
      }),
      vmId: guidOf(id),
      timeCreated: operationTime(startedAt),
    },
    instanceView: newInstanceView(made, endsAt),
    change: { state: 'Creating', startedAt, endsAt },
  })
}

/**
 * Applies the model to a uniform instance: a new OS disk from the image as it is now, and the disks of further LUNs.
 * The data disks that it has are kept.
 * https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-upgrade-policy
 */
export function upgradeInstance(request: ArmRequest, scaleSet: StoredResource, instance: StoredResource): void {
  const { store } = request.tenant
  const sent = newInstance(scaleSet, numberOf(instance)).sent
  const made = madeDisks(request, scaleSet, { id: instance.id, name: instance.name, sent })
  const kept = objectsAt(instance.properties, 'storageProfile', 'dataDisks')
  const isKept = (disk: JsonObject) => kept.some(({ lun }) => lun === disk['lun'])
  const added = objectsAt(made.storageProfile, 'dataDisks').filter((disk) => !isKept(disk))
  const used = new Set(
    [valueAt(made.storageProfile, 'osDisk'), ...added].map((disk) => textAt(disk, 'managedDisk', 'id')),
  )
  for (const disk of made.disks) if (used.has(disk.id)) store.put(disk)
  const startedAt = request.clock.now()
  store.put({
    ...instance,
    envelope: { ...instance.envelope, etag: nextEtag(instance) },
    properties: {
      ...instance.properties,
      ...sent,
      osProfile: instance.properties['osProfile'],
      storageProfile: { ...made.storageProfile, dataDisks: [...kept, ...added] },
      latestModelApplied: true,
    },
    change: { state: 'Updating', startedAt, endsAt: startedAt + durationOf.virtualMachinePut },
  })
}

/** Deletes an instance, and the disks that were created for it. */
export function deleteInstance({ tenant, clock }: ArmRequest, instance: StoredResource): void {
  const startedAt = clock.now()
  const change = { state: 'Deleting', startedAt, endsAt: startedAt + durationOf.virtualMachineDelete } as const
  const storage = valueAt(instance.properties, 'storageProfile')
  for (const disk of [valueAt(storage, 'osDisk'), ...objectsAt(storage, 'dataDisks')]) {
    const stored = tenant.store.get(textAt(disk, 'managedDisk', 'id') ?? '')
    if (stored) tenant.store.put({ ...stored, change })
  }
  tenant.store.put({ ...instance, change })
}
