import { imageVersionId, type ImageVersionPlan, type Issue } from '@portal/image-version'
import { createImageVersion, getImageVersion, type Difference } from '@portal/portal-api'
import { ClaimsChallenge, NetworkFailure, PortalProblem, ReplyUnreadable } from '../../api/failures.ts'
import { call } from '../../api/portal-client.ts'

/** How far the creation of a version has come. */
export type Submission =
  | { state: 'idle' }
  | { state: 'sending' }
  /** the answer was lost: what Azure has is being read */
  | { state: 'checking' }
  /** Azure has no such version: it may be sent again */
  | { state: 'notSent' }
  | { state: 'created'; id: string }
  /** the rules refused on fresh facts; nothing was sent */
  | { state: 'rejected'; issues: Issue[] }
  /** another version of that name is there, and was left alone */
  | { state: 'exists'; differences: Difference[] }
  /** the user has to prove more before Azure takes it; nothing was sent */
  | { state: 'verify'; claims: string | undefined }
  /** anything else that went wrong; nothing was created */
  | { state: 'refused'; error: unknown }

/** The two calls that a submission makes; tests bring their own server. */
export interface SubmissionCalls {
  create: (plan: ImageVersionPlan) => Promise<{ id: string }>
  read: (id: string) => Promise<unknown>
}

export const portalCalls: SubmissionCalls = {
  create: (plan) => call(createImageVersion, plan),
  read: (id) => call(getImageVersion, { id }),
}

// After these nobody knows whether Azure has taken the version. Everything else was answered before or instead.
const unclear = new Set<string>(['OutcomeUnknown', 'AzureUnavailable', 'InternalError'])

/** Sends a plan once and says what came of it. Never throws. */
export async function submit(plan: ImageVersionPlan, calls: SubmissionCalls = portalCalls): Promise<Submission> {
  try {
    return { state: 'created', id: (await calls.create(plan)).id }
  } catch (error) {
    if (error instanceof ClaimsChallenge) return { state: 'verify', claims: error.claims }
    if (error instanceof NetworkFailure || error instanceof ReplyUnreadable) return { state: 'checking' }
    if (!(error instanceof PortalProblem)) return { state: 'refused', error }
    if (unclear.has(error.code)) return { state: 'checking' }
    if (error.code === 'PlanRejected') return { state: 'rejected', issues: error.problem.issues ?? [] }
    if (error.code === 'ImageVersionExists') return { state: 'exists', differences: error.problem.differences ?? [] }
    if (error.code === 'SignInRequired') return { state: 'verify', claims: undefined }
    return { state: 'refused', error }
  }
}

/**
 * After a lost answer: reads what Azure has. Nothing there: `notSent`. Something there: the plan is offered once more,
 * which the server answers by comparing, never by a second PUT. No clear answer yet: `checking` still.
 */
export async function reconcile(plan: ImageVersionPlan, calls: SubmissionCalls = portalCalls): Promise<Submission> {
  try {
    await calls.read(imageVersionId(plan))
  } catch (error) {
    if (error instanceof PortalProblem && error.code === 'NotFoundInAzure') return { state: 'notSent' }
    if (error instanceof ClaimsChallenge) return { state: 'verify', claims: error.claims }
    return { state: 'checking' }
  }
  return submit(plan, calls)
}
