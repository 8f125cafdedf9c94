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
 * What each tab still needs: its blocking issues, and the `denied` places that a policy refuses. `shown`: those
 * of the issues that the user was told. A tab that needs nothing is missing.
 */
export function toDoByTab<Id extends string>(
  { tabOf }: WizardTabs<Id>,
  { issues, shown, denied }: { issues: Issue[]; shown: Issue[]; denied: readonly IssuePath[] },
): Map<Id, ToDo> {
  const pathsOf = (some: Issue[]) => some.filter(isBlocking).map(({ path }) => path)
  const places = [...pathsOf(issues), ...denied]
  const toldTabs = new Set([...pathsOf(shown), ...denied].map(tabOf))
  return new Map(
    [...Map.groupBy(places, tabOf)].map(([id, paths]) => [
      id,
      { count: new Set(paths.map(textOf)).size, first: paths[0] ?? [], isShown: toldTabs.has(id) },
    ]),
  )
}

// The checks give the same path again for what an edit has not touched, and there can be thousands of cells.
const texts = new WeakMap<IssuePath, string>()

function textOf(path: IssuePath): string {
  const known = texts.get(path)
  if (known !== undefined) return known
  const text = path.join('/')
  texts.set(path, text)
  return text
}

/** The tab before or after `tab`, or undefined at the ends. */
export function neighbour<Id extends string>({ ids }: WizardTabs<Id>, tab: Id, step: -1 | 1): Id | undefined {
  return ids[ids.indexOf(tab) + step]
}
