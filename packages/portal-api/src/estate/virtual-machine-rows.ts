import { lun } from '@portal/image-version'
import * as z from 'zod/mini'
import { get } from '../endpoint.ts'
import { imageFilters, versionEncryption } from './resource-rows.ts'
import { estatePage, pageOf } from './row-pages.ts'

/** Whose key encrypts a disk; `unknown` if the user can't read the disk. */
export const diskEncryption = z.enum(['platform', 'customer', 'double', 'confidential', 'unknown'])
export type DiskEncryption = z.infer<typeof diskEncryption>

/** The same for all disks of a machine, or `mixed`; `unknown` if the user can't read all of them. */
export const machineEncryption = z.enum([...versionEncryption.options, 'unknown'])
export type MachineEncryption = z.infer<typeof machineEncryption>

/** A row of virtual machines. */
export const virtualMachineRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** short name of its region */
  location: z.string(),
  provisioningState: z.string(),
  /** `running`, `deallocated` …; absent if Resource Graph does not say */
  powerState: z.optional(z.string()),
  /** `Standard_D2s_v5`; '' if unknown */
  size: z.string(),
  /** ID of the image version, definition or managed image that it was created from */
  imageId: z.optional(z.string()),
  /** publisher, offer, and SKU of the Marketplace image that it was created from */
  marketplaceImage: z.optional(z.string()),
  encryption: machineEncryption,
  /** the OS disk, then the others by LUN */
  disks: z.array(
    z.strictObject({
      disk: z.union([z.literal('os'), lun]),
      encryption: diskEncryption,
      diskEncryptionSetId: z.optional(z.string()),
    }),
  ),
})
export type VirtualMachineRow = z.infer<typeof virtualMachineRow>

/** A page of virtual machines with the encryption of each disk. */
export const browseVirtualMachines = get(
  '/api/estate/virtual-machines',
  z.strictObject({
    ...estatePage,
    encryption: z.optional(machineEncryption),
    ...imageFilters,
    /** `gallery`: only machines from image versions */
    image: z.optional(z.literal('gallery')),
    sort: z.enum(['name', 'powerState', 'image', 'encryption', 'size', 'location', 'resourceGroup']),
  }),
  pageOf(virtualMachineRow),
)
