import { issue, lun, revocation } from '@portal/image-version'
import {
  securityEncryptionType,
  virtualMachineDeployment,
  virtualMachineInventory,
  virtualMachineRequest,
} from '@portal/virtual-machine'
import * as z from 'zod/mini'
import { get, put, del, nothing, ask } from './endpoint.ts'
import { resourceChanges } from './resource-changes.ts'

/**
 * The available parts of a machine from an image version. A subscription '' is that of the image, and a region '' the
 * first one that has the image.
 */
export const getVirtualMachineInventory = get(
  '/api/virtual-machine-inventory',
  z.strictObject({ imageVersionId: z.string(), subscriptionId: z.string(), location: z.string() }),
  virtualMachineInventory,
)

// Azure's own identifiers, which have no slash.
const marketplaceId = z.string().check(z.maxLength(128), z.regex(/^[A-Za-z0-9][\w.-]*$/))

/**
 * Accepts the terms of a purchase plan, once for the subscription: nothing is sent if they are accepted already. 422
 * `PlanRejected` if the license is another than the one that the user has seen.
 */
export const acceptPurchaseTerms = put(
  '/api/purchase-terms',
  z.strictObject({
    subscriptionId: z.string(),
    publisherId: marketplaceId,
    /** the plan's product */
    offerId: marketplaceId,
    /** the plan's name */
    planId: marketplaceId,
    /** the address of the license that the user was shown */
    licenseSeen: z.optional(z.string().check(z.maxLength(2048))),
  }),
  nothing,
)
export type AcceptedTerms = z.infer<typeof acceptPurchaseTerms.request>

/** What Azure would create, change and leave: ARM's what-if. A POST for its body; it changes nothing. */
export const previewVirtualMachine = ask(
  '/api/virtual-machine-previews',
  virtualMachineRequest,
  z.strictObject({
    /** the user's missing permissions; if there are any, nothing else was checked */
    missingActions: z.array(z.string()),
    /** undefined if Azure can't know beforehand: the resource group is new */
    changes: z.optional(resourceChanges),
  }),
)
export type VirtualMachinePreview = z.infer<typeof previewVirtualMachine.response>

/**
 * Starts the deployment that creates the machine, or finds it running; the response has the machine's ID. 422
 * `PlanRejected` with the same issues as on the tabs.
 */
export const createVirtualMachine = put(
  '/api/virtual-machines',
  virtualMachineRequest,
  z.strictObject({ id: z.string() }),
)

const machineDisk = z.strictObject({
  disk: z.union([z.literal('os'), lun]),
  name: z.string(),
  sizeInGB: z.optional(z.number()),
  storageAccountType: z.optional(z.string()),
  /** '' for the platform's key */
  diskEncryptionSetId: z.string(),
  /** encrypted inside the machine, which no key of a set does */
  usesAzureDiskEncryption: z.boolean(),
})

/** A virtual machine as Azure has it now. */
export const virtualMachine = z.strictObject({
  location: z.string(),
  provisioningState: z.string(),
  /** `running`, `deallocated` … */
  powerState: z.optional(z.string()),
  size: z.string(),
  imageVersionId: z.optional(z.string()),
  /** its image version, if that is revoked and can be read */
  revokedImage: z.optional(z.strictObject({ id: z.string(), revocation })),
  osType: z.optional(z.enum(['Linux', 'Windows'])),
  securityType: z.optional(z.string()),
  encryptionAtHost: z.boolean(),
  /** OS disk first, then by LUN */
  disks: z.array(machineDisk),
  /** of a confidential machine's OS disk */
  confidential: z.optional(z.strictObject({ securityEncryptionType, diskEncryptionSetId: z.optional(z.string()) })),
  tags: z.record(z.string(), z.string()),
})
export type VirtualMachine = z.infer<typeof virtualMachine>

/** A machine, and the portal's deployment that creates or created it; at least one of them exists. */
export const getVirtualMachine = get(
  '/api/virtual-machine',
  z.strictObject({ id: z.string() }),
  z.strictObject({
    id: z.string(),
    name: z.string(),
    machine: z.optional(virtualMachine),
    deployment: z.optional(virtualMachineDeployment),
  }),
)
export type VirtualMachineState = z.infer<typeof getVirtualMachine.response>

/** What is deleted with a test machine: its resource group, if it has nothing else. */
export const getTestMachine = get(
  '/api/test-machine',
  z.strictObject({ id: z.string() }),
  z.strictObject({
    resourceGroup: z.string(),
    resources: z.array(z.strictObject({ type: z.string(), name: z.string() })),
    /** why it can't be deleted */
    issues: z.array(issue),
    /** the user's missing permissions */
    missingActions: z.array(z.string()),
  }),
)
export type TestMachine = z.infer<typeof getTestMachine.response>

/**
 * Deletes a test machine with its resource group and everything that was created with it. 422 `PlanRejected` unless the
 * group has the tag of test machines and nothing else in it.
 */
export const deleteTestMachine = del('/api/test-machine', z.strictObject({ id: z.string() }), nothing)
