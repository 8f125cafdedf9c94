import type { RetainedVersion } from '../retention/retention.ts'

const compute = '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/g/providers/Microsoft.Compute'

/** A version without anything that keeps it, published on 1 January 2026. */
export function aRetainedVersion(name: string, over: Partial<RetainedVersion> = {}): RetainedVersion {
  return {
    id: `${compute}/galleries/g/images/web/versions/${name}`,
    location: 'westus',
    provisioningState: 'Succeeded',
    tags: {},
    excludeFromLatest: false,
    publishedDate: '2026-01-01T00:00:00Z',
    blockDeletionBeforeEndOfLife: false,
    isUnderPlatformKeys: false,
    regions: [{ name: 'westus', excludeFromLatest: false, replicas: 1 }],
    usedBy: [],
    sourceOf: [],
    isInCampaign: false,
    locks: [],
    unseen: [],
    ...over,
  }
}
