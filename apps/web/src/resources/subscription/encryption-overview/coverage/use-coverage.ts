import { postureLimitsQuery, postureQuery } from '../../../../api/estate-reads.ts'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { coverageOf } from './coverage.ts'

/** What the figures cover, and the names of subscriptions. The facts are read after the figures, which come first. */
export function useCoverage() {
  const subscriptions = useRead(subscriptionsQuery)
  const disks = useRead(postureQuery, { of: 'disks' })
  const machines = useRead(postureQuery, { of: 'virtualMachines' })
  const versions = useRead(postureQuery, { of: 'imageVersions' })
  const limits = useRead(postureLimitsQuery, {}, { enabled: versions.data !== undefined })
  const names = new Map(
    (subscriptions.data ?? []).map((one) => [one.subscriptionId.toLowerCase(), one.displayName] as const),
  )
  return {
    nameOf: (subscriptionId: string) => names.get(subscriptionId.toLowerCase()) ?? subscriptionId,
    coverage:
      subscriptions.data && limits.data && disks.data && machines.data
        ? coverageOf(subscriptions.data, limits.data, [disks.data, machines.data])
        : undefined,
    queries: limits.data?.queries ?? [],
    error: subscriptions.error ?? limits.error,
    refetch: () => {
      void subscriptions.refetch()
      void limits.refetch()
    },
  }
}
