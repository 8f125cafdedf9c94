import type { AzureCloud } from '@portal/arm'
import { keyVaultCryptoServiceEncryptionUser, type Preparation, type PreparedRegion } from '@portal/disk-encryption'
import { azureCliOption } from '../../quoting/azure-cli-value.ts'
import { bashQuoted } from '../../quoting/bash.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { plainLine } from '../shown/code-line.ts'
import { azCloudLines } from '../syntax/cloud-in-tools.ts'
import { featureNote, keyApiVersion, keyBody, newRole, providers } from './prepared-resources.ts'

/**
 * The Azure CLI commands that create the sets and everything they need. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disks-enable-customer-managed-keys-cli
 */
export function exportAzureCliPreparation(preparation: Preparation, cloud: AzureCloud): ExportedCode {
  const lines = [
    '#!/usr/bin/env bash',
    '# Run this in bash. PowerShell would change the values.',
    'set -euo pipefail',
    ...azCloudLines(cloud),
    `az account set ${azureCliOption('subscription', preparation.subscriptionId)}`,
    '',
    ...providers.map((provider) => `az provider register --namespace=${provider} --wait`),
    featureNote,
    ...preparation.regions.flatMap((region) => ['', ...regionLines(region, preparation)]),
  ]
  return exportedCode(lines.map(plainLine), 'create-disk-encryption-sets.sh', [])
}

function regionLines(region: PreparedRegion, preparation: Preparation): string[] {
  const { encryptionType, rotationToLatestKeyVersionEnabled } = preparation
  const group = azureCliOption('resource-group', preparation.resourceGroupName)
  const location = azureCliOption('location', region.location)
  const name = (value: string) => azureCliOption('name', value)
  const { crossTenantKey: elsewhere } = region
  if (elsewhere !== undefined)
    return [
      continued([
        'az disk-encryption-set create',
        group,
        name(region.diskEncryptionSetName),
        location,
        azureCliOption('key-url', elsewhere.keyUrl),
        azureCliOption('mi-user-assigned', elsewhere.userAssignedIdentityId),
        azureCliOption('federated-client-id', elsewhere.federatedClientId),
        azureCliOption('encryption-type', encryptionType),
        `--enable-auto-key-rotation=${rotationToLatestKeyVersionEnabled}`,
      ]),
    ]
  return [
    answer('identity', ['az identity create', group, name(region.identityName), location, '--query=id']),
    answer('principal', ['az identity show', '--ids="$identity"', '--query=principalId']),
    answer('vault', vaultCommand(region, [group, name(region.vault.name), location])),
    answer('key', keyCommand(region, preparation)),
    ...grantLines(region),
    ...setLines(region, [
      'az disk-encryption-set create',
      group,
      name(region.diskEncryptionSetName),
      location,
      '--source-vault="$vault"',
      '--key-url="$key"',
      '--mi-user-assigned="$identity"',
      azureCliOption('encryption-type', encryptionType),
      `--enable-auto-key-rotation=${rotationToLatestKeyVersionEnabled}`,
    ]),
  ]
}

// Disks require purge protection: https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
function vaultCommand({ vault }: PreparedRegion, [group = '', name = '', location = '']: string[]): string[] {
  if (!vault.isNew) return ['az keyvault show', group, name, '--query=id']
  const byRoles = vault.permissionModel === 'Roles'
  return [
    'az keyvault create',
    group,
    name,
    location,
    '--enable-purge-protection=true',
    `--enable-rbac-authorization=${byRoles}`,
    // az would ask Microsoft Graph for the current user.
    ...(byRoles ? [] : ['--no-self-perms=true']),
    '--query=id',
  ]
}

// Through Azure Resource Manager, which requires no permission in the vault itself.
function keyCommand({ key }: PreparedRegion, preparation: Preparation): string[] {
  const path = bashQuoted(`/keys/${key.name}?api-version=${keyApiVersion}`)
  return [
    `az rest --method=${key.isNew ? 'put' : 'get'}`,
    `--url="$vault"${path}`,
    ...(key.isNew ? [`--body=${bashQuoted(keyBody(preparation))}`] : []),
    '--query=properties.keyUriWithVersion',
  ]
}

function grantLines({ vault }: PreparedRegion): string[] {
  if (vault.permissionModel === 'AccessPolicies')
    return [
      continued([
        'az keyvault set-policy',
        azureCliOption('name', vault.name),
        '--object-id="$principal"',
        '--key-permissions get wrapKey unwrapKey',
      ]),
    ]
  return [
    continued([
      'az role assignment create',
      '--assignee-object-id="$principal"',
      '--assignee-principal-type=ServicePrincipal',
      `--role=${keyVaultCryptoServiceEncryptionUser}`,
      '--scope="$vault"',
    ]),
  ]
}

function setLines({ vault }: PreparedRegion, create: string[]): string[] {
  if (vault.permissionModel === 'AccessPolicies') return [continued(create)]
  return [
    newRole.note,
    `for attempt in {1..${newRole.attempts}}; do`,
    `  outcome=$(${continued(create, '    ')} 2>&1) && break`,
    '  echo "$outcome" >&2',
    // Where this is not so, the script ends.
    `  [[ $attempt -lt ${newRole.attempts} && $outcome == *${newRole.refusal}* ]]`,
    `  sleep ${newRole.pause}`,
    'done',
  ]
}

function answer(variable: string, parts: string[]): string {
  return `${variable}=$(${continued([...parts, '--output=tsv'])})`
}

function continued(parts: string[], indentation = '  '): string {
  return parts.join(` \\\n${indentation}`)
}
