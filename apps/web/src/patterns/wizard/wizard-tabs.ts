import { isBlocking, type Issue, type IssuePath } from '@portal/image-version'

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

/** What a tab still needs before the form can be sent. */
export interface ToDo {
  /** fields and cells, each once */
  count: number
  first: IssuePath
  /** the user has come to one of them: until then, it's no mistake */
  isShown: boolean
}

/**
 * What each tab still needs: its blocking issues, and the `denied` places that a policy refuses. `shown`: the issues
 * that the user was told. A tab that needs nothing is missing.
 */
export function toDoByTab<Id extends string>(
  { tabOf }: WizardTabs<Id>,
  { issues, shown, denied }: { issues: Issue[]; shown: Issue[]; denied: readonly IssuePath[] },
): Map<Id, ToDo> {
  const told = new Set([...shown.filter(isBlocking).map(({ path }) => path), ...denied].map((path) => path.join('/')))
  const places = [...issues.filter(isBlocking).map(({ path }) => path), ...denied]
  return new Map(
    [...Map.groupBy(places, tabOf)].map(([id, paths]) => {
      const keys = new Set(paths.map((path) => path.join('/')))
      return [id, { count: keys.size, first: paths[0] ?? [], isShown: [...keys].some((key) => told.has(key)) }]
    }),
  )
}

/** The tab before or after `tab`, or undefined at the ends. */
export function neighbour<Id extends string>({ ids }: WizardTabs<Id>, tab: Id, step: -1 | 1): Id | undefined {
  return ids[ids.indexOf(tab) + step]
}
