import type { LatestCandidate } from '../latest/latest-version.ts'
import type { WantedRevocation } from '../revocation/revoked-version.ts'

// What only tests read of the product.
export type { WantedLatest } from '../latest/latest-change.ts'

/** A version that is replicated to each of these regions; excluded in those that follow a `!`. */
export function aCandidate(name: string, regions: string[], over: Partial<LatestCandidate> = {}): LatestCandidate {
  return {
    id: `/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/g/images/web/versions/${name}`,
    name,
    provisioningState: 'Succeeded',
    excludeFromLatest: false,
    isRevoked: false,
    regions: regions.map((region) => ({
      name: region.replace('!', ''),
      excludeFromLatest: region.startsWith('!'),
      isReplicated: true,
    })),
    ...over,
  }
}

/** A revocation that says nothing yet. */
export const blankRevocation: WantedRevocation = { reason: '', replacementId: '', endOfLifeDate: '' }
