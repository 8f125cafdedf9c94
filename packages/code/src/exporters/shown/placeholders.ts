import {
  areImageDisksKnown,
  asksForDiskSets,
  blankTargetRegion,
  diskEncryptionSetOf,
  type DiskKey,
  imageDisks,
  type ImageSource,
  type ImageVersionPlan,
  type Inventory,
  type RegionEncryption,
  type TargetRegion,
  toArm,
} from '@portal/image-version'
import { addressName, addressPath } from '../../quoting/address.ts'
import { hasPlaceholder } from './placeholder.ts'

const definition =
  '/subscriptions/<subscription>/resourceGroups/<resource group>/providers/Microsoft.Compute/galleries/<gallery>/images/<image definition>'

/**
 * The plan with a placeholder in angle brackets for everything that is not chosen and that Azure requires. It knows the
 * disks in the plan; `inventory` has those of an image or a machine. Throws `RefusedCharacter` for an ID of the
 * definition, or a name, that can't be part of an address.
 */
export function withPlaceholders(plan: ImageVersionPlan, inventory?: Inventory): ImageVersionPlan {
  const named = plan.targetRegions.filter(({ name }) => name !== '')
  const regions = named.length > 0 ? plan.targetRegions : [...plan.targetRegions, blankTargetRegion('<region>')]
  const disks = disksOf(plan, inventory)
  return {
    ...plan,
    imageDefinitionId: addressPath(plan.imageDefinitionId || definition),
    name: addressName(plan.name || '<version>'),
    location: plan.location || '<location>',
    source: withSource(plan.source),
    targetRegions: regions.map((region) => ({ ...region, encryption: withSets(region, { plan, disks }) })),
  }
}

/** Whether a placeholder is anywhere in what the plan sends to Azure. */
export function hasPlaceholders(plan: ImageVersionPlan): boolean {
  return hasPlaceholder(JSON.stringify([plan.imageDefinitionId, plan.name, toArm({ ...plan, tags: [] })]))
}

function withSource(source: ImageSource): ImageSource {
  switch (source.type) {
    case 'ManagedImage':
    case 'ImageVersion':
    case 'VirtualMachine':
      return { ...source, id: source.id || '<source>' }
    case 'DisksAndSnapshots':
      return {
        ...source,
        osDiskId: source.osDiskId || '<os disk>',
        dataDisks: source.dataDisks.map(({ lun, id }) => ({ lun, id: id || '<data disk>' })),
      }
    case 'StorageBlobs':
      return {
        ...source,
        storageAccountId: source.storageAccountId || '<storage account>',
        osDiskUri: source.osDiskUri || '<os disk>',
        dataDisks: source.dataDisks.map(({ lun, uri }) => ({ lun, uri: uri || '<data disk>' })),
      }
  }
}

function disksOf(plan: ImageVersionPlan, inventory: Inventory | undefined): DiskKey[] {
  if (inventory !== undefined && areImageDisksKnown(plan.source, inventory))
    return imageDisks(plan.source, inventory).map(({ key }) => key)
  const luns = plan.targetRegions.flatMap(({ encryption }) => encryption.dataDiskImages.map(({ lun }) => lun))
  return ['os', ...new Set(luns)]
}

function withSets(
  region: TargetRegion,
  { plan, disks }: { plan: ImageVersionPlan; disks: DiskKey[] },
): RegionEncryption {
  const { encryption } = region
  if (!asksForDiskSets(plan) && plan.confidentialVMEncryptionType !== 'EncryptedWithCmk') return encryption
  const missing = disks.flatMap((disk) => (disk === 'os' || diskEncryptionSetOf(region, disk) !== '' ? [] : [disk]))
  return {
    osDiskImage: encryption.osDiskImage || '<set for the os disk>',
    dataDiskImages: [
      ...encryption.dataDiskImages.filter(({ diskEncryptionSetId }) => diskEncryptionSetId !== ''),
      ...missing.map((lun) => ({ lun, diskEncryptionSetId: `<set for lun ${lun}>` })),
    ],
    secureVMDiskEncryptionSetId: encryption.secureVMDiskEncryptionSetId || '<confidential set>',
  }
}
