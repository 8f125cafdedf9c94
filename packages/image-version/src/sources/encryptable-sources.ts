import type { ImageSourceType } from '../plan.ts'

// Azure encrypts versions created from virtual machines, disks, snapshots and managed images.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
const encryptable: Record<ImageSourceType, boolean> = {
  ManagedImage: true,
  DisksAndSnapshots: true,
  VirtualMachine: true,
  ImageVersion: false,
  StorageBlobs: false,
}

/** Whether a version created from the source can be encrypted with customer-managed keys. */
export function isEncryptableSource(type: ImageSourceType): boolean {
  return encryptable[type]
}
