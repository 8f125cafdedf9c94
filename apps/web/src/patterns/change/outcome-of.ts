import { identityChallengeOf } from '../../api/answers/identity-challenge.ts'
import { NetworkFailure, PortalProblem, ReplyUnreadable } from '../../api/failures.ts'
import type { Outcome } from './use-submission.ts'

// After these, it is unknown whether Azure has accepted the write. Everything else was answered before or instead.
const unclear = new Set<string>(['OutcomeUnknown', 'AzureUnavailable', 'InternalError'])

/** The outcome of a write that threw `error`. */
export function outcomeOf(error: unknown): Outcome {
  const asked = identityChallengeOf(error)
  if (asked) return { state: 'verify', ...asked }
  if (error instanceof NetworkFailure || error instanceof ReplyUnreadable) return { state: 'checking' }
  if (!(error instanceof PortalProblem)) return { state: 'refused', error }
  if (unclear.has(error.code)) return { state: 'checking' }
  if (error.code === 'PlanRejected') return { state: 'rejected', issues: error.problem.issues ?? [] }
  return { state: 'refused', error }
}

/** The outcome of a write whose response was lost, if reading Azure threw `error`. */
export function outcomeUnread(error: unknown): Outcome {
  const asked = identityChallengeOf(error)
  return asked ? { state: 'verify', ...asked } : { state: 'checking' }
}
