import type { ImageSourceType } from '../plan.ts'

// Azure encrypts versions made from virtual machines, disks, snapshots and managed images.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
const encryptable: Record<ImageSourceType, boolean> = {
  ManagedImage: true,
  DisksAndSnapshots: true,
  VirtualMachine: true,
  ImageVersion: false,
  StorageBlobs: false,
}

/** Whether a version made from such a source can be encrypted with the customer's keys. */
export function isEncryptableSource(type: ImageSourceType): boolean {
  return encryptable[type]
}
