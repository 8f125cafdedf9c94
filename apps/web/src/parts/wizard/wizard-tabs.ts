import { isAtOrBelow, isBlocking, type Issue, type IssuePath } from '@portal/image-version'

/** The tabs of a wizard. The last one is the review, which shows all issues. */
export interface WizardTabs<Id extends string> {
  /** in the Azure portal's order */
  ids: readonly [Id, ...Id[]]
  /** the tab that shows the field at a path of the plan */
  tabOf: (path: IssuePath) => Id
}

export function isReview<Id extends string>({ ids }: WizardTabs<Id>, tab: Id): boolean {
  return tab === ids.at(-1)
}

/** The problems on a tab that block the creation; on the review, all of them. */
export function blockingOf<Id extends string>(tabs: WizardTabs<Id>, tab: Id, issues: Issue[]): Issue[] {
  return issues.filter((issue) => isBlocking(issue) && (isReview(tabs, tab) || tabs.tabOf(issue.path) === tab))
}

/** How many problems that a tab shows block the creation. */
export function blockingCount<Id extends string>(tabs: WizardTabs<Id>, tab: Id, issues: Issue[]): number {
  return blockingOf(tabs, tab, issues).length
}

/** The tab before or after `tab`, or undefined at the ends. */
export function neighbour<Id extends string>({ ids }: WizardTabs<Id>, tab: Id, step: -1 | 1): Id | undefined {
  return ids[ids.indexOf(tab) + step]
}

/** The tabs and fields that the user has left. */
export interface LeftPlaces<Id extends string> {
  tabs: ReadonlySet<Id>
  fields: readonly IssuePath[]
}

/** Whether an issue can be shown: its tab was left by Next or Review, or its field was left. */
export function isRevealed<Id extends string>({ tabOf }: WizardTabs<Id>, issue: Issue, left: LeftPlaces<Id>): boolean {
  return left.tabs.has(tabOf(issue.path)) || left.fields.some((path) => isAtOrBelow(issue.path, path))
}
