import { remainingTimes, type RemainingTimes } from '@portal/image-version'
import type { ImageVersion } from '@portal/portal-api'
import { useMemo, useState } from 'react'

const answersKept = 30

/** What the replication of `version` still takes, at the pace of the answers that this page has seen. */
export function useRemainingTimes(version: ImageVersion): RemainingTimes {
  const [seen, setSeen] = useState([version])
  if (seen.at(-1)?.asOf !== version.asOf) setSeen([...seen, version].slice(-answersKept))
  return useMemo(() => remainingTimes(seen), [seen])
}
