import {
  InvalidResourceId,
  parentResourceId,
  parseResourceId,
  regionName,
  resourceType,
  sameResourceId,
  tryParseResourceId,
  type ResourceId,
} from '@portal/arm'
import { diskControllersOf, type ImageDefinition, type PurchasePlan } from '@portal/gallery'
import { type ArmStoredTargetRegion, confidentialSetOf, revocationOf, type SourceResource } from '@portal/image-version'
import * as z from 'zod/mini'
import { ArmRefusal } from '../arm/arm-reply.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf, answered, unlessHidden } from '../arm/sdk-answers.ts'
import { defined, trackedResource } from '../arm/wire-facts.ts'
import { getImageDefinition } from '../galleries/image-definitions.ts'
import { readImageVersion } from '../galleries/image-version-wire.ts'
import { armDisk, toDiskSource } from './disk-sources.ts'
import { armManagedImage, osDiskIdOf, toManagedImageSource } from './managed-image-source.ts'
import { armVirtualMachine, toVirtualMachineSource } from './virtual-machine-source.ts'

const armStorageAccount = z.object(trackedResource)
const storageAccounts = 'Microsoft.Storage/storageAccounts'

/** Managed images, disks, snapshots, virtual machines and storage accounts of a subscription, by name. */
export async function listSourceResources(azure: Azure, subscriptionId: string): Promise<SourceResource[]> {
  const compute = azure.compute(subscriptionId)
  const [images, ...lists] = await Promise.all([
    allOf(armManagedImage, compute.images.list()),
    allOf(armDisk, compute.disks.list()).then((disks) => disks.map((disk) => toDiskSource('Disk', disk))),
    allOf(armDisk, compute.snapshots.list()).then((snapshots) =>
      snapshots.map((disk) => toDiskSource('Snapshot', disk)),
    ),
    allOf(armVirtualMachine, compute.virtualMachines.listAll()).then((machines) =>
      machines.map((machine) => toVirtualMachineSource(machine)),
    ),
    listStorageAccounts(azure, subscriptionId),
  ])
  const others: SourceResource[] = lists.flat()
  const planOf = (image: z.output<typeof armManagedImage>) =>
    others.find(({ id }) => sameResourceId(id, osDiskIdOf(image) ?? ''))?.purchasePlan
  const ofImages = images.map((image) => toManagedImageSource(image, planOf(image)))
  return [...ofImages, ...others].sort((one, other) => one.name.localeCompare(other.name))
}

/**
 * One source by its ID. Throws `InvalidResourceId` if the ID is not one of a possible source, `ArmRefusal` 404 if Azure
 * has no such source.
 */
export async function getSourceResource(azure: Azure, id: string): Promise<SourceResource> {
  const parsed = parseResourceId(id)
  const compute = azure.compute(parsed.subscriptionId)
  const group = parsed.resourceGroupName
  const name = parsed.names[0] ?? ''
  switch (resourceType(parsed).toLowerCase()) {
    case 'microsoft.compute/images': {
      const image = await answered(armManagedImage, compute.images.get(group, name))
      return toManagedImageSource(image, await purchasePlanOfSource(azure, osDiskIdOf(image)))
    }
    case 'microsoft.compute/disks':
      return toDiskSource('Disk', await answered(armDisk, compute.disks.get(group, name)))
    case 'microsoft.compute/snapshots':
      return toDiskSource('Snapshot', await answered(armDisk, compute.snapshots.get(group, name)))
    case 'microsoft.compute/virtualmachines':
      return getVirtualMachineSource(azure, parsed)
    case 'microsoft.compute/galleries/images/versions':
      return getImageVersionSource(azure, parsed)
    case 'microsoft.storage/storageaccounts':
      return getStorageAccount(azure, parsed.subscriptionId, id)
    default:
      throw new InvalidResourceId(id, `image versions are not made from a ${resourceType(parsed)}`)
  }
}

/** With what its OS disk says about the system, as far as the user can see the disk. */
async function getVirtualMachineSource(azure: Azure, id: ResourceId): Promise<SourceResource> {
  const { virtualMachines } = azure.compute(id.subscriptionId)
  const machine = await answered(
    armVirtualMachine,
    virtualMachines.get(id.resourceGroupName, id.names[0] ?? '', { expand: 'instanceView' }),
  )
  const disk = tryParseResourceId(machine.storageProfile.osDisk.managedDisk?.id ?? '')
  if (disk === undefined) return toVirtualMachineSource(machine)
  const { disks } = azure.compute(disk.subscriptionId)
  const osDisk = answered(armDisk, disks.get(disk.resourceGroupName, disk.names[0] ?? ''))
  return toVirtualMachineSource(machine, await unlessHidden(osDisk))
}

const systemSource = /\/providers\/Microsoft\.Compute\/(?:disks|images|snapshots|virtualMachines)\/[^/]+$/i

/** The purchase plan of what an image was created from, if that is still there. */
export async function purchasePlanOfSource(azure: Azure, id: string | undefined): Promise<PurchasePlan | undefined> {
  if (id === undefined || !systemSource.test(id)) return undefined
  return (await unlessHidden(getSourceResource(azure, id)))?.purchasePlan
}

async function getImageVersionSource(azure: Azure, id: ResourceId): Promise<SourceResource> {
  const definitionId = parentResourceId(id) ?? id
  const [{ wire }, definition] = await Promise.all([
    readImageVersion(azure, id),
    getImageDefinition(azure, definitionId),
  ])
  const { storageProfile, publishingProfile, provisioningState } = wire.properties
  const { source, osDiskImage, dataDiskImages } = storageProfile
  // A version keeps the plan of its source, which Azure shows in neither.
  const sourceId = osDiskImage?.source?.id ?? source?.id ?? source?.virtualMachineId
  const purchasePlan = definition.purchasePlan ?? (await purchasePlanOfSource(azure, sourceId))
  return {
    type: 'ImageVersion',
    id: wire.id,
    name: `${definition.name}/${wire.name}`,
    location: regionName(wire.location),
    provisioningState,
    osType: definition.osType,
    hyperVGeneration: definition.hyperVGeneration,
    osState: definition.osState,
    architecture: definition.architecture,
    ...capabilitiesFor(wire.name, { ...definition, ...defined({ purchasePlan }) }),
    usesCustomerKeys: publishingProfile.targetRegions.some(hasCustomerKey),
    ...defined({ revocation: revocationOf(wire) }),
    osDisk: { name: definition.name, ...(osDiskImage?.sizeInGB !== undefined && { sizeInGB: osDiskImage.sizeInGB }) },
    dataDisks: (dataDiskImages ?? []).map(({ lun, sizeInGB }) => ({
      lun,
      disk: { name: definition.name, ...(sizeInGB !== undefined && { sizeInGB }) },
    })),
  }
}

/** What the definition says about that version of it: disk controllers can apply to later versions only. */
function capabilitiesFor(version: string, definition: ImageDefinition) {
  const { isAcceleratedNetworkSupported, isHibernateSupported, purchasePlan } = definition
  return defined({
    diskControllerTypes: diskControllersOf(definition, version),
    isAcceleratedNetworkSupported,
    isHibernateSupported,
    purchasePlan,
  })
}

/** On a disk, or on the guest state of a confidential machine. */
function hasCustomerKey({ encryption }: ArmStoredTargetRegion): boolean {
  const { osDiskImage, dataDiskImages = [] } = encryption ?? {}
  const sets = [
    osDiskImage?.diskEncryptionSetId,
    osDiskImage?.securityProfile?.secureVMDiskEncryptionSetId,
    ...dataDiskImages.map((image) => confidentialSetOf(image) ?? image.diskEncryptionSetId),
  ]
  return sets.some((set) => set !== undefined)
}

async function listStorageAccounts(azure: Azure, subscriptionId: string): Promise<SourceResource[]> {
  const list = azure.resources(subscriptionId).resources.list({ filter: `resourceType eq '${storageAccounts}'` })
  const accounts = await allOf(armStorageAccount, list)
  return accounts.map(({ id, name, location, provisioningState }) => ({
    type: 'StorageAccount',
    id,
    name,
    location: regionName(location),
    // ARM's generic list names only what exists, and leaves the state out
    provisioningState: provisioningState ?? 'Succeeded',
  }))
}

async function getStorageAccount(azure: Azure, subscriptionId: string, id: string): Promise<SourceResource> {
  const accounts = await listStorageAccounts(azure, subscriptionId)
  const found = accounts.find((account) => sameResourceId(account.id, id))
  if (found !== undefined) return found
  throw new ArmRefusal(404, {
    code: 'ResourceNotFound',
    message: 'The subscription has no such storage account, or it is hidden from the user.',
  })
}
