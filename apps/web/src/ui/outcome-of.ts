import { ClaimsChallenge, NetworkFailure, PortalProblem, ReplyUnreadable } from '../api/failures.ts'
import type { Outcome } from './use-submission.ts'

// After these nobody knows whether Azure has taken the write. Everything else was answered before or instead.
const unclear = new Set<string>(['OutcomeUnknown', 'AzureUnavailable', 'InternalError'])

/** What a write has come to that threw `error`. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof ClaimsChallenge) return { state: 'verify', claims: error.claims }
  if (error instanceof NetworkFailure || error instanceof ReplyUnreadable) return { state: 'checking' }
  if (!(error instanceof PortalProblem)) return { state: 'refused', error }
  if (unclear.has(error.code)) return { state: 'checking' }
  if (error.code === 'PlanRejected') return { state: 'rejected', issues: error.problem.issues ?? [] }
  if (error.code === 'SignInRequired') return { state: 'verify', claims: undefined }
  return { state: 'refused', error }
}
