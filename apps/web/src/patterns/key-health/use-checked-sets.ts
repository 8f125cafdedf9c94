import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { readAtOf, type SetReading } from '../../api/disk-encryption-set-facts.ts'
import { setReadingQuery } from '../../api/disk-encryption-set-reads.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'

/** Called when sets are read again: what the server has said about them before no longer counts. */
export const OnCheckAgain = createContext<() => void>(() => undefined)

/** When sets were read, and `checkAgain`, which reads them past every cache. */
export interface CheckedSets {
  /** Azure's time of the oldest reading, ISO 8601; undefined: none yet */
  readAt: string | undefined
  /** in ms: Azure's clock, or that of the demo, minus the browser's */
  azureAhead: number
  isChecking: boolean
  hasFailed: boolean
  checkAgain: () => void
}

/** The readings of some sets, by their IDs. */
export function useCheckedSets(setIds: readonly string[]): CheckedSets {
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const onCheckAgain = use(OnCheckAgain)
  const readings = useQueries({ queries: setIds.map((id) => setReadingQuery(user, { id })), combine: together })
  return {
    ...readings,
    checkAgain: () => {
      onCheckAgain()
      for (const id of setIds) void queryClient.invalidateQueries({ queryKey: setReadingQuery(user, { id }).queryKey })
    },
  }
}

function together(results: UseQueryResult<SetReading>[]) {
  const known = results.flatMap(({ data, dataUpdatedAt }) => (data === undefined ? [] : [{ data, dataUpdatedAt }]))
  const [first] = known
  return {
    readAt: known.map(({ data }) => readAtOf(data)).toSorted()[0],
    azureAhead: first === undefined ? 0 : Date.parse(first.data.now) - first.dataUpdatedAt,
    isChecking: results.some(({ isFetching }) => isFetching),
    hasFailed: results.some(({ isError }) => isError),
  }
}
