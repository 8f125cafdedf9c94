import { withFacts, type ImageVersionPlan, type Inventory } from '@portal/image-version'
import { useQueryClient } from '@tanstack/react-query'
import type { SetReading } from '../../api/disk-encryption-set-facts.ts'
import { setReadingsKey } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useRegionsTexts } from '../../i18n/regions/use-regions-texts.ts'
import { setCountText, setsInRegions } from './sets-in-regions.ts'

/**
 * Says how many sets each region has for a plan, by the region's short name: `2 sets ready here`. It counts when
 * called, from what was already read about their keys, and reads nothing.
 */
export function useSetNotes(plan: ImageVersionPlan, inventory: Inventory): () => (name: string) => string {
  const user = useSignedIn()
  const client = useQueryClient()
  const t = useRegionsTexts()
  return () => {
    const readings = client.getQueriesData<SetReading>({ queryKey: setReadingsKey(user) })
    const known = withFacts(
      inventory,
      readings.flatMap(([, data]) => data?.read ?? []),
    )
    const counts = setsInRegions(plan, known)
    return (name) => setCountText(counts.get(name), t)
  }
}
