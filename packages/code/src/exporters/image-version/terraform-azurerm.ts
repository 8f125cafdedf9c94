import { type ImageSource, type ImageVersionPlan, toArm } from '@portal/image-version'
import type { ExportContext } from '../export-context.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import * as losses from '../loss.ts'
import { plainLine, type CodeLine } from '../shown/code-line.ts'
import { NamedByUser } from '../shown/named-by-user.ts'
import { withPlaceholders } from '../shown/placeholders.ts'
import { placedRegions, type PlacedRegion } from '../shown/shown-body.ts'
import { Shown, shownFields } from '../shown/shown.ts'
import { versionNames } from '../shown/version-names.ts'
import { defaultStorageLosses, regionStorageLosses, withStatedStorage } from '../storage/stated-storage.ts'
import { azurermCloud } from '../syntax/cloud-in-tools.ts'
import { lossComment } from '../syntax/loss-comment.ts'
import { aligned, block, blockArguments } from '../syntax/terraform-syntax.ts'

/**
 * The version for Terraform's azurerm provider, which does not support data disks. Throws `RefusedCharacter`.
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/shared_image_version
 */
export function exportTerraformAzurerm(plan: ImageVersionPlan, { cloud, inventory }: ExportContext): ExportedCode {
  const filled = withStatedStorage(withPlaceholders(plan, inventory), inventory)
  const lost = [
    ...losses.dataDiskSetLosses(filled),
    ...losses.sourceDataDiskLosses(plan, 0),
    ...losses.sourceLosses(plan, ['ManagedImage', 'VirtualMachine', 'DisksAndSnapshots', 'StorageBlobs']),
    ...losses.confidentialLosses(plan),
    ...losses.confidentialDataDiskLosses(plan),
    ...losses.blockDeletionLosses(plan),
    ...defaultStorageLosses(plan, ['Standard_LRS']),
    ...regionStorageLosses(plan, inventory),
  ]
  const provider = { source: 'hashicorp/azurerm', version: '~> 4.0' }
  return exportedCode(
    aligned([
      ...lossComment(lost).map(plainLine),
      ...block('terraform', block('required_providers', blockArguments({ azurerm: provider }))),
      plainLine(''),
      ...block(
        'provider "azurerm"',
        [plainLine('features {}')],
        blockArguments({
          subscription_id: new Shown(['imageDefinitionId'], versionNames(filled).subscriptionId),
          ...azurermCloud(cloud),
        }),
      ),
      plainLine(''),
      ...block('resource "azurerm_shared_image_version" "image_version"', ...versionBlocks(filled)),
    ]),
    'image-version.tf',
    lost,
  )
}

function versionBlocks(plan: ImageVersionPlan): CodeLine[][] {
  const { resourceGroup, gallery, imageDefinition, version } = versionNames(plan)
  const { location, tags, properties } = toArm(plan)
  const { excludeFromLatest, endOfLifeDate, replicationMode } = properties.publishingProfile
  const definition = ['imageDefinitionId']
  return [
    blockArguments({
      resource_group_name: new Shown(definition, resourceGroup),
      gallery_name: new Shown(definition, gallery),
      image_name: new Shown(definition, imageDefinition),
      name: new Shown(['name'], version),
      location: new Shown(['location'], location),
      ...source(plan.source),
      exclude_from_latest: excludeFromLatest && new Shown(['excludeFromLatest'], true),
      end_of_life_date: endOfLifeDate === undefined ? undefined : new Shown(['endOfLifeDate'], endOfLifeDate),
      replication_mode: replicationMode && new Shown(['replicationMode'], replicationMode),
      deletion_of_replicated_locations_enabled: plan.allowDeletionOfReplicatedLocations
        ? new Shown(['allowDeletionOfReplicatedLocations'], true)
        : undefined,
      tags: Object.keys(tags).length > 0 ? new Shown(['tags'], new NamedByUser(tags)) : undefined,
    }),
    ...placedRegions(plan).map((region) => targetRegion(region, plan)),
    [plainLine('# Replication can take hours.')],
    block('timeouts', blockArguments({ create: '6h', update: '6h' })),
  ]
}

function source(chosen: ImageSource): Record<string, unknown> {
  switch (chosen.type) {
    case 'ManagedImage':
    case 'VirtualMachine':
      return { managed_image_id: new Shown(['source', 'id'], chosen.id) }
    case 'ImageVersion':
      return { managed_image_id: new Shown(['source', 'id'], '<a managed image or a virtual machine>') }
    case 'DisksAndSnapshots':
      return { os_disk_snapshot_id: new Shown(['source', 'osDiskId'], chosen.osDiskId) }
    case 'StorageBlobs':
      return {
        blob_uri: new Shown(['source', 'osDiskUri'], chosen.osDiskUri),
        storage_account_id: new Shown(['source', 'storageAccountId'], chosen.storageAccountId),
      }
  }
}

// The provider sends a storage type for each region, by default Standard_LRS, and none for the version.
function targetRegion({ region, path }: PlacedRegion, plan: ImageVersionPlan): CodeLine[] {
  const fields = {
    name: region.name,
    regionalReplicaCount: region.regionalReplicaCount ?? plan.replicaCount ?? 1,
    storageAccountType: region.storageAccountType ?? plan.storageAccountType,
    excludeFromLatest: region.excludeFromLatest,
  }
  const shown = shownFields(fields, path)
  const set = region.encryption?.osDiskImage?.diskEncryptionSetId
  return block(
    'target_region',
    blockArguments({
      name: shown.name,
      regional_replica_count: shown.regionalReplicaCount,
      storage_account_type: shown.storageAccountType,
      exclude_from_latest_enabled: fields.excludeFromLatest && shown.excludeFromLatest,
      disk_encryption_set_id: set === undefined ? undefined : new Shown([...path, 'encryption', 'osDiskImage'], set),
    }),
  )
}
