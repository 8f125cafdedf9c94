import { useQuery } from '@tanstack/react-query'
import { postureLimitsQuery, postureQuery } from '../../../../api/estate-reads.ts'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { coverageOf } from './coverage.ts'

/** What the figures cover, and the names of subscriptions. The facts are read after the figures, which come first. */
export function useCoverage() {
  const user = useSignedIn()
  const subscriptions = useQuery(subscriptionsQuery(user))
  const disks = useQuery(postureQuery(user, { of: 'disks' }))
  const machines = useQuery(postureQuery(user, { of: 'virtualMachines' }))
  const versions = useQuery(postureQuery(user, { of: 'imageVersions' }))
  const limits = useQuery({ ...postureLimitsQuery(user), enabled: versions.data !== undefined })
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
