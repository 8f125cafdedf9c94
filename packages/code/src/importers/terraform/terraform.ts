import { imageVersionsOfTools, resourceType, tryParseResourceId } from '@portal/arm'
import { infoNote, lineOf, warningNote, type ImportNote } from '../import-note.ts'
import { noNames, type ImportedVersion } from '../imported-version.ts'
import { listOf, objectOf, textOf, type JsonObject } from '../json-value.ts'
import { namesInId } from '../rest-body.ts'
import { parsedTerraform, terraformReader, type ParseHcl } from './terraform-values.ts'

const versionType = 'microsoft.compute/galleries/images/versions'

/**
 * The image version of a Terraform configuration: an `azurerm_shared_image_version`, or an `azapi_resource` of that
 * type; of several, the first. Variables have their defaults, locals their values; other references are left open.
 * undefined if `text` is not HCL or has no image version.
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/shared_image_version
 */
export function importTerraform(text: string, parseHcl: ParseHcl): ImportedVersion | undefined {
  const configuration = parsedTerraform(text, parseHcl)
  if (configuration === undefined) return undefined
  const read = terraformReader(configuration, parseHcl)
  const resources = objectOf(configuration['resource']) ?? {}
  const ofType = (type: string) =>
    Object.entries(objectOf(resources[type]) ?? {}).map(([name, blocks]) => ({
      name,
      resource: objectOf(read(listOf(blocks)[0])) ?? {},
    }))
  const azapi = ofType('azapi_resource').filter(({ resource }) =>
    textOf(resource['type']).toLowerCase().startsWith(versionType),
  )
  const azurerm = ofType('azurerm_shared_image_version')
  const [first] = [
    ...azapi.map(({ name, resource }) => ({ name, version: fromAzapi(resource) })),
    ...azurerm.map(({ name, resource }) => ({ name, version: fromAzurerm(resource) })),
  ]
  if (first === undefined) return undefined
  const line = lineOf(text, `"${first.name}"`)
  const count = azapi.length + azurerm.length
  const several = count > 1 ? [infoNote('OneOfSeveral', { count }, { line })] : []
  return { ...first.version, notes: [...several, ...first.version.notes] }
}

// https://registry.terraform.io/providers/Azure/azapi/latest/docs/resources/resource
function fromAzapi(resource: JsonObject): ImportedVersion {
  const { location, tags, body, parent_id: parentId, name } = resource
  const versionId = `${textOf(parentId)}/versions/${textOf(name)}`
  const names = { ...namesInId(versionId), versionName: textOf(name) }
  const [, apiVersion = ''] = textOf(resource['type']).split('@')
  return { names, apiVersion, body: { location, tags, ...objectOf(body) }, notes: [] }
}

function fromAzurerm(resource: JsonObject): ImportedVersion {
  const { name, gallery_name, image_name, resource_group_name, location, tags, ...rest } = resource
  const { managed_image_id, os_disk_snapshot_id, blob_uri, storage_account_id, ...profile } = rest
  const { target_region: targetRegion, timeouts: _, ...settings } = profile
  const { exclude_from_latest, end_of_life_date, replication_mode, ...others } = settings
  const { deletion_of_replicated_locations_enabled: deletion, dynamic, ...unknown } = others
  return {
    names: {
      ...noNames,
      resourceGroupName: textOf(resource_group_name),
      galleryName: textOf(gallery_name),
      imageDefinitionName: textOf(image_name),
      versionName: textOf(name),
    },
    apiVersion: imageVersionsOfTools.TerraformAzurerm,
    body: {
      location,
      tags,
      properties: {
        publishingProfile: {
          targetRegions: listOf(targetRegion).map((block) => targetRegionOf(objectOf(block) ?? {})),
          excludeFromLatest: exclude_from_latest,
          endOfLifeDate: end_of_life_date,
          replicationMode: replication_mode,
        },
        storageProfile: {
          source: wholeSourceOf(managed_image_id),
          osDiskImage: {
            source: blob_uri ? { uri: blob_uri, storageAccountId: storage_account_id } : { id: os_disk_snapshot_id },
          },
        },
        safetyProfile: { allowDeletionOfReplicatedLocations: deletion },
      },
    },
    notes: [
      ...Object.keys(objectOf(dynamic) ?? {}).map((block): ImportNote =>
        warningNote('ValueOpen', { name: `dynamic "${block}"` }),
      ),
      ...Object.keys(unknown).map((option) => infoNote('OptionIgnored', { option })),
    ],
  }
}

/** The provider accepts a machine instead of a managed image, and sends it as one. */
function wholeSourceOf(id: unknown): JsonObject {
  const parsed = tryParseResourceId(textOf(id))
  const isMachine = parsed !== undefined && resourceType(parsed).toLowerCase() === 'microsoft.compute/virtualmachines'
  return isMachine ? { virtualMachineId: id } : { id }
}

function targetRegionOf(block: JsonObject): JsonObject {
  return {
    name: block['name'],
    regionalReplicaCount: block['regional_replica_count'],
    storageAccountType: block['storage_account_type'],
    excludeFromLatest: block['exclude_from_latest_enabled'],
    encryption: { osDiskImage: { diskEncryptionSetId: block['disk_encryption_set_id'] } },
  }
}
