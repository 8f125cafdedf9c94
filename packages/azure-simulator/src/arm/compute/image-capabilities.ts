import { isJsonObject, textAt, valueAt, type JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import type { Tenant } from '../../world.ts'
import { featureOf } from './gallery/image-definition-features.ts'
import { sizeNamed } from './virtual-machine/virtual-machine-sizes.ts'

/**
 * What a system supports, as far as it is known, in the words of a disk:
 * https://learn.microsoft.com/rest/api/compute/disks/create-or-update#supportedcapabilities
 */
export interface ImageCapabilities {
  architecture: string | undefined
  /** `SCSI` or `SCSI, NVMe` */
  diskControllerTypes: string | undefined
  acceleratedNetwork: boolean | undefined
}

const unknown: ImageCapabilities = {
  architecture: undefined,
  diskControllerTypes: undefined,
  acceleratedNetwork: undefined,
}

/** Those that a disk, a snapshot, a machine, a managed image or an image version has. */
export function capabilitiesOf(tenant: Tenant, resource: StoredResource): ImageCapabilities {
  const { type, properties, id, name } = resource
  switch (type) {
    case 'Microsoft.Compute/images':
      // Not made of anything else: https://github.com/Azure/azure-sdk-for-go/issues/19665
      return { ...unknown, architecture: 'x64' }
    case 'Microsoft.Compute/galleries/images/versions':
      return definedCapabilities(tenant.store.get(id.split('/').slice(0, -2).join('/'))?.properties, name)
    case 'Microsoft.Compute/virtualMachines': {
      const osDisk = tenant.store.get(textAt(properties, 'storageProfile', 'osDisk', 'managedDisk', 'id') ?? '')
      const ofDisk = statedCapabilities(osDisk?.properties)
      const size = sizeNamed(textAt(properties, 'hardwareProfile', 'vmSize'))
      return { ...ofDisk, architecture: ofDisk.architecture ?? size?.architecture }
    }
    default:
      return statedCapabilities(properties)
  }
}

/** Those that a disk or a snapshot states. */
export function statedCapabilities(properties: JsonObject | undefined): ImageCapabilities {
  const stated = valueAt(properties, 'supportedCapabilities')
  const acceleratedNetwork = valueAt(stated, 'acceleratedNetwork')
  return {
    architecture: textAt(stated, 'architecture'),
    diskControllerTypes: textAt(stated, 'diskControllerTypes'),
    acceleratedNetwork: typeof acceleratedNetwork === 'boolean' ? acceleratedNetwork : undefined,
  }
}

/** Those that a definition states for one of its versions. */
export function definedCapabilities(definition: JsonObject | undefined, version: string): ImageCapabilities {
  const acceleratedNetwork = featureOf(definition, 'IsAcceleratedNetworkSupported', version)
  return {
    architecture: textAt(definition, 'architecture') ?? 'x64',
    diskControllerTypes: featureOf(definition, 'DiskControllerTypes', version),
    acceleratedNetwork: acceleratedNetwork === undefined ? undefined : acceleratedNetwork === 'True',
  }
}

/** The purchase plan of a system: of a disk, a snapshot or a machine what it says, of an image what it is made of. */
export function planOf(tenant: Tenant, resource: StoredResource): JsonObject | undefined {
  const { type, properties, envelope, sourcePlan, id } = resource
  const isVersion = type === 'Microsoft.Compute/galleries/images/versions'
  const definition = isVersion ? tenant.store.get(id.split('/').slice(0, -2).join('/')) : undefined
  const plan = definition?.properties['purchasePlan'] ?? properties['purchasePlan'] ?? envelope?.['plan'] ?? sourcePlan
  return isJsonObject(plan) ? plan : undefined
}
