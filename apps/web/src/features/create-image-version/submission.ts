import { imageVersionId, type ImageVersionPlan } from '@portal/image-version'
import { createImageVersion, getImageVersion, type Difference } from '@portal/portal-api'
import { PortalProblem } from '../../api/failures.ts'
import { call } from '../../api/portal-client.ts'
import { outcomeOf, outcomeUnread } from '../../ui/outcome-of.ts'
import type { Outcome, Waiting } from '../../ui/use-submission.ts'

/** What only a creation may come to. */
export type Created =
  | { state: 'created'; id: string }
  /** another version of that name is there, and was left alone */
  | { state: 'exists'; differences: Difference[] }

/** How far the creation of a version has come. */
export type Submission = Waiting | Outcome | Created

/** The two calls that a submission makes; tests bring their own server. */
export interface SubmissionCalls {
  create: (plan: ImageVersionPlan) => Promise<{ id: string }>
  read: (id: string) => Promise<unknown>
}

export const portalCalls: SubmissionCalls = {
  create: (plan) => call(createImageVersion, plan),
  read: (id) => call(getImageVersion, { id }),
}

/** Sends a plan once and says what came of it. Never throws. */
export async function submit(plan: ImageVersionPlan, calls: SubmissionCalls = portalCalls): Promise<Outcome | Created> {
  try {
    return { state: 'created', id: (await calls.create(plan)).id }
  } catch (error) {
    if (error instanceof PortalProblem && error.code === 'ImageVersionExists')
      return { state: 'exists', differences: error.problem.differences ?? [] }
    return outcomeOf(error)
  }
}

/**
 * After a lost answer: reads what Azure has. Nothing there: `notSent`. Something there: the plan is offered once more,
 * which the server answers by comparing, never by a second PUT. No clear answer yet: `checking` still.
 */
export async function reconcile(
  plan: ImageVersionPlan,
  calls: SubmissionCalls = portalCalls,
): Promise<Outcome | Created> {
  try {
    await calls.read(imageVersionId(plan))
  } catch (error) {
    if (error instanceof PortalProblem && error.code === 'NotFoundInAzure') return { state: 'notSent' }
    return outcomeUnread(error)
  }
  return submit(plan, calls)
}
