import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { ImageVersionPlan } from '@portal/image-version'
import { setReadingsKey } from '../../api/queries.ts'
import { useClaimsChallenge } from '../../auth/claims-challenge.ts'
import { rememberPending } from '../../auth/pending-action.ts'
import { pendingCreation } from './pending-creation.ts'
import { reconcile, submit, type Submission } from './submission.ts'

const checkEveryMs = 2000

/** The creation of `plan` and how far it has come. `onCreated` gets the id once Azure has the version. */
export function useSubmission(accountKey: string, plan: ImageVersionPlan, onCreated: (id: string) => void) {
  const { challenge } = useClaimsChallenge()
  const queryClient = useQueryClient()
  const [submission, setSubmission] = useState<Submission>(() =>
    // A reload between the click and the answer: nobody knows yet, so Azure is asked.
    pendingCreation.isUnanswered(accountKey, plan) ? { state: 'checking' } : { state: 'idle' },
  )
  const busy = useRef(false)

  async function run(step: (plan: ImageVersionPlan) => Promise<Submission>) {
    if (busy.current) return // a double click, or Enter and a click
    busy.current = true
    const outcome = await step(plan)
    busy.current = false
    if (outcome.state !== 'checking') pendingCreation.answered(accountKey)
    setSubmission(outcome)
    // The keys may have changed since the draft read them.
    if (outcome.state === 'rejected' || outcome.state === 'refused')
      void queryClient.invalidateQueries({ queryKey: setReadingsKey(accountKey) })
    if (outcome.state === 'created') onCreated(outcome.id)
    if (outcome.state === 'verify') {
      rememberPending('create-image-version')
      challenge(outcome.claims)
    }
  }

  const check = useEffectEvent(() => void run(reconcile))
  useEffect(() => {
    if (submission.state !== 'checking') return
    check()
    const timer = setInterval(check, checkEveryMs)
    return () => clearInterval(timer)
  }, [submission.state])

  return {
    submission,
    send: () => {
      if (busy.current) return
      pendingCreation.sent(accountKey, plan)
      setSubmission({ state: 'sending' })
      void run(submit)
    },
    /** back to the wizard, with nothing decided */
    dismiss: () => {
      pendingCreation.answered(accountKey)
      setSubmission({ state: 'idle' })
    },
  }
}
