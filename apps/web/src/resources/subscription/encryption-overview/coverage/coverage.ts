import { tryParseResourceId, type Posture, type PostureLimits, type Subscription } from '@portal/portal-api'

/**
 * What the figures lack, or might lack, in one subscription:
 * - `hidden`: the user can't see the subscription, and something that they see refers to it
 * - `notCovered`: the user can see it, but Resource Graph does not return it
 * - `unreadSets`: sets that versions use can't be read, so double encryption counts as customer-managed
 * - `unreadDisks`: disks of machines can't be read, so their encryption is unknown
 * - `noGroups`: there is no resource group, or none that the user can read
 */
export interface Gap {
  kind: 'hidden' | 'notCovered' | 'unreadSets' | 'unreadDisks' | 'noGroups'
  subscriptionId: string
  /** of sets, machines, or disks and machines that refer to it; 0 if it is about none */
  count: number
}

export interface Coverage {
  /** how many subscriptions the user can see */
  included: number
  gaps: Gap[]
  /** whether something is surely missing */
  isPartial: boolean
}

/** What of the estate the figures cover, as far as the facts tell. */
export function coverageOf(
  subscriptions: readonly Subscription[],
  limits: PostureLimits,
  made: readonly Pick<Posture, 'groups'>[],
): Coverage {
  const listed = new Set(subscriptions.map(({ subscriptionId }) => subscriptionId.toLowerCase()))
  const isListed = (id: string) => listed.has(id.toLowerCase())
  const covered = new Map(limits.covered.map((one) => [one.subscriptionId.toLowerCase(), one.resourceGroups]))
  const groups = made.flatMap((posture) => posture.groups)
  const references = [
    ...limits.unreadSets.map(({ subscriptionId, sets }) => ({ subscriptionId, count: sets })),
    ...groups.map(({ galleryId, count }) => ({
      subscriptionId: tryParseResourceId(galleryId)?.subscriptionId ?? '',
      count,
    })),
  ]
  const unknown = groups.filter(({ encryption }) => encryption === 'unknown')
  const gaps: Gap[] = [
    ...summed(
      'hidden',
      references.filter(({ subscriptionId }) => !isListed(subscriptionId)),
    ),
    ...[...listed]
      .filter((id) => !covered.has(id))
      .map((subscriptionId) => ({ kind: 'notCovered' as const, subscriptionId, count: 0 })),
    ...limits.unreadSets
      .filter(({ subscriptionId }) => isListed(subscriptionId))
      .map(({ subscriptionId, sets }) => ({ kind: 'unreadSets' as const, subscriptionId, count: sets })),
    ...summed('unreadDisks', unknown),
    ...[...covered]
      .filter(([id, resourceGroups]) => resourceGroups === 0 && isListed(id))
      .map(([subscriptionId]) => ({ kind: 'noGroups' as const, subscriptionId, count: 0 })),
  ]
  return { included: listed.size, gaps, isPartial: gaps.some(({ kind }) => kind !== 'noGroups') }
}

function summed(kind: Gap['kind'], counted: readonly Pick<Gap, 'subscriptionId' | 'count'>[]): Gap[] {
  return [...Map.groupBy(counted, ({ subscriptionId }) => subscriptionId.toLowerCase())].map(
    ([subscriptionId, same]) => ({ kind, subscriptionId, count: same.reduce((sum, { count }) => sum + count, 0) }),
  )
}
