import { searchWords } from '@portal/portal-api'
import type { QueryAccount } from '../../api/read.ts'
import { useFormats } from '../../i18n/formats.ts'
import { hasPage } from '../../routes.tsx'
import { foundGroups, newVersionGroups, withAnswer } from './found-groups.ts'
import { wordsAfter } from './matching.ts'
import type { SearchGroup } from './search-entry.ts'
import { useSearchTexts } from './texts/use-search-texts.ts'
import { useEstateSearch } from './use-estate-search.ts'
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
