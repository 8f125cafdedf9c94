import { parentResourceId, parseVersionId, type ResourceId } from '@portal/arm'
import type { ImageVersion, StoredTargetRegion } from '@portal/portal-api'
import type { MachineImage, VirtualMachineInventory } from '@portal/virtual-machine'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { allOf, unlessHidden } from '../arm/sdk-answers.ts'
import { defined } from '../arm/wire-facts.ts'
import { listDiskEncryptionSets } from '../disk-encryption-sets/disk-encryption-sets.ts'
import { getImageDefinition } from '../galleries/image-definitions.ts'
import { getImageVersion } from '../image-versions/image-versions.ts'
import { purchasePlanOfSource } from '../sources/sources.ts'
import { getPurchaseTerms } from '../subscriptions/purchase-terms.ts'
import { isFeatureRegistered } from '../subscriptions/registrations.ts'
import { listResourceGroups } from '../subscriptions/resource-groups.ts'
import { parseSubscriptionId } from '../subscriptions/subscription-id.ts'
import { listMachineSizes } from './machine-sizes.ts'
import { listVirtualNetworks } from './virtual-networks.ts'

/** While not chosen, `subscriptionId` is '' for the image's own, and `location` for the first region that has it. */
interface Asked {
  imageVersionId: string
  subscriptionId: string
  location: string
}

/** The available parts of a machine from an image version, as the caller sees them now. Hidden lists are empty. */
export async function virtualMachineInventory(azure: Azure, asked: Asked): Promise<VirtualMachineInventory> {
  const versionId = parseVersionId(asked.imageVersionId)
  const subscriptionId = parseSubscriptionId(asked.subscriptionId || versionId.subscriptionId)
  const reading = getImageVersion(azure, versionId)
  const [version, { imageDefinition, purchaseTerms }, ofSubscription, sizes] = await Promise.all([
    reading,
    definitionAndTerms(azure, parentResourceId(versionId) ?? versionId, subscriptionId),
    inSubscription(azure, subscriptionId),
    sizesIn(azure, subscriptionId, asked.location || reading.then(firstRegionOf)),
  ])
  const [sourceId] = version.sourceIds
  const hasPlan = imageDefinition.purchasePlan !== undefined
  const sourcePlan = hasPlan ? undefined : await purchasePlanOfSource(azure, sourceId)
  return {
    now: azure.now(),
    imageDefinition,
    image: { ...toMachineImage(version), ...defined({ sourcePlan }) },
    regions: version.targetRegions.map(({ name, displayName }) => ({ name, displayName })),
    ...ofSubscription,
    sizes: sizes ?? [],
    ...defined({ purchaseTerms }),
  }
}

function firstRegionOf(version: ImageVersion): string {
  return version.targetRegions.find((region) => isReplicated(region, version))?.name ?? ''
}

async function sizesIn(azure: Azure, subscriptionId: string, location: string | Promise<string>) {
  const name = await location
  return /^[a-z0-9]+$/.test(name) ? unlessHidden(listMachineSizes(azure, subscriptionId, name)) : []
}

async function definitionAndTerms(azure: Azure, definitionId: ResourceId, subscriptionId: string) {
  const imageDefinition = await getImageDefinition(azure, definitionId)
  const { purchasePlan } = imageDefinition
  const purchaseTerms = purchasePlan && (await getPurchaseTerms(azure, subscriptionId, purchasePlan))
  return { imageDefinition, purchaseTerms }
}

async function inSubscription(azure: Azure, subscriptionId: string) {
  const [diskEncryptionSets, resourceGroups, virtualNetworks, machines, hasEncryptionAtHost] = await Promise.all([
    unlessHidden(listDiskEncryptionSets(azure, subscriptionId)),
    unlessHidden(listResourceGroups(azure, subscriptionId)),
    unlessHidden(listVirtualNetworks(azure, subscriptionId)),
    unlessHidden(allOf(z.object({ id: z.string() }), azure.compute(subscriptionId).virtualMachines.listAll())),
    isFeatureRegistered(azure, subscriptionId, 'EncryptionAtHost'),
  ])
  return {
    diskEncryptionSets: diskEncryptionSets ?? [],
    resourceGroups: resourceGroups ?? [],
    virtualNetworks: virtualNetworks ?? [],
    virtualMachineIds: machines?.map(({ id }) => id) ?? [],
    ...defined({ hasEncryptionAtHost }),
  }
}

function toMachineImage(version: ImageVersion): MachineImage {
  return {
    id: version.id,
    name: version.name,
    ...defined({ osDiskSizeInGB: version.osDisk?.sizeInGB, revocation: version.revocation }),
    dataDisks: version.dataDisks,
    regions: version.targetRegions.map((region) => ({
      name: region.name,
      displayName: region.displayName,
      isReplicated: isReplicated(region, version),
      diskEncryptionSets: setsOf(region),
      ...defined({
        confidentialVMEncryptionType: region.confidentialVMEncryptionType,
        secureVMDiskEncryptionSetId: region.secureVMDiskEncryptionSetId,
      }),
    })),
  }
}

// Succeeded alone does not prove that every region is ready: https://github.com/Azure/AgentBaker/issues/8373
function isReplicated({ replication }: StoredTargetRegion, { provisioningState }: ImageVersion): boolean {
  return replication === undefined ? provisioningState === 'Succeeded' : replication.state === 'Completed'
}

function setsOf({
  osDiskImage,
  dataDiskImages,
}: StoredTargetRegion): MachineImage['regions'][number]['diskEncryptionSets'] {
  // A confidential set applies to the image's disk only: a machine's data disks need other sets.
  const ofDataDisks = dataDiskImages.map(({ lun, diskEncryptionSetId, isConfidential }) => ({
    disk: lun,
    diskEncryptionSetId: isConfidential ? undefined : diskEncryptionSetId,
  }))
  return [{ disk: 'os' as const, diskEncryptionSetId: osDiskImage }, ...ofDataDisks].flatMap(
    ({ disk, diskEncryptionSetId }) => (diskEncryptionSetId === undefined ? [] : [{ disk, diskEncryptionSetId }]),
  )
}
