import { objectsAt, numberAt, textAt, valueAt } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'

/** A disk inside a source. `lun` is undefined for the OS disk. */
interface SourceDisk {
  lun: number | undefined
  sizeInGB: number | undefined
}

export type SourceKind = 'ManagedImage' | 'VirtualMachine' | 'ImageVersion' | 'Disks' | 'Vhd'

/** What Azure finds for the source of an image version. */
export interface ImageVersionSource {
  kind: SourceKind
  /** the resources named as source, in the order OS disk, data disks */
  resources: StoredResource[]
  osDisk: SourceDisk
  dataDisks: SourceDisk[]
}

/** By the type of the resource that `source.id` names. */
export const sourceKinds: Record<string, SourceKind> = {
  'microsoft.compute/images': 'ManagedImage',
  'microsoft.compute/virtualmachines': 'VirtualMachine',
  'microsoft.compute/galleries/images/versions': 'ImageVersion',
}

/** The disks of a source that is one resource. */
export function disksOf(resource: StoredResource): Pick<ImageVersionSource, 'osDisk' | 'dataDisks'> {
  const isVersion = resource.type === 'Microsoft.Compute/galleries/images/versions'
  const [os, data, size] = isVersion
    ? ['osDiskImage', 'dataDiskImages', 'sizeInGB']
    : ['osDisk', 'dataDisks', 'diskSizeGB']
  return {
    osDisk: { lun: undefined, sizeInGB: numberAt(resource.properties, 'storageProfile', os, size) },
    dataDisks: objectsAt(resource.properties, 'storageProfile', data).map((disk) => ({
      lun: numberAt(disk, 'lun'),
      sizeInGB: numberAt(disk, size),
    })),
  }
}

/** Size of a disk or a snapshot. */
export function sizeOf(resource: StoredResource | undefined): number | undefined {
  return numberAt(resource?.properties, 'diskSizeGB')
}

/** Ids of the sets that encrypt the source's own disks with a customer's key; a version's are those of its regions. */
export function encryptionSetsOf(resource: StoredResource): string[] {
  const { properties } = resource
  const found = [
    textAt(properties, 'encryption', 'diskEncryptionSetId'),
    textAt(properties, 'storageProfile', 'osDisk', 'diskEncryptionSet', 'id'),
    textAt(properties, 'storageProfile', 'osDisk', 'managedDisk', 'diskEncryptionSet', 'id'),
    ...objectsAt(properties, 'storageProfile', 'dataDisks').flatMap((disk) => [
      textAt(disk, 'diskEncryptionSet', 'id'),
      textAt(disk, 'managedDisk', 'diskEncryptionSet', 'id'),
    ]),
    ...objectsAt(properties, 'publishingProfile', 'targetRegions').flatMap((region) => [
      textAt(region, 'encryption', 'osDiskImage', 'diskEncryptionSetId'),
      textAt(region, 'encryption', 'osDiskImage', 'securityProfile', 'secureVMDiskEncryptionSetId'),
      ...objectsAt(region, 'encryption', 'dataDiskImages').flatMap((disk) => [
        textAt(disk, 'diskEncryptionSetId'),
        textAt(disk, 'securityProfile', 'secureVMDiskEncryptionSetId'),
      ]),
    ]),
  ]
  return found.filter((id) => id !== undefined)
}

/** `TrustedLaunch`, `ConfidentialVM` … of a machine; `ConfidentialVM_…` of a disk or a snapshot. */
export function securityTypeOf(resource: StoredResource): string | undefined {
  const type = valueAt(resource.properties, 'securityProfile', 'securityType')
  return typeof type === 'string' ? type : undefined
}
