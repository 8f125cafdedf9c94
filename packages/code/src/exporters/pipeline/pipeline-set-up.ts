import {
  apiVersions,
  type AzureCloud,
  type DeploymentTemplate,
  parseResourceId,
  plainText,
  resourceIdCall,
  type ResourceId,
  templateLiteral,
  type TemplateResource,
  tryParseResourceId,
} from '@portal/arm'
import { accessRoles } from '@portal/gallery'
import { diskEncryptionSetIdsOf, type ImageVersionPlan, sourceIdsOf } from '@portal/image-version'
import { azureCliItem, azureCliOption } from '../../quoting/azure-cli-value.ts'
import { deploymentExporters } from '../deployment/deployment-exporters.ts'
import type { Deployment } from '../deployment/deployment.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { plainLine } from '../shown/code-line.ts'
import { hasPlaceholder } from '../shown/placeholder.ts'
import { bashGuard } from '../syntax/bash-guard.ts'
import { azCloudLines } from '../syntax/cloud-in-tools.ts'

/**
 * Azure's built-in roles that a pipeline needs, by GUID: those of a team that publishes, and of the kinds of sources.
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
const pipelineRoles = {
  [accessRoles.setReader.name]: accessRoles.setReader.id,
  [accessRoles.publisher.name]: accessRoles.publisher.id,
  'Disk Snapshot Contributor': '7efff54f-a5b4-42b5-a1c5-5411624893ce',
  'Storage Account Key Operator Service Role': '81a9662b-bebf-436f-a333-f67b29880f12',
} as const

/** A role that the identity of a pipeline needs, where. */
export interface NeededRole {
  /** ID of a resource or a subscription */
  scope: string
  role: keyof typeof pipelineRoles
}

/**
 * Exactly what the identity of a pipeline needs for a plan: to publish to the definition, to read the gallery (its
 * recycle bin) and each disk encryption set, and for the source what Azure demands of its kind. No built-in role
 * publishes without the right to delete.
 * https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries
 */
export function rolesOfPlan(plan: ImageVersionPlan): NeededRole[] {
  const { imageDefinitionId } = plan
  const readers = [imageDefinitionId.replace(/\/images\/[^/]*$/i, ''), ...diskEncryptionSetIdsOf(plan)]
  return unique([
    { scope: imageDefinitionId, role: 'Compute Gallery Artifacts Publisher' },
    ...readers.map((scope): NeededRole => ({ scope, role: 'Reader' })),
    ...sourceIdsOf(plan.source).map((scope): NeededRole => ({ scope, role: sourceRole(scope) })),
  ])
}

/** To change or delete the versions in a scope, and to read its subscription, whose machines could use a version. */
export function rolesOfCleanUp(scopeId: string): NeededRole[] {
  return [
    { scope: scopeId, role: 'Compute Gallery Artifacts Publisher' },
    { scope: scopeId.split('/').slice(0, 3).join('/'), role: 'Reader' },
  ]
}

function isSubscription(scope: string): boolean {
  return scope.split('/').length === 3
}

function sourceRole(id: string): NeededRole['role'] {
  if (/\/(virtualMachines|disks)\/[^/]+$/i.test(id)) return 'Compute Gallery Artifacts Publisher'
  if (/\/snapshots\/[^/]+$/i.test(id)) return 'Disk Snapshot Contributor'
  return /\/storageAccounts\/[^/]+$/i.test(id) ? 'Storage Account Key Operator Service Role' : 'Reader'
}

function unique(roles: NeededRole[]): NeededRole[] {
  return [...new Map(roles.map((one) => [`${one.role} ${one.scope.toLowerCase()}`, one])).values()]
}

/** Whose tokens the identity trusts. */
export interface PipelineTrust {
  /** of the user-assigned identity */
  identityName: string
  issuer: string
  subject: string
}

const pipelineAudience = 'api://AzureADTokenExchange'
const credentialName = 'image-version-pipeline'

interface SetUp {
  /** without its ending */
  fileName: string
  /** the ID in whose resource group the identity is; of a subscription, the group is a placeholder */
  near: string
  roles: NeededRole[]
  trust: PipelineTrust
}

/**
 * What is set up once for a pipeline: the identity, its federated credential and its roles, as a script of az, and as
 * Bicep with a file for each resource group in which something is; nothing for an ID that is none. Throws
 * `RefusedCharacter`.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust-user-assigned-managed-identity
 */
export function pipelineSetUp(setUp: SetUp, cloud: AzureCloud): ExportedCode[] {
  const [, , subscriptionId = ''] = setUp.near.split('/')
  const place = isSubscription(setUp.near)
    ? { subscriptionId, resourceGroupName: '<resource group>' }
    : tryParseResourceId(setUp.near)
  const isKnown = ({ scope }: NeededRole) => isSubscription(scope) || tryParseResourceId(scope) !== undefined
  if (place === undefined || !setUp.roles.every(isKnown)) return []
  return [
    setUpScript({ ...setUp, place }, cloud),
    ...setUpDeployments({ ...setUp, place }).map((deployment) => deploymentExporters.Bicep(deployment, cloud)),
  ]
}

type PlacedSetUp = SetUp & { place: Pick<ResourceId, 'subscriptionId' | 'resourceGroupName'> }

function setUpScript({ fileName, place, roles, trust }: PlacedSetUp, cloud: AzureCloud): ExportedCode {
  const group = azureCliOption('resource-group', place.resourceGroupName)
  const { identityName, issuer, subject } = trust
  const lines = [
    '#!/usr/bin/env bash',
    '# Run this once, in bash, as somebody who can create identities and assign roles at these scopes.',
    'set -euo pipefail',
    ...(hasPlaceholder(JSON.stringify([trust, place])) ? [bashGuard] : []),
    ...azCloudLines(cloud),
    `az account set ${azureCliOption('subscription', place.subscriptionId)}`,
    '',
    // In the region of the resource group.
    `az identity create ${group} ${azureCliOption('name', identityName)} --output=none`,
    `principal=$(az identity show ${group} ${azureCliOption('name', identityName)} --query=principalId --output=tsv)`,
    'az identity federated-credential create \\',
    `  ${group} ${azureCliOption('identity-name', identityName)} ${azureCliOption('name', credentialName)} \\`,
    `  ${azureCliOption('issuer', issuer)} \\`,
    `  ${azureCliOption('subject', subject)} \\`,
    `  --audiences=${pipelineAudience} --output=none`,
    '',
    'assign() {',
    '  az role assignment create --assignee-object-id="$principal" --assignee-principal-type=ServicePrincipal \\',
    '    --role="$1" --scope="$2" --output=none',
    '}',
    ...[...Map.groupBy(roles, ({ role }) => role)].flatMap(([role, some]) => [
      `# ${role}`,
      ...some.map(({ scope }) => `assign ${pipelineRoles[role]} ${azureCliItem(scope)}`),
    ]),
    '',
    '# Variables of the repository, or values of the service connection. None is a secret.',
    `echo "AZURE_CLIENT_ID=$(az identity show ${group} ${azureCliOption('name', identityName)} --query=clientId --output=tsv)"`,
    'echo "AZURE_TENANT_ID=$(az account show --query=tenantId --output=tsv)"',
    'echo "AZURE_SUBSCRIPTION_ID=$(az account show --query=id --output=tsv)"',
  ]
  return exportedCode(lines.map(plainLine), `${fileName}.sh`, [])
}

const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities'
const identityVersion = apiVersions.userAssignedIdentities.version

/** The identity's own group first; the others get its object ID as a parameter. */
function setUpDeployments({ fileName, place, roles, trust }: PlacedSetUp): Deployment[] {
  const { subscriptionId, resourceGroupName } = place
  const placeOf = (scope: string) => scope.split('/').slice(1, 5).join('/').toLowerCase()
  const home = placeOf(`/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/`)
  const byPlace = Map.groupBy(roles, ({ scope }) => placeOf(scope))
  const identityId = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/providers/${identityType}/${trust.identityName}`
  const others = [...byPlace].filter(([of]) => of !== home)
  return [
    {
      subscriptionId,
      resourceGroupName,
      name: 'pipeline',
      fileName,
      template: templateOf([
        ...identityOf(trust),
        ...(byPlace.get(home) ?? []).map((role) => assignment(role, identityId, trust.identityName)),
      ]),
    },
    ...others.map(([of, some], index): Deployment => {
      const [, subscription = '', , group] = of.split('/')
      return {
        subscriptionId: subscription,
        resourceGroupName: group ?? '',
        name: `pipeline-${index + 2}`,
        fileName: `${fileName}-${index + 2}`,
        ...(group === undefined && { subscriptionLocation: '<region>' }),
        template: {
          ...templateOf(
            some.map((role) => assignment(role, identityId)),
            group === undefined,
          ),
          parameters: {
            principalId: { type: 'string', metadata: { description: 'Output of the deployment of the identity' } },
          },
        },
      }
    }),
  ]
}

function templateOf(resources: TemplateResource[], isOfSubscription = false): DeploymentTemplate {
  const isHome = resources.some(({ type }) => type === identityType)
  const identity = `reference(${resourceIdCall(identityType, resources[0]?.name ?? '')}, '${identityVersion}')`
  return {
    $schema: isOfSubscription
      ? 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#'
      : 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: {},
    resources,
    outputs: isHome
      ? {
          principalId: { type: 'string', value: `[${identity}.principalId]` },
          clientId: { type: 'string', value: `[${identity}.clientId]` },
        }
      : {},
  }
}

function identityOf({ identityName, issuer, subject }: PipelineTrust): TemplateResource[] {
  return [
    {
      type: identityType,
      apiVersion: identityVersion,
      name: plainText(identityName),
      location: '[resourceGroup().location]',
      properties: {},
    },
    {
      type: `${identityType}/federatedIdentityCredentials`,
      apiVersion: identityVersion,
      name: `${identityName}/${credentialName}`,
      dependsOn: [`[${resourceIdCall(identityType, identityName)}]`],
      properties: { issuer: plainText(issuer), subject: plainText(subject), audiences: [pipelineAudience] },
    },
  ]
}

function assignment({ scope, role }: NeededRole, identityId: string, identityName?: string): TemplateResource {
  const roleId = pipelineRoles[role]
  const id = isSubscription(scope) ? undefined : parseResourceId(scope)
  const type = id && [id.provider, ...id.types].join('/')
  return {
    type: 'Microsoft.Authorization/roleAssignments',
    apiVersion: apiVersions.roleAssignments.version,
    // The same name each time, so that a second run finds that of the first.
    name: `[guid(${[identityId, scope, roleId].map(templateLiteral).join(', ')})]`,
    ...(id && type && { scope: `[${resourceIdCall(type, ...id.names)}]` }),
    ...(identityName !== undefined && { dependsOn: [`[${resourceIdCall(identityType, identityName)}]`] }),
    properties: {
      roleDefinitionId: `[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${roleId}')]`,
      principalId:
        identityName === undefined
          ? "[parameters('principalId')]"
          : `[reference(${resourceIdCall(identityType, identityName)}, '${identityVersion}').principalId]`,
      // Entra ID might not find a new identity; with its type given, ARM does not look for it.
      principalType: 'ServicePrincipal',
    },
  }
}
