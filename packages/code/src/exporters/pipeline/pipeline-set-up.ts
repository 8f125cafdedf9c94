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
import { type AccessNeed, accessRoles, type PlanResources } from '@portal/gallery'
import { diskEncryptionSetIdsOf, type ImageVersionPlan, sourceIdsOf } from '@portal/image-version'
import { azureCliItem, azureCliOption } from '../../quoting/azure-cli-value.ts'
import { deploymentExporters } from '../deployment/deployment-exporters.ts'
import type { Deployment } from '../deployment/deployment.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { plainLine } from '../shown/code-line.ts'
import { hasPlaceholder } from '../shown/placeholder.ts'
import { bashGuard } from '../syntax/bash-guard.ts'
import { azCloudLines } from '../syntax/cloud-in-tools.ts'
import type { PipelineLanguage } from './pipeline-workflows.ts'

/** What the identity of a pipeline needs access to for a plan; undefined while one of them is no ID. */
export function resourcesOfPlan(plan: ImageVersionPlan): PlanResources | undefined {
  const resources = { setIds: diskEncryptionSetIdsOf(plan), sourceIds: sourceIdsOf(plan.source) }
  const ids = [plan.imageDefinitionId, ...resources.setIds, ...resources.sourceIds]
  return ids.every((id) => tryParseResourceId(id) !== undefined) ? resources : undefined
}

/** The ID that the set-up gives the identity near a resource; '' for a subscription, where its group is not known. */
export function pipelineIdentityId(near: string): string {
  const id = tryParseResourceId(near)
  const group = id && `/subscriptions/${id.subscriptionId}/resourceGroups/${id.resourceGroupName}`
  return group === undefined ? '' : `${group}/providers/${identityType}/${pipelineIdentityName}`
}

/** A federated credential of an identity: whose tokens it accepts. */
interface FederatedCredential {
  issuer: string
  subject: string
  audiences: readonly string[]
}

const tokensOf: Record<PipelineLanguage, { issuer: RegExp; subject: RegExp }> = {
  // An enterprise can have an issuer of its own. The workflow runs for a branch.
  GitHubActions: {
    issuer: /^https:\/\/token\.actions\.[\w.-]+\.com(\/[\w-]+)?$/,
    subject: /^repo:[^/<>\s]+\/[^/<>\s]+:ref:refs\/heads\/[^<>\s]+$/,
  },
  // The second form is that of older service connections.
  AzurePipelines: {
    issuer: /^https:\/\/(login\.[\w.]+\/[\da-f-]{36}\/v2\.0|vstoken\.dev\.azure\.com\/[\da-f-]{36})$/i,
    subject: /^(\/eid1\/\S+\/sc\/[\da-f-]{36}\/[\da-f-]{36}|sc:\/\/[^<>/]+\/[^<>/]+\/[^<>/]+)$/i,
  },
}

/**
 * Which of an identity's federated credentials the pipeline signs in with, and what of it isn't as its workflow needs;
 * undefined if none is of its system.
 * https://docs.github.com/actions/reference/security/oidc
 * https://learn.microsoft.com/azure/devops/pipelines/release/configure-workload-identity
 */
export function pipelineCredential<Credential extends FederatedCredential>(
  credentials: readonly Credential[],
  language: PipelineLanguage,
): { credential: Credential; fault: 'subject' | 'audience' | undefined } | undefined {
  const { issuer, subject } = tokensOf[language]
  const found = credentials
    .filter((each) => issuer.test(each.issuer))
    .map((credential) => {
      const isAudience = credential.audiences.includes(pipelineAudience)
      const fault = !subject.test(credential.subject) ? 'subject' : isAudience ? undefined : 'audience'
      return { credential, fault } as const
    })
  return found.find(({ fault }) => fault === undefined) ?? found[0]
}

function isSubscription(scope: string): boolean {
  return scope.split('/').length === 3
}

const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities'

/** Both pipelines have one identity: what runs in the same repository could sign in as either. */
export const pipelineIdentityName = 'image-pipeline'

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
  roles: AccessNeed[]
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
  if (place === undefined) return []
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
    ...[...Map.groupBy(roles, ({ role }) => accessRoles[role].name)].flatMap(([name, some]) => [
      `# ${name}`,
      ...some.map(({ role, scope }) => `assign ${accessRoles[role].id} ${azureCliItem(scope)}`),
    ]),
    '',
    '# Variables of the repository, or values of the service connection. None is a secret.',
    `echo "AZURE_CLIENT_ID=$(az identity show ${group} ${azureCliOption('name', identityName)} --query=clientId --output=tsv)"`,
    'echo "AZURE_TENANT_ID=$(az account show --query=tenantId --output=tsv)"',
    'echo "AZURE_SUBSCRIPTION_ID=$(az account show --query=id --output=tsv)"',
  ]
  return exportedCode(lines.map(plainLine), `${fileName}.sh`, [])
}

const identityVersion = apiVersions.userAssignedIdentities.version

/** The identity's own group first; the others get its object ID as a parameter. */
function setUpDeployments({ fileName, place, roles, trust }: PlacedSetUp): Deployment[] {
  const { subscriptionId, resourceGroupName } = place
  const groupOf = (scope: string) => scope.split('/').slice(1, 5).join('/').toLowerCase()
  const home = groupOf(`/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/`)
  const byGroup = Map.groupBy(roles, ({ scope }) => groupOf(scope))
  const identityId = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/providers/${identityType}/${trust.identityName}`
  const others = [...byGroup].filter(([of]) => of !== home)
  return [
    {
      subscriptionId,
      resourceGroupName,
      name: 'pipeline',
      fileName,
      template: templateOf([
        ...identityOf(trust),
        ...(byGroup.get(home) ?? []).map((role) => assignment(role, identityId, trust.identityName)),
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

function assignment({ scope, role }: AccessNeed, identityId: string, identityName?: string): TemplateResource {
  const roleId = accessRoles[role].id
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
