import { isJsonObject, numberAt, textAt, valueAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { isWithin } from '../../authorization/access.ts'
import type { ArmRequest } from '../../request.ts'

export const scaleSetType = 'Microsoft.Compute/virtualMachineScaleSets'
export const instanceType = `${scaleSetType}/virtualMachines`
const machineType = 'Microsoft.Compute/virtualMachines'

/** Whether its instances are virtual machines of their own; otherwise (Uniform) they are parts of it. */
export function isFlexible({ properties }: StoredResource): boolean {
  return properties['orchestrationMode'] === 'Flexible'
}

/** How many instances the scale set is to have. */
export function capacityOf({ envelope }: StoredResource): number {
  return numberAt(envelope, 'sku', 'capacity') ?? 0
}

/** The instances of a scale set that are not being deleted, in the order in which they were created. */
export function instancesOf({ tenant }: ArmRequest, scaleSet: StoredResource): StoredResource[] {
  const { store } = tenant
  const found = isFlexible(scaleSet)
    ? store
        .list(`/subscriptions/${scaleSet.id.split('/')[2]}`, machineType)
        .filter(({ properties }) => sameId(textAt(properties, 'virtualMachineScaleSet', 'id'), scaleSet.id))
    : store.list(scaleSet.id, instanceType).filter(({ id }) => isWithin(id, scaleSet.id))
  return found
    .filter(({ change }) => change?.state !== 'Deleting')
    .toSorted((one, other) => numberOf(one) - numberOf(other))
}

function sameId(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase()
}

/** The number of a uniform instance, its `instanceId`. */
export function numberOf({ id }: StoredResource): number {
  return Number(id.split('/').at(-1))
}

/** The properties of a machine that the model describes; `suffix` tells its computer from the others. */
export function machineOfModel(scaleSet: StoredResource, suffix: string): JsonObject {
  const { virtualMachineProfile: profile } = scaleSet.properties
  const { osProfile, networkProfile: _, ...rest } = isJsonObject(profile) ? profile : {}
  const { computerNamePrefix, ...os } = isJsonObject(osProfile) ? osProfile : {}
  const prefix = textAt({ computerNamePrefix }, 'computerNamePrefix') ?? scaleSet.name
  return {
    ...rest,
    hardwareProfile: { vmSize: textAt(scaleSet.envelope, 'sku', 'name') ?? 'Standard_D2s_v5' },
    ...(isJsonObject(osProfile) && { osProfile: { ...os, computerName: `${prefix}${suffix}` } }),
  }
}

/** Whether a change of the model is applied to the instances without being asked for. */
export function upgradesByItself({ properties }: StoredResource): boolean {
  const mode = valueAt(properties, 'upgradePolicy', 'mode')
  return mode === 'Automatic' || mode === 'Rolling'
}
