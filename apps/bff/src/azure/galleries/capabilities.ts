import type { DiskControllerTypes, PurchasePlan } from '@portal/gallery'
import * as z from 'zod/mini'

// What disks, snapshots, machines and image definitions say about the operating system on them.

export const architecture = z.nullish(z.enum(['x64', 'Arm64']))

const part = z.nullish(z.string())
export const purchasePlan = z.nullish(z.object({ publisher: part, product: part, name: part }))

/**
 * The purchase plan in the portal's format; undefined if there is none.
 * https://learn.microsoft.com/azure/virtual-machines/marketplace-images
 */
export function planFacts(plan: z.output<typeof purchasePlan>): PurchasePlan | undefined {
  const { publisher, product, name } = plan ?? {}
  return publisher && product && name ? { publisher, product, name } : undefined
}

/**
 * The disk controllers in Azure's own order, whatever order and spacing it answers; undefined if it names none.
 * https://learn.microsoft.com/azure/virtual-machines/enable-nvme-remote-faqs
 */
export function controllersOf(value: string | null | undefined): DiskControllerTypes | undefined {
  if (!value) return undefined
  return /nvme/i.test(value) ? 'SCSI, NVMe' : 'SCSI'
}
