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

/** The problems that block the creation, by the tab that shows their field; a tab without any is missing. */
export function blockingByTab<Id extends string>({ tabOf }: WizardTabs<Id>, issues: Issue[]): Map<Id, Issue[]> {
  return Map.groupBy(issues.filter(isBlocking), ({ path }) => tabOf(path))
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
