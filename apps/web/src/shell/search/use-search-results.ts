import { searchWords, type EstateFound } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { estateSearchQuery, fewestCharacters } from '../../api/estate-reads.ts'
import type { QueryAccount } from '../../api/read.ts'
import { useFormats } from '../../i18n/formats.ts'
import { hasPage } from '../../routes.tsx'
import { foundGroups, newVersionGroups, withAnswer } from './found-groups.ts'
import { wordsAfter } from './matching.ts'
import type { SearchGroup } from './search-entry.ts'
import { useSearchTexts } from './search-texts.ts'
import { useLocalResults } from './use-local-results.ts'

interface SearchResults {
  groups: SearchGroup[]
  words: string[]
  isSearching: boolean
  error: Error | null
  retry: () => void
}

/**
 * All that a text finds. What is known here is there at once, and stays first when Azure's answer comes. *Create
 * version* and a part of a name finds the image definitions to create one in.
 */
export function useSearchResults(user: QueryAccount, text: string, onShortcuts: () => void): SearchResults {
  const t = useSearchTexts()
  const { number } = useFormats()
  const words = searchWords(text)
  const local = useLocalResults({ account: user.account, onShortcuts }, words)
  const definitionWords = wordsAfter(searchWords(t.createVersion('')), words)
  const { found, ...search } = useEstateSearch(user, (definitionWords ?? words).join(' '))
  const listed = new Set(local.flatMap(({ entries }) => entries.map(({ key }) => key)))
  const remote =
    found === undefined
      ? []
      : definitionWords === undefined
        ? foundGroups({ found, words, texts: t, number, hasPage }, listed)
        : newVersionGroups(found, t, listed)
  return { groups: [...(found === undefined ? local : withAnswer(local, found)), ...remote], words, ...search }
}

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
function useEstateSearch(user: QueryAccount, text: string): EstateSearch {
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
