import { imageVersionPlan, lun } from '@portal/image-version'
import * as z from 'zod/mini'
import { _default as defaulted } from 'zod/mini'

// A machine to be created from an image version. As in the plan of a version, blank ('' or null) means *not chosen
// yet*. The password or SSH key is not part of it: a plan is stored in drafts and can be read in the deployment.

const text = (maxLength: number) => z.string().check(z.maxLength(maxLength))
const resourceId = text(1024)

/**
 * What an OS disk, and the data disks of an image, can be stored on.
 * https://learn.microsoft.com/azure/virtual-machines/disks-types
 */
export const machineDiskType = z.enum(['Standard_LRS', 'StandardSSD_LRS', 'Premium_LRS'])
export type MachineDiskType = z.infer<typeof machineDiskType>

const disk = {
  storageAccountType: machineDiskType,
  /** '' for platform-managed keys, if the image has no customer-managed key for the disk */
  diskEncryptionSetId: resourceId,
}
export type MachineDisk = z.infer<z.ZodMiniObject<typeof disk>>

const machineSecurityType = z.enum(['Standard', 'TrustedLaunch', 'ConfidentialVM'])
export type MachineSecurityType = z.infer<typeof machineSecurityType>

/**
 * What is encrypted of a confidential OS disk besides the guest state.
 * https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#securityencryptiontypes
 */
export const securityEncryptionType = z.enum(['VMGuestStateOnly', 'DiskWithVMGuestState', 'NonPersistedTPM'])
export type SecurityEncryptionType = z.infer<typeof securityEncryptionType>

export const virtualMachinePlan = z.strictObject({
  imageVersionId: resourceId,
  subscriptionId: text(36),
  resourceGroup: z.strictObject({ isNew: z.boolean(), name: text(90) }),
  name: text(80),
  /** short name */
  location: text(64),
  size: text(64),
  securityType: z.nullable(machineSecurityType),
  secureBoot: z.boolean(),
  vTpm: z.boolean(),
  /** with the next, for generalized images only */
  adminUsername: text(80),
  authenticationType: z.enum(['SshPublicKey', 'Password']),
  encryptionAtHost: z.boolean(),
  osDisk: z.strictObject(disk),
  dataDisks: z.array(z.strictObject({ lun, ...disk })).check(z.maxLength(64)),
  /** with the next, for confidential machines only */
  securityEncryptionType: z.nullable(securityEncryptionType),
  secureVMDiskEncryptionSetId: resourceId,
  network: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('New'),
      virtualNetworkName: text(80),
      addressPrefix: text(18),
      subnetName: text(80),
      subnetAddressPrefix: text(18),
      /** false: a private subnet, Azure's default; the plans of older portals don't have it */
      defaultOutboundAccess: defaulted(z.boolean(), false),
    }),
    z.strictObject({ type: z.literal('Existing'), subnetId: resourceId }),
  ]),
  publicIpAddress: z.boolean(),
  /** the port of SSH or RDP is open to the internet */
  inboundManagement: z.boolean(),
  tags: imageVersionPlan.shape.tags,
})
export type VirtualMachinePlan = z.infer<typeof virtualMachinePlan>

/**
 * The request to create a machine: the password or the SSH public key is next to the plan; '' for specialized images.
 */
export const virtualMachineRequest = z.strictObject({ plan: virtualMachinePlan, adminSecret: text(16_384) })
export type VirtualMachineRequest = z.infer<typeof virtualMachineRequest>

/** A plan with nothing chosen but the image version. */
export function blankVirtualMachinePlan(imageVersionId: string): VirtualMachinePlan {
  return {
    imageVersionId,
    subscriptionId: '',
    resourceGroup: { isNew: false, name: '' },
    name: '',
    location: '',
    size: '',
    securityType: null,
    secureBoot: true,
    vTpm: true,
    adminUsername: 'azureuser',
    authenticationType: 'SshPublicKey',
    encryptionAtHost: false,
    osDisk: blankMachineDisk,
    dataDisks: [],
    securityEncryptionType: null,
    secureVMDiskEncryptionSetId: '',
    network: {
      type: 'New',
      virtualNetworkName: '',
      addressPrefix: '10.0.0.0/16',
      subnetName: 'default',
      subnetAddressPrefix: '10.0.0.0/24',
      defaultOutboundAccess: false,
    },
    publicIpAddress: false,
    inboundManagement: false,
    tags: [],
  }
}

/** A disk with nothing chosen. */
export const blankMachineDisk: MachineDisk = { storageAccountType: 'Premium_LRS', diskEncryptionSetId: '' }
