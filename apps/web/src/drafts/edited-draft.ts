/** A draft that is being edited, and the drafts that undo and redo lead back to. */
export interface EditedDraft<Draft> {
  draft: Draft
  /** the latest last */
  undo: Draft[]
  /** the next last */
  redo: Draft[]
}

const maxSteps = 200

/** With nothing to undo. */
export function withoutSteps<Draft>(draft: Draft): EditedDraft<Draft> {
  return { draft, undo: [], redo: [] }
}

/** After an edit that can be undone. */
export function withStep<Draft>(before: EditedDraft<Draft>, draft: Draft): EditedDraft<Draft> {
  return { draft, undo: [...before.undo, before.draft].slice(-maxSteps), redo: [] }
}

/**
 * The last edit undone, or the next one redone. `restored`: the draft with the undoable part as in another one; all
 * else stays
 */
export function stepped<Draft>(
  state: EditedDraft<Draft>,
  step: 'undo' | 'redo',
  restored: (draft: Draft, other: Draft) => Draft,
): EditedDraft<Draft> {
  const { draft } = state
  const back = step === 'undo' ? 'redo' : 'undo'
  const other = state[step].at(-1)
  if (other === undefined) return state
  return {
    ...state,
    draft: restored(draft, other),
    [step]: state[step].slice(0, -1),
    [back]: [...state[back], draft],
  }
}
