import { type ArmErrorDetail, sameRegion } from '@portal/arm'
import { isJsonObject, numberAt, textAt, valueAt } from '../../../json.ts'
import { displayNameOf } from '../../../regions.ts'
import type { StoredResource } from '../../../store/store.ts'
import type { Tenant } from '../../../world.ts'
import { holdsDataAction } from '../../authorization/access.ts'
import { federatedPrincipal } from './federated-principal.ts'
import { keyLocation } from './key-location.ts'
import { hasKeyPolicy } from './key-policy.ts'

// https://learn.microsoft.com/azure/key-vault/general/rbac-guide
const wrappingActions = ['read', 'wrap/action', 'unwrap/action'].map(
  (action) => `Microsoft.KeyVault/vaults/keys/${action}`,
)

/**
 * Azure's error when a set accesses its key; undefined: it has access. A key of a managed HSM is assumed to be usable:
 * nothing is known about it here.
 * https://learn.microsoft.com/azure/virtual-machines/disk-encryption
 */
export function keyProblem(tenant: Tenant, set: StoredResource): ArmErrorDetail | undefined {
  const problem = accessProblem(tenant, set)
  if (problem !== undefined) return problem
  const { keyUrl, version } = keyOf(tenant, set)
  if (version === undefined) return undefined
  return (
    protectionProblem(tenant, set) ??
    enabledProblem(version, keyUrl) ??
    validityProblem(version, { keyUrl, now: tenant.clock.now() })
  )
}

/**
 * Azure's error when an existing disk needs its set's key; undefined: it goes on. Unlike `keyProblem`, a key that has
 * expired and a vault that lost its protection stop new disks only.
 * https://github.com/MicrosoftDocs/azure-docs/issues/121652
 */
export function lostKeyProblem(tenant: Tenant, set: StoredResource): ArmErrorDetail | undefined {
  const problem = accessProblem(tenant, set)
  if (problem !== undefined) return problem
  const { keyUrl, version } = keyOf(tenant, set)
  return version && enabledProblem(version, keyUrl)
}

function keyOf(tenant: Tenant, set: StoredResource): { keyUrl: string; version: StoredResource | undefined } {
  const keyUrl = textAt(set.properties, 'activeKey', 'keyUrl') ?? ''
  return { keyUrl, version: keyLocation(tenant, keyUrl)?.version }
}

/** Why the set can't reach its key at all: vault, identity, network, permissions, version. */
function accessProblem(tenant: Tenant, set: StoredResource): ArmErrorDetail | undefined {
  const keyUrl = textAt(set.properties, 'activeKey', 'keyUrl') ?? ''
  const location = keyLocation(tenant, keyUrl)
  if (location === undefined) return undefined
  const { vault, vaultName, version, home } = location
  if (vault === undefined) return invalid(`The key vault '${vaultName}' was not found.`, 'activeKey.sourceVault.id')
  const federated = federatedPrincipal(tenant, set, { home, keyUrl })
  if (federated && 'code' in federated) return federated
  const principals = federated ? [federated] : principalsOf(set)
  if (principals.length === 0)
    return {
      code: 'KeyVaultAccessTokenCannotBeAcquired',
      message: `Disk encryption set '${set.name}' has no managed identity to access key vault resource '${keyUrl}' with.`,
    }
  if (!isReachable(vault) || !principals.some(({ id }) => mayWrap(tenant, { home, vault, keyUrl, principalId: id })))
    return {
      code: 'KeyVaultAccessForbidden',
      message: `Unable to access key vault resource '${keyUrl}' to enable encryption at rest. Please grant get, wrap and unwrap key permissions to ${principals[0]?.label}. Please visit https://aka.ms/keyvaultaccessssecmk for more information.`,
    }
  return version === undefined ? invalid(`The key '${keyUrl}' was not found.`, 'activeKey.keyUrl') : undefined
}

/**
 * Disks refuse a vault that can lose its keys:
 * https://learn.microsoft.com/azure/virtual-machines/disks-enable-customer-managed-keys-portal
 */
export function protectionProblem(tenant: Tenant, set: StoredResource): ArmErrorDetail | undefined {
  const vault = vaultOf(tenant, set)
  if (vault === undefined) return undefined
  const { enableSoftDelete, enablePurgeProtection } = vault.properties
  if (enableSoftDelete !== false && enablePurgeProtection === true) return undefined
  return invalid(
    `The key vault '${vault.name}' must have soft delete and purge protection enabled to be used by a disk encryption set.`,
    'activeKey.sourceVault.id',
  )
}

/**
 * A vault serves the sets of its own region:
 * https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
 */
export function vaultRegionProblem(tenant: Tenant, set: StoredResource): ArmErrorDetail | undefined {
  const vault = vaultOf(tenant, set)
  if (vault === undefined || sameRegion(vault.location, set.location)) return undefined
  return invalid(
    `The key vault '${vault.name}' is in region '${displayNameOf(vault.location)}' and cannot be used by disk encryption set '${set.name}' in region '${displayNameOf(set.location)}'.`,
    'activeKey.sourceVault.id',
  )
}

function vaultOf(tenant: Tenant, set: StoredResource): StoredResource | undefined {
  return keyLocation(tenant, textAt(set.properties, 'activeKey', 'keyUrl') ?? '')?.vault
}

/** The object IDs of a set, and Azure's name for the identity that needs the permissions. */
export function principalsOf({ name, envelope }: StoredResource): { id: string; label: string }[] {
  const own = textAt(envelope, 'identity', 'principalId')
  const users = valueAt(envelope, 'identity', 'userAssignedIdentities')
  return [
    ...(own === undefined ? [] : [{ id: own, label: `disk encryption set '${name}'` }]),
    ...Object.entries(isJsonObject(users) ? users : {}).map(([identity, facts]) => ({
      id: textAt(facts, 'principalId') ?? '',
      label: `user-assigned identity '${identity}'`,
    })),
  ]
}

// Disks are a trusted service: https://learn.microsoft.com/azure/key-vault/general/network-security. A vault secured by
// its perimeter trusts none: https://learn.microsoft.com/azure/private-link/network-security-perimeter-transition
function isReachable({ properties }: StoredResource): boolean {
  const access = textAt(properties, 'publicNetworkAccess')?.toLowerCase()
  if (access === 'securedbyperimeter') return false
  const isClosed = access === 'disabled' || textAt(properties, 'networkAcls', 'defaultAction') === 'Deny'
  return !isClosed || (textAt(properties, 'networkAcls', 'bypass') ?? 'AzureServices') === 'AzureServices'
}

interface Wrapper {
  home: Tenant
  vault: StoredResource
  keyUrl: string
  principalId: string
}

// What a visitor's sandbox grants in another tenant is kept in the sandbox.
function mayWrap(tenant: Tenant, { home, vault, keyUrl, principalId }: Wrapper): boolean {
  if (vault.properties['enableRbacAuthorization'] !== true)
    return ['get', 'wrapKey', 'unwrapKey'].every((permission) => hasKeyPolicy(vault, principalId, permission))
  const scope = `${vault.id}/keys/${keyUrl.split('/')[4]}`
  const { clock } = tenant
  const roleAssignments =
    home === tenant ? tenant.roleAssignments : [...home.roleAssignments, ...tenant.roleAssignments]
  return wrappingActions.every((dataAction) =>
    holdsDataAction({ ...home, clock, roleAssignments }, principalId, { dataAction, scope }),
  )
}

function enabledProblem({ properties }: StoredResource, keyUrl: string): ArmErrorDetail | undefined {
  if (valueAt(properties, 'attributes', 'enabled') !== false) return undefined
  return { code: 'KeyVaultKeyNotEnabled', message: `The key '${keyUrl}' is not enabled.` }
}

function validityProblem(
  { properties }: StoredResource,
  { keyUrl, now }: { keyUrl: string; now: number },
): ArmErrorDetail | undefined {
  const seconds = now / 1000
  const unable = (why: string) => ({
    code: 'KeyVaultAccessForbidden',
    message: `Unable to access key '${keyUrl}'. ${why}`,
  })
  if (seconds >= (numberAt(properties, 'attributes', 'exp') ?? Infinity)) return unable('Key is expired.')
  if (seconds < (numberAt(properties, 'attributes', 'nbf') ?? 0)) return unable('Key is not yet valid.')
  return undefined
}

function invalid(message: string, target: string): ArmErrorDetail {
  return { code: 'InvalidParameter', message, target }
}
