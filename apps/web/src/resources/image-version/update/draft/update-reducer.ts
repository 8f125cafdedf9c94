import { blankTargetRegion, type TargetRegion } from '@portal/image-version'
import type { StoredImageVersionAnswer } from '@portal/portal-api'
import { type ChangedRegion, noChange, rebasedChange, type VersionChange } from '@portal/version-update'
import { withoutSteps, type EditedDraft } from '../../../../drafts/edited-draft.ts'
import type { UpdateDraft } from '../../../../drafts/update-draft.ts'
import { filledCells, type MatrixEdit, matrixReducer } from '../../../../patterns/matrix/matrix-reducer.ts'

/** The independent fields of a change. */
type PlainFields = Omit<VersionChange, 'addedRegions' | 'removedRegions' | 'changedRegions'>

/** A user's edits of a change. Regions have their short names. */
export type UpdateEdit =
  | MatrixEdit
  | { type: 'setFields'; fields: Partial<PlainFields> }
  | { type: 'addRegion'; name: string }
  | { type: 'changeAddedRegion'; index: number; change: Partial<Omit<TargetRegion, 'name' | 'encryption'>> }
  | { type: 'dropAddedRegion'; index: number }
  | { type: 'changeRegion'; name: string; change: Partial<Omit<ChangedRegion, 'name'>> }
  | { type: 'removeRegion'; name: string }
  | { type: 'keepRegion'; name: string }
  | { type: 'setBatchSize'; batchSize: number | null }
  | { type: 'setPreparation'; preparationId: string | null }
  /** the same change, applied to the current version */
  | { type: 'rebase'; base: StoredImageVersionAnswer }
  | { type: 'startOver'; base: StoredImageVersionAnswer }

/** A draft that changes nothing yet. */
export function blankUpdate(base: StoredImageVersionAnswer): UpdateDraft {
  return { base, change: noChange(), batchSize: null, preparationId: null }
}

type State = EditedDraft<UpdateDraft>

const cellsReducer = matrixReducer<UpdateDraft>({
  filled: (draft, cells) => withChange(draft, { addedRegions: filledCells(draft.change.addedRegions, cells) }),
  restored: (draft, { change }) => withChange(draft, { addedRegions: change.addedRegions }),
})

/** The draft after an edit; the given one is unchanged. Only edits to cells of new regions can be undone. */
export function updateReducer(state: State, edit: UpdateEdit): State {
  const { draft } = state
  const { addedRegions } = draft.change
  const withRegions = (regions: TargetRegion[]) => withChange(draft, { addedRegions: regions })
  switch (edit.type) {
    case 'undo':
    case 'redo':
    case 'fillCells':
    case 'applyProfile':
      return cellsReducer(state, edit)
    case 'setBatchSize':
      return { ...state, draft: { ...draft, batchSize: edit.batchSize } }
    case 'setPreparation':
      return { ...state, draft: { ...draft, preparationId: edit.preparationId } }
    case 'setFields':
      return { ...state, draft: withChange(draft, edit.fields) }
    case 'changeRegion':
      return { ...state, draft: withChange(draft, { changedRegions: changedRegions(draft.change, edit) }) }
    case 'removeRegion':
      return {
        ...state,
        draft: withChange(draft, {
          removedRegions: [...draft.change.removedRegions, edit.name],
          changedRegions: draft.change.changedRegions.filter(({ name }) => name !== edit.name),
        }),
      }
    case 'keepRegion':
      return {
        ...state,
        draft: withChange(draft, { removedRegions: draft.change.removedRegions.filter((name) => name !== edit.name) }),
      }
    // Other new regions have other cells: an undo must not apply earlier edits to these.
    case 'addRegion':
      return fresh(withRegions([...addedRegions, blankTargetRegion(edit.name)]))
    case 'dropAddedRegion':
      return fresh(withRegions(addedRegions.filter((_, index) => index !== edit.index)))
    case 'changeAddedRegion':
      return fresh(
        withRegions(
          addedRegions.map((region, index) => (index === edit.index ? { ...region, ...edit.change } : region)),
        ),
      )
    case 'rebase': {
      const { change } = rebasedChange(draft.change, edit.base.version)
      return fresh({ ...draft, base: edit.base, change })
    }
    case 'startOver':
      return fresh(blankUpdate(edit.base))
  }
}

// A single region can't be split into batches.
function fresh(draft: UpdateDraft): State {
  const { batchSize } = draft
  const { length } = draft.change.addedRegions
  const size = batchSize === null || length < 2 ? null : Math.min(batchSize, length)
  return withoutSteps({ ...draft, batchSize: size })
}

function withChange(draft: UpdateDraft, change: Partial<VersionChange>): UpdateDraft {
  return { ...draft, change: { ...draft.change, ...change } }
}

// A region without changes is no longer named.
function changedRegions(
  change: VersionChange,
  edit: { name: string; change: Partial<Omit<ChangedRegion, 'name'>> },
): ChangedRegion[] {
  const before = change.changedRegions.find(({ name }) => name === edit.name)
  const changed = {
    ...(before ?? { name: edit.name, regionalReplicaCount: null, excludeFromLatest: null }),
    ...edit.change,
  }
  const others = change.changedRegions.filter(({ name }) => name !== edit.name)
  const saysNothing = changed.regionalReplicaCount === null && changed.excludeFromLatest === null
  return saysNothing ? others : [...others, changed]
}
