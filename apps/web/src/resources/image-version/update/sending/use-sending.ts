import type { StoredImageVersionAnswer } from '@portal/portal-api'
import { withUpdate } from '@portal/version-update'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { storedImageVersionQuery } from '../../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { askedUpdates, type UpdateDraft } from '../../../../drafts/update-draft.ts'
import { imageVersionPath } from '../../../../paths.ts'
import { useSubmission } from '../../../../patterns/change/use-submission.ts'
import { reconcileUpdate, submitUpdate, type Updated } from './update-submission.ts'

export const updateAction = 'update-image-version'

/** The sending of a change; once Azure has accepted it, the version's page is shown and the draft `discard`ed. */
export function useSending(draft: UpdateDraft, discard: () => void) {
  const user = useSignedIn()
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const { id } = draft.base.version
  const { queryKey } = storedImageVersionQuery(user, { id })
  return useSubmission<Updated>({
    kind: 'update',
    account: user.account,
    id,
    action: updateAction,
    submit: () => submitUpdate(draft),
    reconcile: () => reconcileUpdate(draft),
    onOutcome: (outcome) => {
      if (outcome.state === 'changed') queryClient.setQueryData<StoredImageVersionAnswer>(queryKey, outcome.latest)
      if (outcome.state !== 'sent') return
      const asked = askedUpdates(user.account.key, id)
      asked.save(withUpdate(asked.load(), draft.base.version, draft.change))
      discard()
      queryClient.removeQueries({ queryKey })
      navigate(imageVersionPath(id))
    },
  })
}
