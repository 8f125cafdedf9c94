import type { ImageVersionPlan } from '@portal/image-version'
import { withoutSteps, withStep, type EditedDraft } from '../../../../drafts/edited-draft.ts'
import type { ImageVersionDraft } from '../../../../drafts/image-version-drafts.ts'
import { type MatrixEdit, matrixReducer } from '../../../../patterns/matrix/matrix-reducer.ts'
import { planReducer, type Edit } from './plan-reducer.ts'

export type DraftEdit =
  | Edit
  | MatrixEdit
  | { type: 'setBatchSize'; batchSize: number | null }
  | { type: 'refuseProposal'; id: string }

type State = EditedDraft<ImageVersionDraft>

const cellsReducer = matrixReducer<ImageVersionDraft>({
  filled: (draft, cells) => ({ ...draft, plan: planReducer(draft.plan, { type: 'fillCells', cells }) }),
  restored: (draft, { plan }) => ({ ...draft, plan: withEncryptionOf(draft.plan, plan) }),
})

/** The draft after an edit, an undo or a redo: these apply to encryption only. */
export function draftReducer({ draft: before, ...steps }: State, edit: DraftEdit): State {
  const draft = alike.has(edit.type) ? before : withoutLike(before)
  const state = { ...steps, draft }
  switch (edit.type) {
    case 'undo':
    case 'redo':
    case 'fillCells':
    case 'applyProfile':
      return cellsReducer(state, edit)
    case 'setEncryption':
      return withStep(state, { ...draft, plan: planReducer(draft.plan, edit) })
    case 'setBatchSize':
      return { ...state, draft: { ...draft, batchSize: edit.batchSize } }
    case 'refuseProposal':
      return { ...state, draft: { ...draft, refused: [...(draft.refused ?? []), edit.id].slice(-100) } }
    case 'setFields':
      return { ...state, draft: { ...draft, plan: planReducer(draft.plan, edit) } }
    // Other regions or disks have other cells: an undo must not apply earlier edits to these.
    default:
      return withoutSteps({ ...draft, plan: planReducer(draft.plan, edit) })
  }
}

/** What leaves the regions and the encryption of the plan as they are. */
const alike = new Set<DraftEdit['type']>(['setFields', 'setSource', 'setLocation', 'setBatchSize', 'refuseProposal'])

function withoutLike({ like: _, ...draft }: ImageVersionDraft): ImageVersionDraft {
  return draft
}

// The stored steps have the same regions in the same rows; other changes since then stay.
function withEncryptionOf(plan: ImageVersionPlan, other: ImageVersionPlan): ImageVersionPlan {
  const targetRegions = plan.targetRegions.map((region, index) => {
    const encryption = other.targetRegions[index]?.encryption ?? region.encryption
    return encryption === region.encryption ? region : { ...region, encryption }
  })
  const { encryptionType, confidentialDataDisks } = other
  return { ...plan, encryptionType, confidentialDataDisks, targetRegions }
}
