import type { AzureCloud } from '@portal/arm'
import {
  days,
  newKeyRotation,
  notifyBefore,
  type Preparation,
  type PreparedRegion,
  type RotationDays,
} from '@portal/disk-encryption'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { plainLine, type CodeLine } from '../shown/code-line.ts'
import { azurermCloud } from '../syntax/cloud-in-tools.ts'
import { Verbatim } from '../syntax/literal-lines.ts'
import { aligned, block, blockArguments } from '../syntax/terraform-syntax.ts'

/**
 * The sets and everything they need for Terraform's azurerm provider, which registers resource providers automatically.
 * Throws `RefusedCharacter`.
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/disk_encryption_set
 */
export function exportTerraformPreparation(preparation: Preparation, cloud: AzureCloud): ExportedCode {
  const provider = { source: 'hashicorp/azurerm', version: '~> 4.0' }
  const lines = [
    ...block('terraform', block('required_providers', blockArguments({ azurerm: provider }))),
    plainLine(''),
    ...block(
      'provider "azurerm"',
      [plainLine('features {}')],
      blockArguments({ subscription_id: preparation.subscriptionId, ...azurermCloud(cloud) }),
    ),
    plainLine(''),
    plainLine('data "azurerm_client_config" "current" {}'),
    ...preparation.regions.flatMap((region, index) =>
      regionBlocks(region, { preparation, suffix: String(index + 1) }).flatMap((blockLines) => [
        plainLine(''),
        ...blockLines,
      ]),
    ),
  ]
  return exportedCode(aligned(lines), 'disk-encryption-sets.tf', [])
}

interface Place {
  preparation: Preparation
  /** distinguishes the resources of one region from those of another */
  suffix: string
}

function regionBlocks(region: PreparedRegion, place: Place): CodeLine[][] {
  const { preparation, suffix } = place
  const at = { resource_group_name: preparation.resourceGroupName, location: region.location }
  const identity = `azurerm_user_assigned_identity.identity_${suffix}`
  const grants = grantBlocks(region, place)
  return [
    block(
      `resource "azurerm_user_assigned_identity" "identity_${suffix}"`,
      blockArguments({ name: region.identityName, ...at }),
    ),
    vaultBlock(region, place),
    ...grants.blocks,
    keyBlock(region, { ...place, dependsOn: grants.user }),
    block(
      `resource "azurerm_disk_encryption_set" "set_${suffix}"`,
      blockArguments({
        name: region.diskEncryptionSetName,
        ...at,
        encryption_type: preparation.encryptionType,
        key_vault_key_id: code(keyId(region, place)),
        auto_key_rotation_enabled: preparation.rotationToLatestKeyVersionEnabled,
      }),
      block('identity', blockArguments({ type: 'UserAssigned', identity_ids: [code(`${identity}.id`)] })),
      blockArguments({ depends_on: [code(grants.identity)] }),
    ),
  ]
}

// Disks require purge protection: https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
function vaultBlock({ vault, location }: PreparedRegion, { preparation, suffix }: Place): CodeLine[] {
  const resourceGroup = { resource_group_name: preparation.resourceGroupName }
  if (!vault.isNew)
    return block(`data "azurerm_key_vault" "vault_${suffix}"`, blockArguments({ name: vault.name, ...resourceGroup }))
  return block(
    `resource "azurerm_key_vault" "vault_${suffix}"`,
    blockArguments({
      name: vault.name,
      ...resourceGroup,
      location,
      tenant_id: code('data.azurerm_client_config.current.tenant_id'),
      sku_name: 'standard',
      purge_protection_enabled: true,
      enable_rbac_authorization: vault.permissionModel === 'Roles',
    }),
  )
}

function keyBlock(
  region: PreparedRegion,
  { preparation, suffix, dependsOn }: Place & { dependsOn: string | undefined },
): CodeLine[] {
  const { key } = region
  const rotation = newKeyRotation(preparation)
  const fields = { name: key.name, key_vault_id: code(`${vaultOf(region, suffix)}.id`) }
  if (!key.isNew) return block(`data "azurerm_key_vault_key" "key_${suffix}"`, blockArguments(fields))
  return block(
    `resource "azurerm_key_vault_key" "key_${suffix}"`,
    blockArguments({
      ...fields,
      key_type: 'RSA',
      key_size: 3072,
      key_opts: ['wrapKey', 'unwrapKey'],
    }),
    ...(rotation ? [rotationBlock(rotation)] : []),
    blockArguments({ depends_on: dependsOn === undefined ? undefined : [code(dependsOn)] }),
  )
}

// https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_key#rotation_policy
function rotationBlock({ rotateAfter, expireAfter }: RotationDays): CodeLine[] {
  return block(
    'rotation_policy',
    blockArguments({
      expire_after: days(expireAfter),
      notify_before_expiry: days(notifyBefore({ expireAfter })),
    }),
    block('automatic', blockArguments({ time_after_creation: days(rotateAfter) })),
  )
}

/** The identity gets access to the key, and for a new vault also the user who runs Terraform, to create the key. */
function grantBlocks(
  region: PreparedRegion,
  { suffix }: Place,
): { blocks: CodeLine[][]; identity: string; user: string | undefined } {
  const principals = [
    {
      name: `identity_${suffix}`,
      id: `azurerm_user_assigned_identity.identity_${suffix}.principal_id`,
      role: 'Key Vault Crypto Service Encryption User',
      permissions: ['Get', 'WrapKey', 'UnwrapKey'],
    },
    ...(region.vault.isNew
      ? [
          {
            name: `user_${suffix}`,
            id: 'data.azurerm_client_config.current.object_id',
            role: 'Key Vault Crypto Officer',
            permissions: ['Get', 'Create', 'Delete', 'Recover', 'GetRotationPolicy', 'SetRotationPolicy'],
          },
        ]
      : []),
  ]
  const byRoles = region.vault.permissionModel === 'Roles'
  const type = byRoles ? 'azurerm_role_assignment' : 'azurerm_key_vault_access_policy'
  const vaultId = code(`${vaultOf(region, suffix)}.id`)
  const blocks = principals.map(({ name, id, role, permissions }) =>
    block(
      `resource "${type}" "${name}"`,
      blockArguments(
        byRoles
          ? { scope: vaultId, role_definition_name: role, principal_id: code(id) }
          : {
              key_vault_id: vaultId,
              tenant_id: code('data.azurerm_client_config.current.tenant_id'),
              object_id: code(id),
              key_permissions: permissions,
            },
      ),
    ),
  )
  return {
    blocks,
    identity: `${type}.identity_${suffix}`,
    user: region.vault.isNew ? `${type}.user_${suffix}` : undefined,
  }
}

function vaultOf({ vault }: PreparedRegion, suffix: string): string {
  return `${vault.isNew ? '' : 'data.'}azurerm_key_vault.vault_${suffix}`
}

// For a set that follows the latest version of the key, the provider needs the ID without a version.
function keyId({ key }: PreparedRegion, { preparation, suffix }: Place): string {
  const id = preparation.rotationToLatestKeyVersionEnabled ? 'versionless_id' : 'id'
  return `${key.isNew ? '' : 'data.'}azurerm_key_vault_key.key_${suffix}.${id}`
}

function code(expression: string): Verbatim {
  return new Verbatim(expression)
}
