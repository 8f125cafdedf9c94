import { tryImageVersionId, type ImageVersionPlan } from '@portal/image-version'
import { useLocation } from 'wouter'
import { useMakeStale } from '../../../../api/use-write.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { requestedDraft, type ImageVersionDraft } from '../../../../drafts/image-version-drafts.ts'
import { askedUpdates } from '../../../../drafts/update-draft.ts'
import { imageVersionPath } from '../../../../paths.ts'
import { useSubmission } from '../../../../patterns/change/use-submission.ts'
import { regionBatchesOfPlan } from '../../parts/rollout/region-batches.ts'
import { reconcile, submit, type Created } from './submission.ts'

export const createAction = 'create-image-version'

interface CreatedDraft {
  plan: ImageVersionPlan
  batchSize: number | null
  origin?: ImageVersionDraft['origin']
  discard: () => void
}

/** The creation of a draft's version; once Azure has accepted it, the version's page is shown. */
export function useCreation({ plan, batchSize, origin, discard }: CreatedDraft) {
  const { account } = useSignedIn()
  const [, navigate] = useLocation()
  const makeStale = useMakeStale()
  const asked = { plan, batches: regionBatchesOfPlan(plan, batchSize) }
  return useSubmission<Created>({
    kind: 'creation',
    account,
    // A version without a name has never been sent.
    id: tryImageVersionId(plan) ?? '',
    action: createAction,
    submit: () => submit(asked),
    reconcile: () => reconcile(asked),
    onOutcome: (outcome) => {
      if (outcome.state !== 'created') return
      requestedDraft(account.key, outcome.id).save({ plan, batchSize, ...(origin && { origin }) })
      // They were made to an earlier version of that number.
      askedUpdates(account.key, outcome.id).remove()
      discard()
      // Its number is taken, and the next version begins like it.
      void makeStale('changeGallery')
      // The way back leads past the form, which is blank by now.
      navigate(imageVersionPath(outcome.id), { replace: true })
    },
  })
}
