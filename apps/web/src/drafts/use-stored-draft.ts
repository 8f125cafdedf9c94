import { useEffect, useEffectEvent, useReducer, useRef } from 'react'
import { withoutSteps, type EditedDraft } from './edited-draft.ts'
import { useReadOnlyDraft } from './read-only-draft.ts'
import type { StoredDraft } from './stored-draft.ts'

const saveAfterMs = 50

interface DraftRules<Draft, Edit> {
  /** the draft if none is stored */
  blank: () => Draft
  edited: (state: EditedDraft<Draft>, edit: Edit) => EditedDraft<Draft>
  /** whether there is nothing in it to keep */
  isNothing?: (draft: Draft) => boolean
}

/**
 * A draft that every tab of this browser finds until it is discarded, and a function to edit it. Another tab's draft is
 * read-only.
 */
export function useStoredDraft<Draft, Edit>(stored: StoredDraft<Draft>, rules: DraftRules<Draft, Edit>) {
  const isReadOnly = useReadOnlyDraft()
  const [{ draft, undo, redo }, edit] = useReducer(rules.edited, undefined, () =>
    withoutSteps(stored.load() ?? rules.blank()),
  )
  const unsaved = useRef<() => void>(undefined)
  const isDiscarded = useRef(false)
  const store = useEffectEvent((latest: Draft) => {
    unsaved.current = undefined
    if (rules.isNothing?.(latest) === true) stored.remove()
    else stored.save(latest)
  })
  useEffect(() => {
    if (isReadOnly || isDiscarded.current) return
    unsaved.current = () => store(draft)
    // The change is painted first: storing a draft of thousands of cells needs some milliseconds.
    const timer = setTimeout(() => unsaved.current?.(), saveAfterMs)
    return () => clearTimeout(timer)
  }, [draft, isReadOnly])
  useEffect(() => {
    const save = () => unsaved.current?.()
    window.addEventListener('pagehide', save)
    return () => {
      window.removeEventListener('pagehide', save)
      save()
    }
  }, [])
  return {
    draft,
    edit: isReadOnly ? () => {} : edit,
    canUndo: undo.length > 0,
    canRedo: redo.length > 0,
    /** permanently: later edits are not stored */
    discard: () => {
      isDiscarded.current = true
      unsaved.current = undefined
      stored.remove()
    },
  }
}
