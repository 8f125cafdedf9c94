import {
  apiVersions,
  plainText,
  resourceIdCall,
  withoutCharacter,
  type DeploymentTemplate,
  deploymentTemplate,
  type TemplateResource,
} from '@portal/arm'
import { keyVaultCryptoServiceEncryptionUser, keyVaultCryptoServiceReleaseUser } from '../key-health/key-role-ids.ts'
import { rotationPolicyOf } from '../key-health/proposed-rotation-policy.ts'
import { newKeyRotation, type CrossTenantKey, type Preparation, type PreparedRegion } from './preparation.ts'

const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities'
const vaultType = 'Microsoft.KeyVault/vaults'
const keyType = 'Microsoft.KeyVault/vaults/keys'
const setType = 'Microsoft.Compute/diskEncryptionSets'
const roleAssignmentType = 'Microsoft.Authorization/roleAssignments'
const identityVersion = apiVersions.userAssignedIdentities.version
const vaultVersion = apiVersions.keyVaults.version

/**
 * The template that creates the sets, with the vault, key, identity and grant of each. Run again, it changes nothing
 * that it has created. Its output `diskEncryptionSets` has the ID of the set by region.
 * https://learn.microsoft.com/azure/virtual-machines/disks-enable-customer-managed-keys-portal
 */
export function toDeploymentTemplate(preparation: Preparation): DeploymentTemplate {
  return deploymentTemplate({
    parameters: {
      preparation: { type: 'object', metadata: { description: 'What the portal was asked to prepare' } },
      askedAt: { type: 'string', metadata: { description: 'When it was first asked, ISO 8601' } },
    },
    resources: preparation.regions.flatMap((region) => resourcesOf(region, preparation)),
    outputs: {
      diskEncryptionSets: {
        type: 'object',
        value: Object.fromEntries(
          preparation.regions.map(({ location, diskEncryptionSetName }) => [
            plainText(location),
            `[${resourceIdCall(setType, diskEncryptionSetName)}]`,
          ]),
        ),
      },
    },
  })
}

function resourcesOf(region: PreparedRegion, preparation: Preparation): TemplateResource[] {
  if (region.crossTenantKey !== undefined) return [crossTenantSetOf(region, region.crossTenantKey, preparation)]
  const grants = grantsOf(region, preparation)
  return [
    {
      type: identityType,
      apiVersion: identityVersion,
      name: plainText(region.identityName),
      location: plainText(region.location),
      properties: {},
    },
    ...(region.vault.isNew ? [vaultOf(region, preparation)] : []),
    ...(region.key.isNew ? [keyOf(region, preparation)] : []),
    ...grants,
    setOf(region, { preparation, grants }),
  ]
}

// Disks require soft delete and purge protection of a vault:
// https://learn.microsoft.com/azure/virtual-machines/disks-enable-customer-managed-keys-portal
function vaultOf(region: PreparedRegion, preparation: Preparation): TemplateResource {
  const { vault, location } = region
  const byPolicies = vault.permissionModel === 'AccessPolicies'
  return {
    type: vaultType,
    apiVersion: vaultVersion,
    name: plainText(vault.name),
    location: plainText(location),
    ...(byPolicies && { dependsOn: [identityIdOf(region)] }),
    properties: {
      tenantId: '[tenant().tenantId]',
      sku: { family: 'A', name: isConfidential(preparation) ? 'premium' : 'standard' },
      enableSoftDelete: true,
      enablePurgeProtection: true,
      enableRbacAuthorization: !byPolicies,
      accessPolicies: byPolicies ? accessPoliciesOf(region, preparation) : [],
    },
  }
}

// RSA keys only, and for confidential disks exportable ones of an HSM:
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
function keyOf(region: PreparedRegion, preparation: Preparation): TemplateResource {
  const { vault, key, attestationUri } = region
  const rotation = newKeyRotation(preparation)
  return {
    type: keyType,
    apiVersion: vaultVersion,
    name: plainText(`${vault.name}/${key.name}`),
    ...(vault.isNew && { dependsOn: [`[${resourceIdCall(vaultType, vault.name)}]`] }),
    properties: isConfidential(preparation)
      ? {
          kty: 'RSA-HSM',
          keySize: 3072,
          attributes: { exportable: true },
          release_policy: cvmReleasePolicy(attestationUri),
        }
      : { kty: 'RSA', keySize: 3072, ...(rotation && { rotationPolicy: rotationPolicyOf(rotation) }) },
  }
}

function grantsOf(region: PreparedRegion, preparation: Preparation): TemplateResource[] {
  const { vault } = region
  const dependsOn = [identityIdOf(region), ...(vault.isNew ? [`[${resourceIdCall(vaultType, vault.name)}]`] : [])]
  if (vault.permissionModel === 'Roles')
    return principalsOf(region, preparation).map(({ name, objectId, roleId }) => ({
      type: roleAssignmentType,
      apiVersion: apiVersions.roleAssignments.version,
      // The same name each time, so that a second run finds that of the first.
      name: `[guid(${resourceIdCall(vaultType, vault.name)}, ${name}, '${roleId}')]`,
      scope: `[${resourceIdCall(vaultType, vault.name)}]`,
      dependsOn,
      properties: {
        roleDefinitionId: `[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${roleId}')]`,
        principalId: objectId,
        // Entra ID might not find a new identity; with its type given, ARM does not look for it.
        principalType: 'ServicePrincipal',
      },
    }))
  if (vault.isNew) return []
  return [
    {
      type: `${vaultType}/accessPolicies`,
      apiVersion: vaultVersion,
      name: `${vault.name}/add`,
      dependsOn,
      properties: { accessPolicies: accessPoliciesOf(region, preparation) },
    },
  ]
}

function setOf(
  region: PreparedRegion,
  { preparation, grants }: { preparation: Preparation; grants: TemplateResource[] },
): TemplateResource {
  const { vault, key, location, diskEncryptionSetName } = region
  const vaultId = `[${resourceIdCall(vaultType, vault.name)}]`
  const keyId = resourceIdCall(keyType, vault.name, key.name)
  const { encryptionType, rotationToLatestKeyVersionEnabled } = preparation
  return {
    type: setType,
    apiVersion: apiVersions.diskEncryptionSetsInTemplates.version,
    name: plainText(diskEncryptionSetName),
    location: plainText(location),
    dependsOn: [
      identityIdOf(region),
      ...(vault.isNew ? [vaultId] : []),
      ...(key.isNew ? [`[${keyId}]`] : []),
      ...grants.map((grant) => grantId(grant)),
    ],
    identity: { type: 'UserAssigned', userAssignedIdentities: { [identityIdOf(region)]: {} } },
    properties: {
      encryptionType,
      activeKey: {
        sourceVault: { id: vaultId },
        keyUrl: `[reference(${keyId}, '${vaultVersion}').keyUriWithVersion]`,
      },
      rotationToLatestKeyVersionEnabled: rotationToLatestKeyVersionEnabled && !isConfidential(preparation),
    },
  }
}

// The vault of another tenant must not be named:
// https://learn.microsoft.com/azure/virtual-machines/disks-cross-tenant-customer-managed-keys
function crossTenantSetOf(
  { location, diskEncryptionSetName }: PreparedRegion,
  { keyUrl, federatedClientId, userAssignedIdentityId }: CrossTenantKey,
  preparation: Preparation,
): TemplateResource {
  return {
    type: setType,
    apiVersion: apiVersions.diskEncryptionSetsInTemplates.version,
    name: plainText(diskEncryptionSetName),
    location: plainText(location),
    identity: { type: 'UserAssigned', userAssignedIdentities: { [plainText(userAssignedIdentityId)]: {} } },
    properties: {
      encryptionType: preparation.encryptionType,
      activeKey: { keyUrl: plainText(keyUrl) },
      federatedClientId: plainText(federatedClientId),
      rotationToLatestKeyVersionEnabled: preparation.rotationToLatestKeyVersionEnabled && !isConfidential(preparation),
    },
  }
}

interface Principal {
  /** their identifier, in an expression */
  name: string
  objectId: string
  roleId: string
  keys: string[]
}

/** The identity of the set, and for confidential disks the orchestrator that releases the key to proven machines. */
function principalsOf(region: PreparedRegion, preparation: Preparation): Principal[] {
  const identity = resourceIdCall(identityType, region.identityName)
  return [
    {
      name: identity,
      objectId: `[reference(${identity}, '${identityVersion}').principalId]`,
      roleId: keyVaultCryptoServiceEncryptionUser,
      keys: ['get', 'wrapKey', 'unwrapKey'],
    },
    ...(isConfidential(preparation)
      ? [
          {
            name: `'${preparation.orchestratorObjectId}'`,
            objectId: plainText(preparation.orchestratorObjectId),
            roleId: keyVaultCryptoServiceReleaseUser,
            keys: ['get', 'release'],
          },
        ]
      : []),
  ]
}

function accessPoliciesOf(region: PreparedRegion, preparation: Preparation): object[] {
  return principalsOf(region, preparation).map(({ objectId, keys }) => ({
    tenantId: '[tenant().tenantId]',
    objectId,
    permissions: { keys },
  }))
}

function identityIdOf({ identityName }: PreparedRegion): string {
  return `[${resourceIdCall(identityType, identityName)}]`
}

function grantId({ type, name, scope }: TemplateResource): string {
  if (scope === undefined) return `[${resourceIdCall(type, ...name.split('/'))}]`
  return `[extensionResourceId(${inner(scope)}, '${type}', ${inner(name)})]`
}

/** The text between the brackets of an expression. */
function inner(expression: string): string {
  return expression.slice(1, -1)
}

function isConfidential({ encryptionType }: Preparation): boolean {
  return encryptionType === 'ConfidentialVmEncryptedWithCustomerKey'
}

/**
 * The policy for releasing a key from its vault: to a confidential VM attested by the region's attestation provider.
 * The same that `az keyvault key create --default-cvm-policy` creates. Throws `RefusedCharacter` for an address with a
 * character that no address has.
 * https://learn.microsoft.com/azure/confidential-computing/quick-create-confidential-vm-azure-cli
 */
export function cvmReleasePolicy(attestationUri: string): { contentType: string; data: string } {
  const authority = withoutCharacter(attestationUri, /[^\x21-\x7E]/)
  const policy = {
    version: '1.0.0',
    anyOf: [{ authority, allOf: [{ claim: 'x-ms-compliance-status', equals: 'azure-compliant-cvm' }] }],
  }
  return { contentType: 'application/json; charset=utf-8', data: base64Url(JSON.stringify(policy)) }
}

function base64Url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
