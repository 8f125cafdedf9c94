import * as z from 'zod/mini'
import { softDeletePolicy } from './soft-delete-policy.ts'
import { compareVersionNames } from './version-numbers.ts'

export const osType = z.enum(['Linux', 'Windows'])
export const osState = z.enum(['Generalized', 'Specialized'])
export const hyperVGeneration = z.enum(['V1', 'V2'])
export const architecture = z.enum(['x64', 'Arm64'])

/** Values of the definition's `SecurityType` feature; no feature means Standard. */
export const securityType = z.enum([
  'Standard',
  'TrustedLaunch',
  'TrustedLaunchSupported',
  'TrustedLaunchAndConfidentialVmSupported',
  'ConfidentialVM',
  'ConfidentialVMSupported',
])
export type SecurityType = z.infer<typeof securityType>

/** Values of the definition's `DiskControllerTypes` feature, in the order that Azure stores. */
export const diskControllerTypes = z.enum(['SCSI', 'SCSI, NVMe'])
export type DiskControllerTypes = z.infer<typeof diskControllerTypes>

/** What an image from Azure Marketplace is billed by; machines from it name the same. */
export const purchasePlan = z.strictObject({ publisher: z.string(), product: z.string(), name: z.string() })
export type PurchasePlan = z.infer<typeof purchasePlan>

/**
 * What an operating system supports, as a disk and a definition state it; each is absent if unstated.
 * https://learn.microsoft.com/rest/api/compute/disks/create-or-update#supportedcapabilities
 */
export const capabilities = {
  diskControllerTypes: z.optional(diskControllerTypes),
  isAcceleratedNetworkSupported: z.optional(z.boolean()),
  isHibernateSupported: z.optional(z.boolean()),
  purchasePlan: z.optional(purchasePlan),
}

export const gallery = z.strictObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  /** how the gallery is shared; encrypted versions are allowed in private ones only */
  sharing: z.enum(['Private', 'Groups', 'Community']),
  /** absent if it never had one */
  softDeletePolicy: z.optional(softDeletePolicy),
})
export type Gallery = z.infer<typeof gallery>

export const imageDefinition = z.strictObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  osType,
  osState,
  hyperVGeneration,
  architecture,
  securityType,
  ...capabilities,
  /** the first version with these disk controllers; absent if all have them */
  diskControllersStartAt: z.optional(z.string()),
  publisher: z.string(),
  offer: z.string(),
  sku: z.string(),
})
export type ImageDefinition = z.infer<typeof imageDefinition>

/** `northwind / hardened-linux / gen2`: publisher, product and name. */
export function purchasePlanLabel({ publisher, product, name }: PurchasePlan): string {
  return [publisher, product, name].join(' / ')
}

/**
 * The disk controllers that a version (`1.2.3`) of the definition supports; undefined if the definition states none for
 * it, which Azure treats as SCSI. Changed controllers apply from a version on.
 * https://github.com/Azure/azure-cli/issues/33172
 */
export function diskControllersOf(
  { diskControllerTypes, diskControllersStartAt: start }: ImageDefinition,
  version: string,
): DiskControllerTypes | undefined {
  return start !== undefined && compareVersionNames(version, start) < 0 ? undefined : diskControllerTypes
}
