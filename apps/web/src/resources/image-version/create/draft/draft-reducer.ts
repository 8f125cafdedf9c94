import type { EncryptionProfile } from '@portal/code'
import type { ImageVersionPlan } from '@portal/image-version'
import { stepped, withoutSteps, withStep, type EditedDraft } from '../../../../drafts/edited-draft.ts'
import type { ImageVersionDraft } from '../../../../drafts/image-version-drafts.ts'
import type { CellFilling } from '../../../../patterns/matrix/filled-cells.ts'
import { planReducer, type Edit } from './plan-reducer.ts'

export type DraftEdit =
  | Edit
  | { type: 'undo' }
  | { type: 'redo' }
  /** `cells`: those that get their set from the profile */
  | { type: 'applyProfile'; profile: EncryptionProfile; cells: CellFilling[] }
  | { type: 'setBatchSize'; batchSize: number | null }
  | { type: 'refuseProposal'; id: string }

type State = EditedDraft<ImageVersionDraft>

/** The draft after an edit, an undo or a redo: these apply to encryption only. */
export function draftReducer({ draft: before, ...steps }: State, edit: DraftEdit): State {
  const draft = alike.has(edit.type) ? before : withoutLike(before)
  const state = { ...steps, draft }
  switch (edit.type) {
    case 'undo':
    case 'redo':
      return stepped(state, edit.type, ({ profile: _, ...current }, other) => ({
        ...current,
        plan: withEncryptionOf(current.plan, other.plan),
        ...(other.profile && { profile: other.profile }),
      }))
    case 'applyProfile': {
      const plan = planReducer(draft.plan, { type: 'fillCells', cells: edit.cells })
      return withStep(state, { ...draft, plan, profile: edit.profile })
    }
    case 'fillCells':
    case 'fillCellsOfType':
    case 'changeEncryptionType':
    case 'changeConfidentialDataDisks':
      return withStep(state, { ...draft, plan: planReducer(draft.plan, edit) })
    case 'setBatchSize':
      return { ...state, draft: { ...draft, batchSize: edit.batchSize } }
    case 'refuseProposal':
      return { ...state, draft: { ...draft, refused: [...(draft.refused ?? []), edit.id].slice(-100) } }
    case 'setFields':
      return { ...state, draft: { ...draft, plan: planReducer(draft.plan, edit) } }
    // Other regions or disks have other cells: an undo must not apply earlier edits to these.
    case 'setLocation':
    case 'setSource':
    case 'addTargetRegion':
    case 'setTargetRegions':
    case 'changeTargetRegion':
    case 'removeTargetRegion':
    case 'replacePlan':
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
