import { remainingTimes, type RemainingTimes } from '@portal/image-version'
import type { ImageVersion } from '@portal/portal-api'
import { useMemo, useState } from 'react'

const answersKept = 30

/** The remaining time of the replication of `version`, from the progress that this page has seen. */
export function useRemainingTimes(version: ImageVersion): RemainingTimes {
  const [seen, setSeen] = useState([version])
  if (seen.at(-1)?.asOf !== version.asOf) setSeen([...seen, version].slice(-answersKept))
  return useMemo(() => remainingTimes(seen), [seen])
}
