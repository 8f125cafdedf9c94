import { type AzureCloud, guidPattern } from '@portal/arm'
import { keyUrlParts, keyVaultCryptoServiceEncryptionUser, type Preparation } from '@portal/disk-encryption'
import { azureCliOption } from '../../quoting/azure-cli-value.ts'
import { bashQuoted } from '../../quoting/bash.ts'
import { powershellQuoted as quoted } from '../../quoting/powershell.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { plainLine } from '../shown/code-line.ts'
import { azCloudLines, azPowerShellNeeds } from '../syntax/cloud-in-tools.ts'

// Both sides of a key in another tenant, before the set:
// https://learn.microsoft.com/azure/virtual-machines/disks-cross-tenant-customer-managed-keys

const name = 'gallery-encryption-keys'
const audience = 'api://AzureADTokenExchange'

/**
 * What the set's own tenant creates once, in each language: a multi-tenant application and a user-assigned identity,
 * unless the preparation names them, and the federated credential by which the application trusts the identity. Throws
 * `RefusedCharacter`.
 */
export const crossTenantAccessExporters = {
  AzureCli: withAz,
  AzurePowerShell: withPowerShell,
} as const satisfies Record<string, (preparation: Preparation, cloud: AzureCloud) => ExportedCode>

function withAz(preparation: Preparation, cloud: AzureCloud): ExportedCode {
  const { application, identity, location } = namedIn(preparation)
  const lines = [
    '#!/usr/bin/env bash',
    '# Run this in bash. PowerShell would change the values.',
    'set -euo pipefail',
    ...azCloudLines(cloud),
    `az account set ${azureCliOption('subscription', preparation.subscriptionId)}`,
    '',
    '# The application that the other tenant grants access to its key.',
    application === ''
      ? `application=$(az ad app create --display-name=${name} --sign-in-audience=AzureADMultipleOrgs --query=appId --output=tsv)`
      : `application=${application}`,
    '# The identity that the disk encryption set gets.',
    identity === ''
      ? `identity=$(az identity create ${azureCliOption('resource-group', preparation.resourceGroupName)} --name=${name} ${azureCliOption('location', location)} --query=id --output=tsv)`
      : `identity=${bashQuoted(identity)}`,
    'principal=$(az identity show --ids="$identity" --query=principalId --output=tsv)',
    'tenant=$(az account show --query=tenantId --output=tsv)',
    '',
    '# The application trusts the identity.',
    `az ad app federated-credential create --id="$application" --parameters="{\\"name\\": \\"$principal\\", \\"issuer\\": \\"${cloud.loginEndpoint}/$tenant/v2.0\\", \\"subject\\": \\"$principal\\", \\"audiences\\": [\\"${audience}\\"]}"`,
    'echo "Client ID: $application"',
    'echo "User-assigned identity: $identity"',
  ]
  return exportedCode(lines.map(plainLine), 'create-cross-tenant-access.sh', [])
}

function withPowerShell(preparation: Preparation, cloud: AzureCloud): ExportedCode {
  const { application, identity, location } = namedIn(preparation)
  const [, , , , group = '', , , , identityName = ''] = identity.split('/')
  const lines = [
    ...azPowerShellNeeds('the modules Az.ManagedServiceIdentity and Az.Resources (6.3 or later), and ', cloud),
    "$ErrorActionPreference = 'Stop'",
    `Set-AzContext -Subscription ${quoted(identity.split('/')[2] ?? preparation.subscriptionId)} | Out-Null`,
    '',
    '# The application that the other tenant grants access to its key.',
    application === ''
      ? `$application = New-AzADApplication -DisplayName ${name} -SignInAudience AzureADMultipleOrgs`
      : `$application = Get-AzADApplication -ApplicationId ${application}`,
    '# The identity that the disk encryption set gets.',
    identity === ''
      ? `$identity = New-AzUserAssignedIdentity -ResourceGroupName ${quoted(preparation.resourceGroupName)} -Name ${name} -Location ${quoted(location)}`
      : `$identity = Get-AzUserAssignedIdentity -ResourceGroupName ${quoted(group)} -Name ${quoted(identityName)}`,
    '$tenant = (Get-AzContext).Tenant.Id',
    '',
    '# The application trusts the identity.',
    '$credential = @{',
    '  ApplicationObjectId = $application.Id',
    '  Name = $identity.PrincipalId',
    `  Issuer = "${cloud.loginEndpoint}/$tenant/v2.0"`,
    '  Subject = $identity.PrincipalId',
    `  Audience = '${audience}'`,
    '}',
    'New-AzADAppFederatedCredential @credential | Out-Null',
    '"Client ID: $($application.AppId)"',
    '"User-assigned identity: $($identity.Id)"',
  ]
  return exportedCode(lines.map(plainLine), 'New-CrossTenantAccess.ps1', [])
}

/** The commands with which the other tenant grants access, of the Azure CLI; `''` before the application is known. */
export function otherTenantCommands(preparation: Preparation): string {
  const { application } = namedIn(preparation)
  if (application === '') return ''
  const names = preparation.regions.map(({ crossTenantKey }) => keyUrlParts(crossTenantKey?.keyUrl ?? '')?.vaultName)
  const vaults = [...new Set(names.filter((vault) => vault !== undefined))]
  return [
    `az ad sp create --id ${application}`,
    `principal=$(az ad sp show --id ${application} --query id --output tsv)`,
    ...(vaults.length === 0 ? ['KEY-VAULT-NAME'] : vaults).flatMap((vault) => [
      `az keyvault update --name ${vault} --enable-purge-protection true`,
      `vault=$(az keyvault show --name ${vault} --query id --output tsv)`,
      `az role assignment create --assignee-object-id "$principal" --assignee-principal-type ServicePrincipal --role ${keyVaultCryptoServiceEncryptionUser} --scope "$vault"`,
    ]),
  ].join('\n')
}

const identityId =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/]+$/i

/** What the preparation names; '' for what is not there yet, or is not one. */
function namedIn({ regions }: Preparation): { application: string; identity: string; location: string } {
  const [region] = regions
  const { federatedClientId = '', userAssignedIdentityId = '' } = region?.crossTenantKey ?? {}
  return {
    application: guidPattern.test(federatedClientId) ? federatedClientId : '',
    identity: identityId.test(userAssignedIdentityId) ? userAssignedIdentityId : '',
    location: region?.location ?? '',
  }
}
