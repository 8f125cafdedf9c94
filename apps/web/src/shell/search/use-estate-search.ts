import type { EstateFound } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { estateSearchQuery, fewestCharacters } from '../../api/estate-reads.ts'
import type { QueryAccount } from '../../api/read.ts'

/** How long typing has to pause until Azure is asked. */
const pauseMs = 200

interface EstateSearch {
  /** undefined until Azure has answered */
  found: EstateFound | undefined
  isSearching: boolean
  error: Error | null
  retry: () => void
}

/**
 * What a text finds in Azure: one query once typing pauses, none for a text that is too short. Typing on cancels it; an
 * answer is kept, so that the same text asks nothing again for a while.
 */
export function useEstateSearch(user: QueryAccount, text: string): EstateSearch {
  const isAsked = useAfterPause(text) === text
  const isLong = text.length >= fewestCharacters
  // The text itself is the key: another one leaves the query before without a user, which cancels it.
  const { data, error, isFetching, refetch } = useQuery({
    ...estateSearchQuery(user, { text }),
    enabled: isLong && isAsked,
  })
  if (!isLong) return { found: undefined, isSearching: false, error: null, retry: () => undefined }
  return {
    found: data,
    isSearching: data === undefined && (isFetching || error === null),
    error: data === undefined && !isFetching ? error : null,
    retry: () => void refetch(),
  }
}

/** `text` as it was when it had not changed for a while. */
function useAfterPause(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
