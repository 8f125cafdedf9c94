import { type ImageSource, type ImageVersionPlan, toArm } from '@portal/image-version'
import type { ExportContext } from '../export-context.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import * as losses from '../loss.ts'
import { plainLine } from '../shown/code-line.ts'
import { NamedByUser } from '../shown/named-by-user.ts'
import { withPlaceholders } from '../shown/placeholders.ts'
import { placedRegions, type PlacedRegion } from '../shown/shown-body.ts'
import { Shown } from '../shown/shown.ts'
import { versionNames } from '../shown/version-names.ts'
import { defaultStorageLosses, regionStorageLosses, withStatedStorage } from '../storage/stated-storage.ts'
import { ansibleCloud } from '../syntax/cloud-in-tools.ts'
import { lossComment } from '../syntax/loss-comment.ts'
import { yamlLines } from '../syntax/yaml-lines.ts'
import { withoutConfidentialDataDisks } from '../without-confidential-data-disks.ts'

/**
 * An Ansible playbook that creates the version. Throws `RefusedCharacter`.
 * https://docs.ansible.com/ansible/latest/collections/azure/azcollection/azure_rm_galleryimageversion_module.html
 */
export function exportAnsible(plan: ImageVersionPlan, { cloud, inventory }: ExportContext): ExportedCode {
  const filled = withoutConfidentialDataDisks(withStatedStorage(withPlaceholders(plan, inventory), inventory))
  const lost = [
    ...losses.sourceLosses(plan, ['ManagedImage', 'VirtualMachine', 'ImageVersion', 'DisksAndSnapshots']),
    ...losses.sourceDataDiskLosses(plan, 1),
    ...losses.confidentialLosses(plan),
    ...losses.confidentialDataDiskLosses(plan),
    ...losses.regionExcludeLosses(plan),
    ...losses.replicationModeLosses(plan),
    ...losses.allowDeletionLosses(plan),
    ...losses.blockDeletionLosses(plan),
    ...defaultStorageLosses(plan, ['Standard_LRS', 'Standard_ZRS']),
    ...regionStorageLosses(plan, inventory),
  ]
  const play = {
    name: 'Create the image version',
    hosts: 'localhost',
    gather_facts: false,
    tasks: [
      {
        name: 'Create the image version',
        'azure.azcollection.azure_rm_galleryimageversion': { ...ansibleCloud(cloud), ...moduleOptions(filled) },
      },
    ],
  }
  return exportedCode(
    [...['---', ...lossComment(lost)].map(plainLine), ...yamlLines([play])],
    'image-version.yml',
    lost,
  )
}

function moduleOptions(plan: ImageVersionPlan): object {
  const { subscriptionId, resourceGroup, gallery, imageDefinition, version } = versionNames(plan)
  const { location, tags, properties } = toArm(plan)
  const { replicaCount, storageAccountType, excludeFromLatest, endOfLifeDate } = properties.publishingProfile
  const definition = ['imageDefinitionId']
  const shown = (field: string, value: unknown) => (value === undefined ? undefined : new Shown([field], value))
  return {
    subscription_id: new Shown(definition, subscriptionId),
    resource_group: new Shown(definition, resourceGroup),
    gallery_name: new Shown(definition, gallery),
    gallery_image_name: new Shown(definition, imageDefinition),
    name: new Shown(['name'], version),
    location: new Shown(['location'], location),
    storage_profile: new Shown(['source'], source(plan.source)),
    publishing_profile: {
      replica_count: shown('replicaCount', replicaCount),
      // Of the version's own types, the module supports two; regions set theirs for others.
      storage_account_type: shown(
        'storageAccountType',
        storageAccountType === 'Premium_LRS' ? 'Standard_LRS' : storageAccountType,
      ),
      exclude_from_latest: shown('excludeFromLatest', excludeFromLatest),
      end_of_life_date: shown('endOfLifeDate', endOfLifeDate),
      target_regions: placedRegions(plan).map((region) => targetRegion(region, plan)),
    },
    tags: Object.keys(tags).length > 0 ? new Shown(['tags'], new NamedByUser(tags)) : undefined,
    // minutes; the module stops waiting after ten, while Azure continues to replicate
    timeout: 360,
  }
}

function source(chosen: ImageSource): object {
  switch (chosen.type) {
    case 'ManagedImage':
    case 'VirtualMachine':
    case 'ImageVersion':
      return { source_image: chosen.id }
    case 'StorageBlobs':
      return { source_image: '<a managed image, a machine or a version>' }
    case 'DisksAndSnapshots':
      return {
        os_disk: { source: chosen.osDiskId },
        data_disks:
          chosen.dataDisks.length > 0 ? chosen.dataDisks.map(({ lun, id }) => ({ lun, source: id })) : undefined,
      }
  }
}

function targetRegion({ region, path }: PlacedRegion, plan: ImageVersionPlan): Shown {
  const at = [...path, 'encryption']
  const { osDiskImage, dataDiskImages } = region.encryption ?? {}
  const set = osDiskImage?.diskEncryptionSetId
  const encryption = {
    os_disk_image: set === undefined ? undefined : new Shown([...at, 'osDiskImage'], { disk_encryption_set_id: set }),
    data_disk_images: dataDiskImages?.map(
      ({ lun, diskEncryptionSetId }) =>
        new Shown([...at, 'dataDiskImages', lun], { lun, disk_encryption_set_id: diskEncryptionSetId }),
    ),
  }
  const count = region.regionalReplicaCount
  // The module's own list of types for the whole version lacks Premium_LRS; that of a region has it.
  const type = region.storageAccountType ?? (plan.storageAccountType === 'Premium_LRS' ? 'Premium_LRS' : undefined)
  return new Shown(path, {
    name: new Shown([...path, 'name'], region.name),
    regional_replica_count: count === undefined ? undefined : new Shown([...path, 'regionalReplicaCount'], count),
    storage_account_type: type === undefined ? undefined : new Shown([...path, 'storageAccountType'], type),
    encryption: Object.values(encryption).some((part) => part !== undefined) ? new Shown(at, encryption) : undefined,
  })
}
