import { searchWords, type EstateFound } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { scenariosQuery } from '../../api/account-reads.ts'
import { estateSearchQuery, fewestCharacters } from '../../api/estate-reads.ts'
import type { QueryAccount } from '../../api/read.ts'
import { subscriptionsQuery } from '../../api/subscription-reads.ts'
import { signOut } from '../../auth/sign-out.ts'
import { begunBy } from '../../demo/beginning.ts'
import type { ScenarioTexts } from '../../demo/texts/scenarios.en.ts'
import { recentResources, resourceAt } from '../../drafts/recent-resources.ts'
import { useFormats } from '../../i18n/formats.ts'
import { languageNames, languages, switchLanguage, useLanguage, useTexts } from '../../i18n/language.ts'
import type { Language } from '../../i18n/starting-language.ts'
import { demoStartPath } from '../../paths.ts'
import { useBrowseTexts } from '../../patterns/list/texts/browse-texts.ts'
import { hasPage } from '../../routes.tsx'
import { switchTheme, themeChoices, useThemeChoice } from '../../theme/theme.ts'
import { foundGroups, newVersionGroups, withAnswer } from './found-groups.ts'
import { pageEntries, portalActions, recentEntries, resourceActions } from './local-entries.ts'
import { wordsAfter, matching } from './matching.ts'
import type { SearchGroup, SearchEntry } from './search-entry.ts'
import { useSearchTexts, type SearchTexts } from './search-texts.ts'

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

/** How many results of one kind are listed. */
const mostOfKind = 8

interface Choices {
  account: QueryAccount['account']
  onShortcuts: () => void
}

/** What is found without Azure: what the account opened last, pages, and actions; all of it for no words. */
function useLocalResults({ account, onShortcuts }: Choices, words: readonly string[]): SearchGroup[] {
  const t = useSearchTexts()
  const { shell } = useTexts()
  const here = resourceAt(useLocation()[0], useSearch())
  // As it was on opening: what is listed does not change.
  const [recent] = useState(() => recentResources(account.key))
  // What is gone is not among them, and nothing can be done with it.
  const known = recent.find((id) => id.toLowerCase() === here?.toLowerCase())
  // As the pages have read them: the search reads none.
  const { data: subscriptions } = useQuery({ ...subscriptionsQuery({ account }), enabled: false })
  const { noSubscriptionsAdvice } = useBrowseTexts().ofGalleries
  const whyNot = subscriptions?.length === 0 ? noSubscriptionsAdvice : undefined
  const settings = useSettings(t, onShortcuts)
  const scenarios = useScenarios(account)
  const groups: SearchGroup[] = [
    // The page on screen is nowhere to go to.
    { name: 'recent', entries: recentEntries(recent.filter((id) => id.toLowerCase() !== here?.toLowerCase())) },
    { name: 'page', entries: pageEntries(shell, t).filter(({ href = '' }) => hasPage(href)) },
    {
      name: 'action',
      entries: [...resourceActions(t, known, recent).slice(0, mostOfKind), ...portalActions(t, whyNot), ...settings],
    },
    // Only those that are asked for: they are many.
    { name: 'scenario', entries: words.length === 0 ? [] : scenarios },
  ]
  return groups
    .map(({ name, entries }) => ({ name, entries: matching(entries, words) }))
    .filter(({ entries }) => entries.length > 0)
}

// Only users of a demo load them.
const scenarioTexts: Record<Language, () => Promise<ScenarioTexts>> = {
  en: () => import('../../demo/texts/scenarios.en.ts').then((texts) => texts.scenariosEn),
  it: () => import('../../demo/texts/scenarios.it.ts').then((texts) => texts.scenariosIt),
}

/** Results for the scenarios of a demo: each begins as by its link in the demo's panel, none elsewhere. */
function useScenarios(account: QueryAccount['account']): SearchEntry[] {
  const language = useLanguage()
  const isDemo = { enabled: document.documentElement.dataset['environment'] === 'demo' }
  const scenarios = useQuery({ ...scenariosQuery({ account }), ...isDemo }).data ?? []
  const queryFn = scenarioTexts[language]
  const texts = useQuery({ queryKey: ['scenario-texts', language], queryFn, staleTime: Infinity, ...isDemo }).data
  if (texts === undefined) return []
  return scenarios.map(({ id }) => {
    const { title, about } = texts[id]
    return {
      key: demoStartPath(id),
      kind: 'scenario',
      title,
      aliases: about,
      href: demoStartPath(id),
      state: begunBy('portal'),
    }
  })
}

function useSettings(t: SearchTexts, onShortcuts: () => void): SearchEntry[] {
  const { shell } = useTexts()
  const theme = useThemeChoice()
  const language = useLanguage()
  const action = (key: string, title: string, run: () => void): SearchEntry => ({ key, kind: 'action', title, run })
  return [
    ...themeChoices
      .filter((choice) => choice !== theme)
      .map((choice) => action(`theme-${choice}`, t.themes[choice], () => switchTheme(choice))),
    ...languages
      .filter((other) => other !== language)
      .map((other) => action(`language-${other}`, t.language(languageNames[other]), () => void switchLanguage(other))),
    action('shortcuts', shell.shortcuts, onShortcuts),
    action('sign-out', shell.signOut, () => void signOut()),
  ]
}
