import { blankPlan, type ImageVersionPlan } from '@portal/image-version'
import { useState } from 'react'
import { imageVersionDraft, startedPreparation } from '../../../../drafts/image-version-drafts.ts'
import { useReadOnlyDraft } from '../../../../drafts/read-only-draft.ts'
import { useKeptDraft } from '../../../../drafts/use-stored-draft.ts'
import { draftReducer } from './draft-reducer.ts'

/** The draft of an account for a definition, and the deployment that creates sets for it. */
export function useDraft(accountKey: string, imageDefinitionId: string) {
  const isReadOnly = useReadOnlyDraft()
  const keptPreparation = startedPreparation(accountKey, imageDefinitionId)
  const [started, setStarted] = useState(keptPreparation.load)
  const { draft, discard, ...editing } = useKeptDraft(imageVersionDraft(accountKey, imageDefinitionId), {
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
        keptPreparation.save(preparation)
        setStarted(preparation)
      },
      forget: () => {
        if (isReadOnly) return
        keptPreparation.remove()
        setStarted(undefined)
      },
    },
    discard: () => {
      discard()
      keptPreparation.remove()
    },
  }
}

/** Nothing was chosen or entered: an opened wizard is no draft to come back to. */
function isUntouched(plan: ImageVersionPlan): boolean {
  const blank = { ...blankPlan(plan.imageDefinitionId), location: plan.location, targetRegions: plan.targetRegions }
  return plan.targetRegions.length < 2 && JSON.stringify(plan) === JSON.stringify(blank)
}
