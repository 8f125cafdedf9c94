import { failedRegions, isSettled } from '@portal/image-version'
import type { ImageVersion, StoredTargetRegion } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { versionWorksQuery } from '../../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'

/** The failed regions that can be removed and added again: none during an operation, never the source region. */
export function useRepairableRegions(version: ImageVersion | undefined): StoredTargetRegion[] {
  const user = useSignedIn()
  const failed = failedRegions(version?.targetRegions ?? []).filter(({ name }) => name !== version?.location)
  // The page has read it by then, and goes on reading it: not once more for each part that needs it.
  const works = versionWorksQuery(user, { imageVersionId: version?.id ?? '' })
  const { data } = useQuery({ ...works, enabled: failed.length > 0, refetchOnMount: false })
  const isAtWork = data === undefined || data.some(({ state }) => state === 'Running')
  if (version === undefined || isAtWork || !isSettled(version.provisioningState, version.targetRegions)) return []
  return failed
}
