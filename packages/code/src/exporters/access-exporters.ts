import { apiVersions, type AzureCloud, parseResourceId, resourceType } from '@portal/arm'
import { type AccessNeed, accessRoles } from '@portal/gallery'
import { azureCliOption } from '../quoting/azure-cli-value.ts'
import { bicepQuoted } from '../quoting/bicep.ts'
import { powershellQuoted } from '../quoting/powershell.ts'
import { exportedCode, type ExportedCode } from './exported-code.ts'
import { plainLine } from './shown/code-line.ts'
import { azCloudLines, azPowerShellNeeds, bicepCloudLines } from './syntax/cloud-in-tools.ts'

/** The role assignments that somebody is to get, by the object ID. */
export interface AccessGrant {
  needs: readonly AccessNeed[]
  principalId: string
}

const fileName = 'role-assignments'

/** Role assignments in each language. Throws `RefusedCharacter`. */
export const accessExporters = {
  AzureCli: withAz,
  AzurePowerShell: withPowerShell,
  Bicep: withBicep,
} as const satisfies Record<string, (grant: AccessGrant, cloud: AzureCloud) => ExportedCode>

/** Whether a language can write them: a Bicep file is deployed to one resource group. */
export function isAccessLanguage(language: keyof typeof accessExporters, { needs }: AccessGrant): boolean {
  return language !== 'Bicep' || new Set(needs.map(({ scope }) => scope.toLowerCase().split('/')[4])).size === 1
}

// https://learn.microsoft.com/cli/azure/role/assignment
function withAz({ needs, principalId }: AccessGrant, cloud: AzureCloud): ExportedCode {
  const lines = [
    '#!/usr/bin/env bash',
    '# Run this in bash. PowerShell would change the values.',
    'set -euo pipefail',
    ...azCloudLines(cloud),
    ...needs.flatMap(({ role, scope }) => [
      '',
      `# ${accessRoles[role].name}`,
      [
        'az role assignment create',
        azureCliOption('assignee-object-id', principalId),
        `--role=${accessRoles[role].id}`,
        azureCliOption('scope', scope),
      ].join(' \\\n  '),
    ]),
  ]
  return exportedCode(lines.flatMap((line) => line.split('\n')).map(plainLine), `${fileName}.sh`, [])
}

// https://learn.microsoft.com/powershell/module/az.resources/new-azroleassignment
function withPowerShell({ needs, principalId }: AccessGrant, cloud: AzureCloud): ExportedCode {
  const lines = [
    ...azPowerShellNeeds('the module Az.Resources and ', cloud),
    "$ErrorActionPreference = 'Stop'",
    ...needs.flatMap(({ role, scope }) => [
      '',
      `# ${accessRoles[role].name}`,
      `New-AzRoleAssignment -ObjectId ${powershellQuoted(principalId)} -RoleDefinitionId ${accessRoles[role].id} -Scope ${powershellQuoted(scope)} | Out-Null`,
    ]),
  ]
  return exportedCode(lines.map(plainLine), `${fileName}.ps1`, [])
}

// https://learn.microsoft.com/azure/azure-resource-manager/bicep/scenarios-rbac
function withBicep({ needs, principalId }: AccessGrant, cloud: AzureCloud): ExportedCode {
  const { subscriptionId, resourceGroupName } = parseResourceId(needs[0]?.scope ?? '')
  const group = `${azureCliOption('subscription', subscriptionId)} ${azureCliOption('resource-group', resourceGroupName)}`
  const lines = [
    ...bicepCloudLines(cloud),
    `// az deployment group create ${group} --template-file ${fileName}.bicep`,
    `var principalId = ${bicepQuoted(principalId)}`,
    ...needs.flatMap(({ role, scope }, index) => {
      const id = parseResourceId(scope)
      const type = resourceType(id)
      return [
        '',
        `resource scope${index} '${type}@${versionOf(type)}' existing = {`,
        `  name: ${bicepQuoted(id.names.join('/'))}`,
        '}',
        '',
        `// ${accessRoles[role].name}`,
        `resource assignment${index} 'Microsoft.Authorization/roleAssignments@${apiVersions.roleAssignments.version}' = {`,
        `  name: guid(scope${index}.id, principalId, '${accessRoles[role].id}')`,
        `  scope: scope${index}`,
        '  properties: {',
        `    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${accessRoles[role].id}')`,
        '    principalId: principalId',
        '  }',
        '}',
      ]
    }),
  ]
  return exportedCode(lines.map(plainLine), `${fileName}.bicep`, [])
}

function versionOf(type: string): string {
  if (/keyvault/i.test(type)) return apiVersions.keyVaults.version
  return (/sets$/i.test(type) ? apiVersions.diskEncryptionSetsInTemplates : apiVersions.galleries).version
}
