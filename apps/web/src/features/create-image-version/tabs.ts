import { isAtOrBelow, isBlocking, type Issue, type IssuePath } from '@portal/image-version'

/** The tabs of the wizard, in the Azure portal's order. */
export const tabIds = ['basics', 'replication', 'encryption', 'tags', 'review'] as const
export type TabId = (typeof tabIds)[number]

// Which tab owns which field of the plan. More specific paths come first: a cell lies inside a target region.
const owners: { tab: TabId; owns: (path: IssuePath) => boolean }[] = [
  { tab: 'encryption', owns: (path) => path[0] === 'targetRegions' && path[2] === 'encryption' },
  { tab: 'encryption', owns: (path) => path[0] === 'encryptionType' || path[0] === 'confidentialVMEncryptionType' },
  {
    tab: 'replication',
    owns: (path) => ['targetRegions', 'replicaCount', 'storageAccountType'].includes(String(path[0])),
  },
  { tab: 'tags', owns: (path) => path[0] === 'tags' },
  { tab: 'basics', owns: () => true },
]

/** The tab that shows the field at `path`. */
export function tabOf(path: IssuePath): TabId {
  return owners.find((owner) => owner.owns(path))?.tab ?? 'basics'
}

/** The issues that a tab shows; the review shows all. */
export function issuesOfTab(tab: TabId, issues: Issue[]): Issue[] {
  return tab === 'review' ? issues : issues.filter((issue) => tabOf(issue.path) === tab)
}

/** How many problems of a tab block the creation. */
export function blockingCount(tab: TabId, issues: Issue[]): number {
  return issuesOfTab(tab, issues).filter(isBlocking).length
}

/** The tab before or after `tab`, or undefined at the ends. */
export function neighbour(tab: TabId, step: -1 | 1): TabId | undefined {
  return tabIds[tabIds.indexOf(tab) + step]
}

/** Whether an issue may be shown: its tab was left by Next or Review, or its field was left. */
export function isRevealed(issue: Issue, revealed: ReadonlySet<TabId>, left: readonly IssuePath[]): boolean {
  return revealed.has(tabOf(issue.path)) || left.some((path) => isAtOrBelow(issue.path, path))
}
