import { useEffect, useReducer } from 'react'
import { blankPlan } from '@portal/image-version'
import { loadDraft, removeDraft, saveDraft } from '../../drafts/draft-storage.ts'
import { draftReducer } from './draft-reducer.ts'

/** The plan that an account is filling for a definition: found again after a reload or a sign-in, until it is discarded. */
export function useDraft(accountKey: string, imageDefinitionId: string) {
  const [{ plan, undo, redo }, edit] = useReducer(draftReducer, undefined, () => ({
    plan: loadDraft(accountKey, imageDefinitionId) ?? blankPlan(imageDefinitionId),
    undo: [],
    redo: [],
  }))
  useEffect(() => {
    saveDraft(accountKey, imageDefinitionId, plan)
  }, [accountKey, imageDefinitionId, plan])

  return {
    plan,
    edit,
    canUndo: undo.length > 0,
    canRedo: redo.length > 0,
    discard: () => {
      removeDraft(accountKey, imageDefinitionId)
    },
  }
}
