import { sameResourceId, type UnderWayItem } from '@portal/portal-api'

/**
 * The operations of `before` that are no longer among those of `now`. Not those that go on in another shape: a resource
 * whose deployment is in progress, or a deployment whose resource is; they end with the other.
 */
export function endedItems(before: readonly UnderWayItem[], now: readonly UnderWayItem[]): UnderWayItem[] {
  const goesOn = (item: UnderWayItem) =>
    now.some(
      ({ id, about }) =>
        sameResourceId(id, item.id) ||
        (about !== undefined && sameResourceId(about, item.id)) ||
        (item.about !== undefined && sameResourceId(id, item.about)),
    )
  return before.filter((item) => !goesOn(item))
}
