import { tryParseResourceId } from '@portal/arm'
import { type ImageSource, type ImageVersionPlan, type Inventory, toArm } from '@portal/image-version'
import type { ExportContext } from '../export-context.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import * as losses from '../loss.ts'
import { plainLine, type CodeLine } from '../shown/code-line.ts'
import { NamedByUser } from '../shown/named-by-user.ts'
import { withPlaceholders } from '../shown/placeholders.ts'
import { placedRegions, type PlacedRegion } from '../shown/shown-body.ts'
import { Shown } from '../shown/shown.ts'
import { versionNames } from '../shown/version-names.ts'
import { storageStrategyLosses, withStatedStorage } from '../storage/stated-storage.ts'
import { packerCloud } from '../syntax/cloud-in-tools.ts'
import { lossComment } from '../syntax/loss-comment.ts'
import { aligned, block, blockArguments } from '../syntax/terraform-syntax.ts'

/**
 * A Packer build that creates the version. Packer starts a machine from the source and captures that; it supports one
 * set per region. Throws `RefusedCharacter`.
 * https://developer.hashicorp.com/packer/integrations/hashicorp/azure/latest/components/builder/arm
 */
export function exportPacker(plan: ImageVersionPlan, { cloud, inventory }: ExportContext): ExportedCode {
  const filled = withStatedStorage(withPlaceholders(plan, inventory), inventory)
  const lost = [
    ...losses.sourceLosses(plan, ['ManagedImage', 'ImageVersion']),
    ...losses.dataDiskSetLosses(filled),
    ...losses.osDiskSetLosses(plan),
    ...losses.confidentialLosses(plan, ['EncryptedVMGuestStateOnlyWithPmk', 'EncryptedWithPmk', 'EncryptedWithCmk']),
    ...losses.confidentialDataDiskLosses(plan),
    ...losses.regionExcludeLosses(plan),
    ...losses.allowDeletionLosses(plan),
    ...losses.blockDeletionLosses(plan),
    ...storageStrategyLosses(plan, inventory),
  ]
  const plugin = { source: 'github.com/hashicorp/azure', version: '~> 2' }
  return exportedCode(
    aligned([
      ...lossComment(lost).map(plainLine),
      ...block('packer', block('required_plugins', blockArguments({ azure: plugin }))),
      plainLine(''),
      ...block('source "azure-arm" "image_version"', ...builder(filled, { cloud, inventory })),
      plainLine(''),
      ...block('build', blockArguments({ sources: ['source.azure-arm.image_version'] })),
    ]),
    'image-version.pkr.hcl',
    lost,
  )
}

function builder(plan: ImageVersionPlan, { cloud, inventory }: ExportContext): CodeLine[][] {
  const { tags, properties } = toArm(plan)
  const { endOfLifeDate, excludeFromLatest } = properties.publishingProfile
  return [
    blockArguments({
      use_azure_cli_auth: true,
      ...packerCloud(cloud),
      location: new Shown(['location'], plan.location),
      os_type: inventory?.imageDefinition?.osType ?? '<Linux or Windows>',
      vm_size: '<size of the machine that builds>',
    }),
    source(plan.source),
    [plainLine('')],
    block(
      'shared_image_gallery_destination',
      destination(plan, inventory),
      ...placedRegions(plan).map((region) => targetRegion(region, plan)),
    ),
    blockArguments({
      shared_gallery_image_version_end_of_life_date:
        endOfLifeDate === undefined ? undefined : new Shown(['endOfLifeDate'], endOfLifeDate),
      shared_gallery_image_version_exclude_from_latest: excludeFromLatest && new Shown(['excludeFromLatest'], true),
      shared_image_gallery_timeout: '6h',
      azure_tags: Object.keys(tags).length > 0 ? new Shown(['tags'], new NamedByUser(tags)) : undefined,
    }),
  ]
}

function source(chosen: ImageSource): CodeLine[] {
  const id = 'id' in chosen ? tryParseResourceId(chosen.id) : undefined
  const [first = '<source>', definition = '', version = ''] = id?.names ?? []
  const group = id?.resourceGroupName ?? '<resource group>'
  const shown = (value: string) => new Shown(['source'], value)
  if (chosen.type === 'ImageVersion')
    return block(
      'shared_image_gallery',
      blockArguments({
        subscription: shown(id?.subscriptionId ?? '<subscription>'),
        resource_group: shown(group),
        gallery_name: shown(first),
        image_name: shown(definition),
        image_version: shown(version),
      }),
    )
  const image =
    chosen.type === 'ManagedImage' ? { name: first, group } : { name: '<managed image>', group: '<resource group>' }
  return blockArguments({
    custom_managed_image_name: shown(image.name),
    custom_managed_image_resource_group_name: shown(image.group),
  })
}

function destination(plan: ImageVersionPlan, inventory: Inventory | undefined): CodeLine[] {
  const { subscriptionId, resourceGroup, gallery, imageDefinition, version } = versionNames(plan)
  const definition = ['imageDefinitionId']
  const type = plan.confidentialVMEncryptionType
  return blockArguments({
    subscription: new Shown(definition, subscriptionId),
    resource_group: new Shown(definition, resourceGroup),
    gallery_name: new Shown(definition, gallery),
    image_name: new Shown(definition, imageDefinition),
    image_version: new Shown(['name'], version),
    storage_account_type: new Shown(['storageAccountType'], plan.storageAccountType),
    specialized: inventory?.imageDefinition?.osState === 'Specialized' ? true : undefined,
    use_shallow_replication: plan.replicationMode === 'Shallow' ? new Shown(['replicationMode'], true) : undefined,
    confidential_vm_image_encryption_type:
      type === null || type === 'NonPersistedTPM' ? undefined : new Shown(['confidentialVMEncryptionType'], type),
  })
}

// With a confidential type, Packer uses the set as the confidential one.
function targetRegion({ region, path }: PlacedRegion, plan: ImageVersionPlan): CodeLine[] {
  const image = region.encryption?.osDiskImage
  const field = plan.confidentialVMEncryptionType === null ? 'osDiskImage' : 'secureVMDiskEncryptionSetId'
  const set = field === 'osDiskImage' ? image?.diskEncryptionSetId : image?.securityProfile?.secureVMDiskEncryptionSetId
  return block(
    'target_region',
    blockArguments({
      name: new Shown([...path, 'name'], region.name),
      replicas: new Shown([...path, 'regionalReplicaCount'], region.regionalReplicaCount ?? plan.replicaCount ?? 1),
      storage_account_type: new Shown(
        [...path, 'storageAccountType'],
        region.storageAccountType ?? plan.storageAccountType,
      ),
      disk_encryption_set_id: set === undefined ? undefined : new Shown([...path, 'encryption', field], set),
    }),
  )
}
