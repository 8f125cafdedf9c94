import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { QueryAccount } from '../../api/read.ts'
import { subscriptionsQuery } from '../../api/subscription-reads.ts'
import { signOut } from '../../auth/sign-out.ts'
import { recentResources, resourceAt } from '../../drafts/recent-resources.ts'
import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { languageNames, languages, switchLanguage, useLanguage, useTexts } from '../../i18n/language.ts'
import type { SearchTexts } from '../../i18n/search/search.en.ts'
import { useSearchTexts } from '../../i18n/search/use-search-texts.ts'
import { hasPage } from '../../routes.tsx'
import { switchTheme, themeChoices, useThemeChoice } from '../../theme/theme.ts'
import { pageEntries, portalActions, recentEntries, resourceActions } from './local-entries.ts'
import { matching } from './matching.ts'
import type { SearchEntry, SearchGroup } from './search-entry.ts'

/** How many results of one kind are listed. */
const mostOfKind = 8

interface Choices {
  account: QueryAccount['account']
  onShortcuts: () => void
}

/** What is found without Azure: what the account opened last, pages, and actions; all of it for no words. */
export function useLocalResults({ account, onShortcuts }: Choices, words: readonly string[]): SearchGroup[] {
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
  const groups: SearchGroup[] = [
    // The page on screen is nowhere to go to.
    { name: 'recent', entries: recentEntries(recent.filter((id) => id.toLowerCase() !== here?.toLowerCase())) },
    { name: 'page', entries: pageEntries(shell, t).filter(({ href = '' }) => hasPage(href)) },
    {
      name: 'action',
      entries: [...resourceActions(t, known, recent).slice(0, mostOfKind), ...portalActions(t, whyNot), ...settings],
    },
  ]
  return groups
    .map(({ name, entries }) => ({ name, entries: matching(entries, words) }))
    .filter(({ entries }) => entries.length > 0)
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
