import { type DiskEncryptionSet, diskEncryptionSetById, findingsOf, withFacts } from '@portal/disk-encryption'
import { useQueries, type QueryState, type UseQueryResult } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { SetReading } from '../../api/disk-encryption-set-facts.ts'
import { setReadingQuery } from '../../api/disk-encryption-set-reads.ts'
import { pollInterval } from '../../api/poll-interval.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'

interface Sets {
  diskEncryptionSets: DiskEncryptionSet[]
  /** Azure's own time, ISO 8601 */
  now: string
}

/**
 * `sets` with Azure's facts about the keys of those that are `wanted`, read in the background. A set whose grant Azure
 * has not applied yet is read again until it has.
 */
export function useSetsWithFacts(sets: Sets, wanted: DiskEncryptionSet[]): Sets {
  const user = useSignedIn()
  const { diskEncryptionSets, now } = sets
  // What was read of a set stays when another one is chosen, and so does what was computed from it: the page is drawn
  // once for the choice, and not again for a query that begins or ends.
  const [known, setKnown] = useState<readonly string[]>(() => wanted.map(({ id }) => id))
  const ids = [...new Set([...known, ...wanted.map(({ id }) => id)])]
  if (ids.length > known.length) setKnown(ids)
  const { readings, latest } = useQueries({
    queries: ids
      .flatMap((id) => diskEncryptionSetById(sets, id) ?? [])
      .map((set) => ({
        ...setReadingQuery(user, { id: set.id }),
        refetchInterval: ({ state }: { state: QueryState<SetReading> }) =>
          isSettling(set, state.data) && pollInterval(state, user.configuration.replicationPollMs),
      })),
    combine: together,
  })
  return useMemo(
    () => ({
      ...withFacts({ diskEncryptionSets }, readings),
      now: latest > now ? latest : now,
    }),
    [diskEncryptionSets, readings, latest, now],
  )
}

function together(results: UseQueryResult<SetReading>[]) {
  const answers = results.flatMap(({ data }) => data ?? [])
  return {
    readings: answers.flatMap(({ read }) => read ?? []),
    latest: answers.reduce((latest, { now }) => (now > latest ? now : latest), ''),
  }
}

function isSettling(set: DiskEncryptionSet, reading: SetReading | undefined): boolean {
  if (!reading?.read) return false
  const findings = findingsOf({ ...set, facts: reading.read.facts }, reading.now)
  return findings.some(({ code }) => code === 'KeyAccessJustGranted')
}
