import {
  childResourceId,
  parseMachineId,
  regionName,
  type ResourceId,
  resourceNameOf,
  resourceType,
  tryParseResourceId,
} from '@portal/arm'
import { isImageVersionId, revocationOf } from '@portal/image-version'
import type { VirtualMachine, VirtualMachineState } from '@portal/portal-api'
import { securityEncryptionType, type VirtualMachineDeployment } from '@portal/virtual-machine'
import * as z from 'zod/mini'
import { isOfAzure } from '../arm/arm-reply.ts'
import type { Azure } from '../arm/clients.ts'
import { answered, ifThere, unlessHidden } from '../arm/sdk-answers.ts'
import { defined, osType, subResource } from '../arm/wire-facts.ts'
import { readStoredVersion } from '../galleries/stored-version.ts'
import { getMachineDeployment } from './virtual-machine-deployments.ts'

const managedDisk = z.object({
  id: z.nullish(z.string()),
  storageAccountType: z.nullish(z.string()),
  diskEncryptionSet: subResource,
  securityProfile: z.nullish(
    z.object({ securityEncryptionType: z.nullish(securityEncryptionType), diskEncryptionSet: subResource }),
  ),
})
const machineDisk = {
  name: z.nullish(z.string()),
  diskSizeGB: z.nullish(z.number()),
  managedDisk: z.nullish(managedDisk),
  encryptionSettings: z.nullish(z.object({ enabled: z.nullish(z.boolean()) })),
}
const armMachine = z.object({
  location: z.string(),
  provisioningState: z.nullish(z.string()),
  timeCreated: z.nullish(z.date()),
  hardwareProfile: z.nullish(z.object({ vmSize: z.nullish(z.string()) })),
  securityProfile: z.nullish(
    z.object({ securityType: z.nullish(z.string()), encryptionAtHost: z.nullish(z.boolean()) }),
  ),
  instanceView: z.nullish(z.object({ statuses: z.nullish(z.array(z.object({ code: z.nullish(z.string()) }))) })),
  storageProfile: z.object({
    imageReference: z.nullish(z.object({ id: z.nullish(z.string()), exactVersion: z.nullish(z.string()) })),
    osDisk: z.object({ ...machineDisk, osType }),
    dataDisks: z.nullish(z.array(z.object({ ...machineDisk, lun: z.number() }))),
  }),
  tags: z.nullish(z.record(z.string(), z.string())),
})
type ArmMachine = z.output<typeof armMachine>
type ArmMachineDisk = z.output<z.ZodMiniObject<typeof machineDisk>>

/** A machine, and the deployment that creates or created it. Throws ARM's 404 if there is neither. */
export async function getVirtualMachine(azure: Azure, id: string): Promise<VirtualMachineState> {
  const parsed = parseMachineId(id)
  const deployment = await unlessHidden(getMachineDeployment(azure, parsed))
  const isThere = deployment === undefined || deployment.state === 'Succeeded'
  const stored = await (isThere ? readMachine(azure, parsed) : ifThere(readMachine(azure, parsed)))
  const machine = stored && (await toVirtualMachine(azure, stored))
  return {
    id,
    name: resourceNameOf(parsed),
    ...defined({ machine, deployment: isOfMachine(deployment, stored) ? deployment : undefined }),
  }
}

// A machine that was created after the deployment ended is another machine with the same name.
function isOfMachine(deployment: VirtualMachineDeployment | undefined, machine: ArmMachine | undefined): boolean {
  const madeAt = machine?.timeCreated?.getTime() ?? 0
  return deployment?.state === 'Running' || madeAt <= Date.parse(deployment?.timestamp ?? '')
}

function readMachine(azure: Azure, { subscriptionId, resourceGroupName, names }: ResourceId): Promise<ArmMachine> {
  const { virtualMachines } = azure.compute(subscriptionId)
  return answered(armMachine, virtualMachines.get(resourceGroupName, names[0] ?? '', { expand: 'instanceView' }))
}

async function toVirtualMachine(azure: Azure, machine: ArmMachine): Promise<VirtualMachine> {
  const { osDisk, dataDisks, imageReference } = machine.storageProfile
  const power = machine.instanceView?.statuses?.find(({ code }) => code?.startsWith('PowerState/'))?.code
  const [revokedImage, ...disks] = await Promise.all([
    revokedImageOf(azure, imageReference),
    toMachineDisk(azure, 'os', osDisk),
    ...(dataDisks ?? []).map((disk) => toMachineDisk(azure, disk.lun, disk)),
  ])
  return {
    location: regionName(machine.location),
    provisioningState: machine.provisioningState ?? '',
    size: machine.hardwareProfile?.vmSize ?? '',
    encryptionAtHost: machine.securityProfile?.encryptionAtHost ?? false,
    disks,
    tags: machine.tags ?? {},
    ...defined({
      powerState: power?.slice('PowerState/'.length),
      imageVersionId: imageReference?.id,
      revokedImage,
      osType: osDisk.osType,
      securityType: machine.securityProfile?.securityType,
      confidential: confidentialOf(osDisk),
    }),
  }
}

// The machine runs on, whatever its version is: of one that can't be read, nothing is said.
async function revokedImageOf(
  azure: Azure,
  reference: ArmMachine['storageProfile']['imageReference'],
): Promise<VirtualMachine['revokedImage']> {
  const { id, exactVersion } = reference ?? {}
  const parsed = tryParseResourceId(id ?? '')
  const version =
    parsed && exactVersion && isImageDefinition(parsed) ? childResourceId(parsed, 'versions', exactVersion) : parsed
  if (version === undefined || !isImageVersionId(version)) return undefined
  const stored = await readStoredVersion(azure, version).catch((error: unknown) => {
    if (isOfAzure(error)) return undefined
    throw error
  })
  const revocation = stored && revocationOf(stored)
  return stored && revocation && { id: stored.id, revocation }
}

function isImageDefinition(id: ResourceId): boolean {
  return resourceType(id).toLowerCase() === 'microsoft.compute/galleries/images'
}

function confidentialOf({ managedDisk: disk }: ArmMachineDisk): VirtualMachine['confidential'] {
  const type = disk?.securityProfile?.securityEncryptionType
  if (!type) return undefined
  return {
    securityEncryptionType: type,
    ...defined({ diskEncryptionSetId: disk.securityProfile?.diskEncryptionSet?.id }),
  }
}

const armDisk = z.object({
  diskSizeGB: z.nullish(z.number()),
  sku: z.nullish(z.object({ name: z.nullish(z.string()) })),
  encryption: z.nullish(z.object({ diskEncryptionSetId: z.nullish(z.string()) })),
  encryptionSettingsCollection: z.nullish(z.object({ enabled: z.nullish(z.boolean()) })),
})

// The disk itself says what Azure applied; if the user has no permission to read it, the machine says it.
async function toMachineDisk(
  azure: Azure,
  disk: 'os' | number,
  inMachine: ArmMachineDisk,
): Promise<VirtualMachine['disks'][number]> {
  const id = tryParseResourceId(inMachine.managedDisk?.id ?? '')
  const stored = id && (await unlessHidden(readDisk(azure, id)))
  const inStorage = stored ? stored.encryption?.diskEncryptionSetId : inMachine.managedDisk?.diskEncryptionSet?.id
  return {
    disk,
    name: inMachine.name ?? (id ? resourceNameOf(id) : ''),
    ...defined({
      sizeInGB: stored?.diskSizeGB ?? inMachine.diskSizeGB,
      storageAccountType: stored?.sku?.name ?? inMachine.managedDisk?.storageAccountType,
    }),
    diskEncryptionSetId: inStorage ?? '',
    // A disk has this fact since version 2 of Azure Disk Encryption; with version 1, the machine has it for its OS
    // disk.
    usesAzureDiskEncryption:
      stored?.encryptionSettingsCollection?.enabled === true || inMachine.encryptionSettings?.enabled === true,
  }
}

function readDisk(azure: Azure, { subscriptionId, resourceGroupName, names }: ResourceId) {
  return answered(armDisk, azure.compute(subscriptionId).disks.get(resourceGroupName, names[0] ?? ''))
}
