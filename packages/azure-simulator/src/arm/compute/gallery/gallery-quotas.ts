import { regionName } from '@portal/arm'
import { objectsAt, textAt } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import type { GalleryQuota, Tenant } from '../../../world.ts'
import { operationNotAllowed } from '../../errors.ts'

interface Place {
  subscriptionId: string
  /** in whichever of Azure's spellings */
  location: string
}

// In each region of a subscription: https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery#limits
const quotas: Record<GalleryQuota, { type: string; limit: number }> = {
  Gallery: { type: 'Microsoft.Compute/galleries', limit: 100 },
  GalleryImage: { type: 'Microsoft.Compute/galleries/images', limit: 1_000 },
  GalleryImageVersion: { type: 'Microsoft.Compute/galleries/images/versions', limit: 10_000 },
}

/** The name of a quota of galleries, how much of it is used in a region of a subscription, and how much there is. */
interface GalleryUsage {
  name: GalleryQuota
  currentValue: number
  limit: number
}

/** The usage of each quota of galleries. */
export function galleryUsages(tenant: Tenant, place: Place): GalleryUsage[] {
  return (['Gallery', 'GalleryImage', 'GalleryImageVersion'] as const).map((name) => usageOf(tenant, name, place))
}

function usageOf({ store, quotas: others = [] }: Tenant, name: GalleryQuota, place: Place): GalleryUsage {
  const { subscriptionId, location } = place
  const { type, limit } = quotas[name]
  const region = regionName(location)
  const here = store.list(`/subscriptions/${subscriptionId}`, type).filter((resource) => isIn(resource, region))
  const other = others.find(
    (one) => one.name === name && one.subscriptionId === subscriptionId.toLowerCase() && one.location === region,
  )
  return { name, currentValue: here.length, limit: other?.limit ?? limit }
}

// A version takes its place wherever it is replicated to: https://github.com/Azure/AgentBaker/pull/8434
function isIn({ location, properties }: StoredResource, region: string): boolean {
  const targets = objectsAt(properties, 'publishingProfile', 'targetRegions')
  if (targets.length === 0) return regionName(location) === region
  return targets.some((target) => regionName(textAt(target, 'name') ?? '') === region)
}

/** Throws 409 in the words that Compute has for its quotas if the region has no room for one more. */
export function assertGalleryQuota(tenant: Tenant, name: GalleryQuota, place: Place): void {
  const { currentValue, limit } = usageOf(tenant, name, place)
  if (currentValue < limit) return
  throw operationNotAllowed(
    `Operation could not be completed as it results in exceeding approved ${name} quota. Additional details - Deployment Model: Resource Manager, Location: ${regionName(place.location)}, Current Limit: ${limit}, Current Usage: ${currentValue}, Additional Required: 1, (Minimum) New Limit Required: ${currentValue + 1}. Please read more about quota limits at https://learn.microsoft.com/azure/quotas/quickstart-increase-quota-portal.`,
  )
}
