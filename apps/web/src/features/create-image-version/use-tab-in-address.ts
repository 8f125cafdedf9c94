import { useSearchParams } from 'wouter'
import { tabIds, type TabId } from './tabs.ts'

/** The tab shown, kept in the address: a reload, or the way back from the sign-in, shows the same one. */
export function useTabInAddress(): [TabId, (tab: TabId) => void] {
  const [search, setSearch] = useSearchParams()
  const tab = tabIds.find((known) => known === search.get('tab')) ?? 'basics'
  const show = (next: TabId) =>
    setSearch(
      (current) => {
        current.set('tab', next)
        return current
      },
      { replace: true },
    )
  return [tab, show]
}
