import { blankPlan, type ImageVersionPlan } from '@portal/image-version'
import { useState } from 'react'
import { imageVersionDraft, startedPreparation } from '../../../../drafts/image-version-drafts.ts'
import { useReadOnlyDraft } from '../../../../drafts/read-only-draft.ts'
import { useStoredDraft } from '../../../../drafts/use-stored-draft.ts'
import { draftReducer } from './draft-reducer.ts'

/** The draft of an account for a definition, and the deployment that creates sets for it. */
export function useDraft(accountKey: string, imageDefinitionId: string) {
  const isReadOnly = useReadOnlyDraft()
  const storedPreparation = startedPreparation(accountKey, imageDefinitionId)
  const [started, setStarted] = useState(storedPreparation.load)
  const { draft, discard, ...editing } = useStoredDraft(imageVersionDraft(accountKey, imageDefinitionId), {
    blank: () => ({ plan: started?.plan ?? blankPlan(imageDefinitionId), batchSize: null }),
    edited: draftReducer,
    isNothing: ({ plan }) => isUntouched(plan),
  })
  return {
    ...draft,
    ...editing,
    isNothing: isUntouched(draft.plan),
    preparation: {
      startedId: started?.deploymentId,
      remember: (deploymentId: string) => {
        if (isReadOnly) return
        const preparation = { deploymentId, plan: draft.plan }
        storedPreparation.save(preparation)
        setStarted(preparation)
      },
      forget: () => {
        if (isReadOnly) return
        storedPreparation.remove()
        setStarted(undefined)
      },
    },
    discard: () => {
      discard()
      storedPreparation.remove()
    },
  }
}

/** Nothing was chosen or entered: an opened wizard is no draft to come back to. */
function isUntouched(plan: ImageVersionPlan): boolean {
  const blank = { ...blankPlan(plan.imageDefinitionId), location: plan.location, targetRegions: plan.targetRegions }
  return plan.targetRegions.length < 2 && JSON.stringify(plan) === JSON.stringify(blank)
}
