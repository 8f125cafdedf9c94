import {
  deploymentTemplate,
  apiVersions,
  parseResourceId,
  plainText,
  resourceType,
  type TemplateResource,
} from '@portal/arm'
import type { DiskEncryptionSet, DiskEncryptionSetFacts } from '@portal/disk-encryption'
import type { Deployment } from './deployment.ts'

/** A disk encryption set with all of it that a PUT states. */
interface StoredSet {
  set: DiskEncryptionSet & { facts: DiskEncryptionSetFacts }
  /** ID of its key's vault; absent if that is in another subscription or tenant */
  sourceVaultId?: string | undefined
  userAssignedIdentityIds: readonly string[]
  /** of the application with which it reaches a vault in another tenant */
  federatedClientId?: string | undefined
  tags?: Record<string, string> | undefined
}

/**
 * The deployment that states sets of one resource group whole, as they are now: where they exist, it changes nothing.
 * Their keys and the identities that are lent to them must exist.
 * https://learn.microsoft.com/azure/templates/microsoft.compute/diskencryptionsets
 */
export function deploymentOfSets(sets: readonly StoredSet[]): Deployment {
  const { subscriptionId, resourceGroupName } = parseResourceId(sets[0]?.set.id ?? '')
  return {
    subscriptionId,
    resourceGroupName,
    name: 'disk-encryption-sets',
    template: deploymentTemplate({ resources: sets.map(resourceOf) }),
  }
}

function resourceOf({ set, tags, userAssignedIdentityIds: lent, ...where }: StoredSet): TemplateResource {
  const { facts, encryptionType, rotationToLatestKeyVersionEnabled } = set
  const { sourceVaultId, federatedClientId } = where
  return {
    type: resourceType(parseResourceId(set.id)),
    apiVersion: apiVersions.diskEncryptionSetsInTemplates.version,
    name: plainText(set.name),
    location: plainText(set.location),
    ...(tags && { tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, plainText(value)])) }),
    identity: {
      type: facts.identity.type,
      ...(lent.length > 0 && { userAssignedIdentities: Object.fromEntries(lent.map((id) => [plainText(id), {}])) }),
    },
    properties: {
      encryptionType,
      ...(facts.keyUrl !== '' && {
        activeKey: {
          ...(sourceVaultId !== undefined && { sourceVault: { id: plainText(sourceVaultId) } }),
          keyUrl: plainText(facts.keyUrl),
        },
      }),
      ...(federatedClientId !== undefined && { federatedClientId: plainText(federatedClientId) }),
      rotationToLatestKeyVersionEnabled,
    },
  }
}
