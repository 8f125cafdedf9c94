import type { Issue } from '@portal/image-version'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { IdentityChallenge } from '../../api/answers/identity-challenge.ts'
import { useMakeStale } from '../../api/use-write.ts'
import { useClaimsChallenge } from '../../auth/claims-challenge.ts'
import { rememberPending } from '../../auth/pending-action.ts'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { unanswered } from '../../drafts/unanswered-write.ts'

/** The progress of a write before its outcome. */
export type Waiting =
  | { state: 'idle' }
  | { state: 'sending' }
  /** the answer was lost: what Azure has is being read */
  | { state: 'checking' }

/** Possible outcomes of every write; each kind has more. */
export type Outcome =
  | { state: 'checking' }
  /** Azure does not have it: it can be sent again */
  | { state: 'notSent' }
  /** the rules refused on fresh facts; nothing was sent */
  | { state: 'rejected'; issues: Issue[] }
  /** the user must meet a challenge before Azure accepts it; nothing was sent */
  | ({ state: 'verify' } & IdentityChallenge)
  /** any other error; nothing was written */
  | { state: 'refused'; error: unknown }

interface Write<Own> {
  kind: 'creation' | 'update' | 'machine'
  account: { key: string }
  /** of the resource that is written */
  id: string
  /** the action that continues after the challenge */
  action: string
  /** sends it once; never throws */
  submit: () => Promise<Own | Outcome>
  /** reads what Azure has after a lost answer; never throws */
  reconcile: () => Promise<Own | Outcome>
  onOutcome: (outcome: Own | Outcome) => void
}

const checkEveryMs = 2000

/** One write to Azure and its progress: sent once, and read from Azure if its response is lost. */
export function useSubmission<Own extends { state: string; issues?: never }>(write: Write<Own>) {
  const { kind, account, id } = write
  const { challenge } = useClaimsChallenge()
  const makeStale = useMakeStale()
  const isReadOnly = useReadOnlyDraft()
  const [submission, setSubmission] = useState<Own | Outcome | Waiting>(() =>
    // A reload between the click and the response: the outcome is unknown, so Azure is read.
    !isReadOnly && unanswered.isDue(kind, account.key, id) ? { state: 'checking' } : { state: 'idle' },
  )
  const busy = useRef(false)

  async function run(step: () => Promise<Own | Outcome>) {
    if (busy.current) return // a double click, or Enter and a click
    busy.current = true
    const outcome = await step()
    busy.current = false
    // Azure can't be read before the user has signed in again, or met another challenge: whether it has the lost write
    // is still unknown.
    const isUnknown = outcome.state === 'checking' || (outcome.state === 'verify' && step === write.reconcile)
    if (!isUnknown) {
      unanswered.answered(kind, account.key, id)
      void makeStale('submit')
    }
    setSubmission(outcome)
    // The keys might have changed since the draft read them.
    if (outcome.state === 'rejected' || outcome.state === 'refused') void makeStale('submissionRefused')
    write.onOutcome(outcome)
    if ('claims' in outcome) {
      rememberPending(write.action)
      challenge(outcome)
    }
  }

  const check = useEffectEvent(() => void run(write.reconcile))
  useEffect(() => {
    if (submission.state !== 'checking') return
    check()
    const timer = setInterval(check, checkEveryMs)
    return () => clearInterval(timer)
  }, [submission.state])

  const isBusy = submission.state === 'sending' || submission.state === 'checking'
  const hasOutcome = submission.state !== 'idle' && submission.state !== 'sending'
  // The outcome is shown at the top of the page, possibly far above the button.
  useEffect(() => {
    if (hasOutcome) window.scrollTo({ top: 0 })
  }, [hasOutcome, submission.state])
  const dismiss = () => {
    unanswered.answered(kind, account.key, id)
    setSubmission({ state: 'idle' })
  }

  return {
    submission,
    /** a response is pending: the sent content is not changed meanwhile */
    isBusy,
    /** the issues of the server's rules on current facts */
    issues: 'issues' in submission ? (submission.issues ?? []) : [],
    send: () => {
      if (busy.current || isReadOnly) return
      unanswered.sent(kind, account.key, id)
      setSubmission({ state: 'sending' })
      void run(write.submit)
    },
    /** back to the form, with nothing decided */
    dismiss,
    /** the outcome does not concern later edits */
    onEdit: () => {
      if (submission.state !== 'idle' && !isBusy) dismiss()
    },
  }
}
