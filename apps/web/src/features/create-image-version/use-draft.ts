import { useEffect, useReducer } from 'react'
import { blankPlan } from '@portal/image-version'
import { loadDraft, removeDraft, saveDraft } from '../../drafts/draft-storage.ts'
import { planReducer } from './plan-reducer.ts'

/** The plan that an account is filling for a definition: found again after a reload or a sign-in, until it is discarded. */
export function useDraft(accountKey: string, imageDefinitionId: string) {
  const [plan, edit] = useReducer(
    planReducer,
    undefined,
    () => loadDraft(accountKey, imageDefinitionId) ?? blankPlan(imageDefinitionId),
  )
  useEffect(() => {
    saveDraft(accountKey, imageDefinitionId, plan)
  }, [accountKey, imageDefinitionId, plan])

  return {
    plan,
    edit,
    discard: () => {
      removeDraft(accountKey, imageDefinitionId)
    },
  }
}
