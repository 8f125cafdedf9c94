import type { ImageVersionPlan } from '@portal/image-version'
import type { KeptDraft } from '../../drafts/draft-storage.ts'
import { planReducer, type Edit } from './plan-reducer.ts'

/** A plan, and the plans that undo and redo lead to. Only what concerns encryption is taken back. */
export interface Draft extends KeptDraft {
  /** the latest last */
  undo: ImageVersionPlan[]
  /** the next last */
  redo: ImageVersionPlan[]
}

export type DraftEdit = Edit | { type: 'undo' } | { type: 'redo' } | { type: 'setBatchSize'; batchSize: number | null }

/** The draft after an edit, or after one was taken back or done again. */
export function draftReducer(draft: Draft, edit: DraftEdit): Draft {
  const { plan, undo, redo } = draft
  switch (edit.type) {
    case 'undo': {
      const before = undo.at(-1)
      if (before === undefined) return draft
      return { ...draft, plan: withEncryptionOf(plan, before), undo: undo.slice(0, -1), redo: [...redo, plan] }
    }
    case 'redo': {
      const next = redo.at(-1)
      if (next === undefined) return draft
      return { ...draft, plan: withEncryptionOf(plan, next), undo: [...undo, plan], redo: redo.slice(0, -1) }
    }
    case 'fillCells':
    case 'changeEncryptionType':
    case 'changeConfidentialDataDisks':
      return { ...draft, plan: planReducer(plan, edit), undo: [...undo, plan].slice(-maxSteps), redo: [] }
    case 'setBatchSize':
      return { ...draft, batchSize: edit.batchSize }
    case 'setFields':
      return { ...draft, plan: planReducer(plan, edit) }
    // Other regions or disks are other cells: what was done to those before is not taken back to these.
    case 'setLocation':
    case 'setSource':
    case 'addTargetRegion':
    case 'changeTargetRegion':
    case 'removeTargetRegion':
    case 'replacePlan':
      return { ...draft, plan: planReducer(plan, edit), undo: [], redo: [] }
  }
}

const maxSteps = 200

// The steps kept have the same regions in the same rows; what else was changed since stays.
function withEncryptionOf(plan: ImageVersionPlan, other: ImageVersionPlan): ImageVersionPlan {
  const targetRegions = plan.targetRegions.map((region, index) => {
    const encryption = other.targetRegions[index]?.encryption ?? region.encryption
    return encryption === region.encryption ? region : { ...region, encryption }
  })
  const { encryptionType, confidentialDataDisks } = other
  return { ...plan, encryptionType, confidentialDataDisks, targetRegions }
}
