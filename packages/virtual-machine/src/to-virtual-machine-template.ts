import {
  apiVersions,
  type DeploymentTemplate,
  deploymentTemplate,
  plainText,
  resourceIdCall,
  type TemplateResource,
} from '@portal/arm'
import { deploymentProgress } from '@portal/disk-encryption'
import type { ImageDefinition, PurchasePlan } from '@portal/gallery'
import * as z from 'zod/mini'
import { machineNetwork, type MachineNetwork } from './machine-network-resources.ts'
import { virtualMachineType } from './virtual-machine-id.ts'
import { virtualMachinePlan, type MachineDisk, type VirtualMachinePlan } from './virtual-machine-plan.ts'

/** What a machine takes over from the image definition. */
export type MachineDefinition = Pick<ImageDefinition, 'osState' | 'osType' | 'purchasePlan'>

/** The template's parameter for the password or the SSH public key. */
export const adminSecretParameter = 'adminSecret'

/**
 * The template that creates the machine with everything it needs. The secret is a secure parameter, which Azure does
 * not return; `plan` can be read in the deployment later, and contains no secret.
 * https://learn.microsoft.com/azure/templates/microsoft.compute/virtualmachines
 */
export function toVirtualMachineTemplate(plan: VirtualMachinePlan, definition: MachineDefinition): DeploymentTemplate {
  const network = machineNetwork(plan, definition.osType)
  const hasSecret = definition.osState === 'Generalized'
  return deploymentTemplate({
    parameters: {
      plan: { type: 'object', metadata: { description: 'What the portal was asked to make' } },
      ...(hasSecret && {
        [adminSecretParameter]: {
          type: 'securestring' as const,
          metadata: { description: 'Password or SSH public key of the administrator' },
        },
      }),
    },
    resources: [...network.resources, machineOf(plan, { definition, network })],
    outputs: {
      virtualMachineId: { type: 'string', value: `[${resourceIdCall(virtualMachineType, plan.name)}]` },
    },
  })
}

/** The resources that the deployment of a plan creates, in order of creation. */
export function machineResources(plan: VirtualMachinePlan): { type: string; name: string }[] {
  const { resources } = toVirtualMachineTemplate(plan, { osState: 'Specialized', osType: 'Linux' })
  return resources.map(({ type, name }) => ({ type, name }))
}

interface Around {
  definition: MachineDefinition
  network: MachineNetwork
}

function machineOf(plan: VirtualMachinePlan, { definition, network }: Around): TemplateResource {
  const tags = plan.tags.filter(({ name }) => name !== '')
  const securityProfile = securityProfileOf(plan)
  return {
    type: virtualMachineType,
    apiVersion: apiVersions.virtualMachinesInTemplates.version,
    name: plan.name,
    location: plan.location,
    ...(tags.length > 0 && {
      tags: Object.fromEntries(tags.map(({ name, value }) => [plainText(name), plainText(value)])),
    }),
    dependsOn: [network.interfaceId],
    ...(definition.purchasePlan && { plan: sentPlan(definition.purchasePlan) }),
    properties: {
      hardwareProfile: { vmSize: plan.size },
      storageProfile: {
        imageReference: { id: plan.imageVersionId },
        osDisk: { createOption: 'FromImage', managedDisk: { ...managedDisk(plan.osDisk), ...confidentialDisk(plan) } },
        dataDisks: plan.dataDisks.map(({ lun, ...disk }) => ({
          lun,
          createOption: 'FromImage',
          managedDisk: managedDisk(disk),
        })),
      },
      ...(definition.osState === 'Generalized' && {
        osProfile: osProfile(plan, definition.osType, `[parameters('${adminSecretParameter}')]`),
      }),
      ...(Object.keys(securityProfile).length > 0 && { securityProfile }),
      networkProfile: { networkInterfaces: [{ id: network.interfaceId }] },
    },
  }
}

// Azure compares it with the definition's. https://learn.microsoft.com/azure/virtual-machines/marketplace-images
function sentPlan({ publisher, product, name }: PurchasePlan): PurchasePlan {
  return { publisher: plainText(publisher), product: plainText(product), name: plainText(name) }
}

// Nothing is sent for the platform-managed key: it is Azure's default.
function managedDisk({ storageAccountType, diskEncryptionSetId: id }: MachineDisk): object {
  return { storageAccountType, ...(id !== '' && { diskEncryptionSet: { id } }) }
}

// https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery
function confidentialDisk(plan: VirtualMachinePlan): object {
  const { securityType, securityEncryptionType, secureVMDiskEncryptionSetId: id } = plan
  if (securityType !== 'ConfidentialVM' || securityEncryptionType === null) return {}
  const hasSet = securityEncryptionType === 'DiskWithVMGuestState' && id !== ''
  return { securityProfile: { securityEncryptionType, ...(hasSet && { diskEncryptionSet: { id } }) } }
}

function securityProfileOf({ securityType, secureBoot, vTpm, encryptionAtHost }: VirtualMachinePlan): object {
  const isConfidential = securityType === 'ConfidentialVM'
  const isSecured = isConfidential || securityType === 'TrustedLaunch'
  // A confidential machine is not without a vTPM.
  const uefiSettings = { secureBootEnabled: secureBoot, vTpmEnabled: vTpm || isConfidential }
  return { ...(isSecured && { securityType, uefiSettings }), ...(encryptionAtHost && { encryptionAtHost }) }
}

/**
 * How a machine from a generalized image is set up at its first start; `adminSecret` is the expression for the password
 * or the key. https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#osprofile
 */
function osProfile(
  { name, adminUsername, authenticationType }: VirtualMachinePlan,
  osType: ImageDefinition['osType'],
  adminSecret: string,
): object {
  const profile = { computerName: name, adminUsername }
  if (osType === 'Windows' || authenticationType === 'Password') return { ...profile, adminPassword: adminSecret }
  const path = `/home/${adminUsername}/.ssh/authorized_keys`
  return {
    ...profile,
    linuxConfiguration: {
      disablePasswordAuthentication: true,
      ssh: { publicKeys: [{ path, keyData: adminSecret }] },
    },
  }
}

/** Azure's facts about the deployment that creates a machine. */
export const virtualMachineDeployment = z.strictObject({
  plan: virtualMachinePlan,
  ...deploymentProgress,
  /** its duration, or the duration so far */
  milliseconds: z.number(),
})
export type VirtualMachineDeployment = z.infer<typeof virtualMachineDeployment>
