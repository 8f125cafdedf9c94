import { withFacts } from '@portal/disk-encryption'
import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { useQueryClient } from '@tanstack/react-query'
import type { SetReading } from '../../api/disk-encryption-set-facts.ts'
import { keyOf } from '../../api/read.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { setsInRegions } from './sets-in-regions.ts'

/**
 * How many sets each region has for a plan, by the region's short name. It counts when called, from what was already
 * read about their keys, and reads nothing.
 */
export function useSetCounts(plan: ImageVersionPlan, inventory: Inventory): () => ReadonlyMap<string, number> {
  const user = useSignedIn()
  const client = useQueryClient()
  return () => {
    const readings = client.getQueriesData<SetReading>({ queryKey: keyOf(user, 'set-reading') })
    const known = withFacts(
      inventory,
      readings.flatMap(([, data]) => data?.read ?? []),
    )
    return setsInRegions(plan, known)
  }
}
