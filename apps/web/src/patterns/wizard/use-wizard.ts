import { isAtOrBelow, type Issue, type IssuePath } from '@portal/image-version'
import { useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useCodePane } from '../code/use-code-pane.ts'
import { focusField } from './focus-field.ts'
import { isReview, toDoByTab, type WizardTabs } from './wizard-tabs.ts'

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
  const { isLeft, onLeave } = useLeftFields()
  const [leftTabs, setLeftTabs] = useState<ReadonlySet<Id>>(() => new Set(isReview(tabs, tab) ? tabs.ids : []))

  function select(next: Id) {
    setLeftTabs(new Set(isReview(tabs, next) ? tabs.ids : [...leftTabs, tab]))
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

  const shown = issues.filter((issue) => isToldAtOnce(issue) || leftTabs.has(tabs.tabOf(issue.path)) || isLeft(issue))
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
      requestAnimationFrame(() => focusField([path]))
    },
    /** what each tab still needs: one count, wherever it is shown */
    toDo: toDoByTab(tabs, { issues, shown, denied }),
    /** those that the tab shows: the review shows all */
    ofTab: isReview(tabs, tab) ? issues : shown,
    onLeave,
    codePane: useCodePane(),
  }
}

export type Wizard<Id extends string> = ReturnType<typeof useWizard<Id>>

/** The fields that the user has left: their issues are shown from then on. */
export function useLeftFields() {
  const [fields, setFields] = useState<readonly IssuePath[]>([])
  return {
    isLeft: ({ path }: Issue) => fields.some((prefix) => isAtOrBelow(path, prefix)),
    onLeave: (path: IssuePath) =>
      setFields((before) => [...before.filter((other) => other.join() !== path.join()), path]),
  }
}
