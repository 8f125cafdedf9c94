import { subscriptionIdOf } from '@portal/arm'
import {
  chosenDisks,
  chosenResources,
  errorAt,
  type ImageVersionPlan,
  type Inventory,
  isInSubscription,
  type Issue,
  planSubscriptionId,
  type SourceResource,
  warningAt,
} from '@portal/image-version'

// A source with a customer's key on any disk must be in the gallery's subscription.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function encryptedSourceIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  const subscription = planSubscriptionId(plan)
  return chosenResources(plan.source, inventory).flatMap(({ path, resource }) => {
    if (resource === undefined || !hasCustomerKey(resource) || isInSubscription(resource, subscription)) return []
    const sourceSubscription = subscriptionIdOf(resource.id)
    const params = { name: resource.name, sourceSubscription, subscription }
    return [errorAt(path, 'SourceEncryptedInAnotherSubscription', params)]
  })
}

// A version encrypted with customer keys cannot be the source of another version.
// https://learn.microsoft.com/azure/virtual-machines/image-version-encryption
export function encryptedVersionIssues({ source }: ImageVersionPlan, inventory: Inventory): Issue[] {
  return chosenResources(source, inventory).flatMap(({ path, resource }) =>
    resource?.type === 'ImageVersion' && resource.usesCustomerKeys
      ? [errorAt(path, 'SourceVersionUsesCustomerKeys', { name: resource.name })]
      : [],
  )
}

// What is wrong with a revoked version is in the versions from it, too; Azure accepts it.
export function revokedSourceIssues({ source }: ImageVersionPlan, inventory: Inventory): Issue[] {
  return chosenResources(source, inventory).flatMap(({ path, resource }) =>
    resource?.type === 'ImageVersion' && resource.revocation !== undefined
      ? [warningAt(path, 'SourceVersionRevoked', { name: resource.name, reason: resource.revocation.reason })]
      : [],
  )
}

// Capturing a Trusted Launch machine whose disks have a customer-managed key is reported to fail during replication;
// Azure's pages do not say so: a warning. https://github.com/Azure/azure-rest-api-specs/issues/29280
export function trustedLaunchIssues({ source }: ImageVersionPlan, inventory: Inventory): Issue[] {
  return chosenResources(source, inventory).flatMap(({ path, resource }) => {
    if (resource?.type !== 'VirtualMachine' || resource.securityType !== 'TrustedLaunch') return []
    const hasKey = chosenDisks(source, inventory).some(({ disk }) => disk.diskEncryptionSetId !== undefined)
    return hasKey ? [warningAt(path, 'TrustedLaunchCaptureFails', { name: resource.name })] : []
  })
}

function hasCustomerKey(resource: SourceResource): boolean {
  if ('disk' in resource) return resource.disk.diskEncryptionSetId !== undefined
  if (!('osDisk' in resource)) return false
  return [resource.osDisk, ...resource.dataDisks.map(({ disk }) => disk)].some(
    (disk) => disk.diskEncryptionSetId !== undefined,
  )
}
