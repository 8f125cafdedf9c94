import type { Issue, IssuePath } from '@portal/image-version'
import { useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useCodePane } from '../code/use-code-pane.ts'
import { isRevealed, isReview, toDoByTab, type LeftPlaces, type WizardTabs } from './wizard-tabs.ts'

interface ToldAtOnce {
  /** whether an issue is shown before its field or tab was left */
  isToldAtOnce: (issue: Issue) => boolean
  /** places that a policy refuses, whatever their fields say */
  denied?: readonly IssuePath[]
}

/**
 * The current tab, kept in the address (a reload, or the return from the sign-in, shows the same one), and which of the
 * `issues` can be shown: those shown at once, and those of the tabs and fields that were left.
 */
export function useWizard<Id extends string>(
  tabs: WizardTabs<Id>,
  issues: Issue[],
  { isToldAtOnce, denied = [] }: ToldAtOnce,
) {
  const [search, setSearch] = useSearchParams()
  const tab = tabs.ids.find((known) => known === search.get('tab')) ?? tabs.ids[0]
  const panel = useRef<HTMLDivElement>(null)
  const [left, setLeft] = useState<LeftPlaces<Id>>(() => ({
    tabs: new Set(isReview(tabs, tab) ? tabs.ids : []),
    fields: [],
  }))

  function select(next: Id) {
    setLeft({ ...left, tabs: new Set(isReview(tabs, next) ? tabs.ids : [...left.tabs, tab]) })
    setSearch(
      (current) => {
        current.set('tab', next)
        return current
      },
      { replace: true },
    )
    // Its title is above the fields of every tab.
    window.scrollTo({ top: 0 })
  }

  // By a button, not by the tab itself: the focus follows.
  function goTo(next: Id) {
    select(next)
    panel.current?.focus({ preventScroll: true })
  }

  const shown = issues.filter((issue) => isToldAtOnce(issue) || isRevealed(tabs, issue, left))
  return {
    tabs,
    tab,
    /** for the element that contains the tab's content */
    panel,
    select,
    goTo,
    /** to the tab of a field, and to the field itself once the tab shows it */
    goToField: (path: IssuePath) => {
      goTo(tabs.tabOf(path))
      requestAnimationFrame(() => focusField(panel.current, path))
    },
    /** what each tab still needs: one count, wherever it is shown */
    toDo: toDoByTab(tabs, { issues, shown, denied }),
    /** those that the tab shows: the review shows all */
    ofTab: isReview(tabs, tab) ? issues : shown,
    onLeave: (path: IssuePath) =>
      setLeft((before) => ({
        ...before,
        fields: [...before.fields.filter((other) => other.join() !== path.join()), path],
      })),
    codePane: useCodePane(),
  }
}

export type Wizard<Id extends string> = ReturnType<typeof useWizard<Id>>

const focusable = 'input, textarea, select, button, [role=combobox], [tabindex="0"]'

/**
 * Gives the focus to the field at `path` of a form inside `form`, or to the nearest one that contains it; false if
 * there is none. `fieldAttribute` on the fields has their path.
 */
function focusField(form: HTMLElement | null, path: readonly (string | number)[]): boolean {
  for (let length = path.length; length > 0; length -= 1) {
    const name = path.slice(0, length).join('/')
    const field = form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)
    if (!field) continue
    const control =
      field.matches(focusable) || field.tabIndex >= 0 ? field : field.querySelector<HTMLElement>(focusable)
    if (!control) continue
    control.focus({ preventScroll: true })
    control.scrollIntoView({ block: 'center' })
    return true
  }
  return false
}
