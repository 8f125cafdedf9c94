import type { Inventory } from './inventory.ts'
import type { DiskKey, ImageSource } from './plan.ts'
import { sourceResourceById } from './sources/source-resources.ts'

/** A disk of the image to be: a column of the Encryption tab. */
export interface ImageDisk {
  key: DiskKey
  /** the source disk's name in Azure; '' if it is not known */
  name: string
  sizeInGB?: number
}

// Rules and pages ask for them many times at every edit, which leaves the source as it is.
const disksOfSource = new WeakMap<ImageSource, { inventory: Inventory; disks: ImageDisk[] }>()

/**
 * The disks of an image created from `source`: the OS disk, then the data disks by LUN. If nothing is chosen, or Azure
 * has no such source, only the OS disk, which every image has. The same list for the same source and inventory: it must
 * not be changed.
 * https://learn.microsoft.com/azure/virtual-machines/image-version
 */
export function imageDisks(source: ImageSource, inventory: Inventory): ImageDisk[] {
  const known = disksOfSource.get(source)
  if (known?.inventory === inventory) return known.disks
  const disks = disksOf(source, inventory)
  disksOfSource.set(source, { inventory, disks })
  return disks
}

function disksOf(source: ImageSource, inventory: Inventory): ImageDisk[] {
  switch (source.type) {
    case 'ManagedImage':
    case 'VirtualMachine':
    case 'ImageVersion': {
      const resource = sourceResourceById(inventory, source.id)
      if (resource === undefined || !('osDisk' in resource)) return [{ key: 'os', name: '' }]
      return inOrder([
        imageDisk('os', resource.osDisk),
        ...resource.dataDisks.map(({ lun, disk }) => imageDisk(lun, disk)),
      ])
    }
    case 'DisksAndSnapshots': {
      const fromId = (key: DiskKey, id: string): ImageDisk => {
        const resource = sourceResourceById(inventory, id)
        if (resource === undefined || !('disk' in resource)) return { key, name: '' }
        return imageDisk(key, { ...resource.disk, name: resource.name })
      }
      return inOrder([fromId('os', source.osDiskId), ...source.dataDisks.map(({ lun, id }) => fromId(lun, id))])
    }
    case 'StorageBlobs':
      return inOrder([
        { key: 'os', name: blobName(source.osDiskUri) },
        ...source.dataDisks.map(({ lun, uri }): ImageDisk => ({ key: lun, name: blobName(uri) })),
      ])
  }
}

/** Whether the disks of `source` are all known: it is chosen and exists in Azure. */
export function areImageDisksKnown(source: ImageSource, inventory: Inventory): boolean {
  switch (source.type) {
    case 'ManagedImage':
    case 'VirtualMachine':
    case 'ImageVersion': {
      const resource = sourceResourceById(inventory, source.id)
      return resource !== undefined && 'osDisk' in resource
    }
    case 'DisksAndSnapshots':
    case 'StorageBlobs':
      return true // the plan itself lists the LUNs
  }
}

function imageDisk(key: DiskKey, disk: { name: string; sizeInGB?: number | undefined }): ImageDisk {
  return disk.sizeInGB === undefined ? { key, name: disk.name } : { key, name: disk.name, sizeInGB: disk.sizeInGB }
}

/** OS disk first, LUNs ascending, each LUN once (a duplicate is the source rule's matter). */
function inOrder(disks: ImageDisk[]): ImageDisk[] {
  const order = (disk: ImageDisk) => (disk.key === 'os' ? -1 : disk.key)
  const first = new Map(disks.toReversed().map((disk) => [disk.key, disk]))
  return disks.filter((disk) => first.get(disk.key) === disk).toSorted((one, other) => order(one) - order(other))
}

function blobName(uri: string): string {
  return URL.canParse(uri) ? (new URL(uri).pathname.split('/').at(-1) ?? '') : ''
}
