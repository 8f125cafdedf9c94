import { imageVersionId, type ImageVersionPlan } from '@portal/image-version'
import {
  createImageVersion,
  createImageVersionInBatches,
  getImageVersion,
  listVersionWork,
  type Difference,
  type VersionWork,
} from '@portal/portal-api'
import { isNotFound, PortalProblem } from '../../../../api/failures.ts'
import { call } from '../../../../api/portal-client.ts'
import { outcomeOf, outcomeUnread } from '../../../../patterns/change/outcome-of.ts'
import type { Outcome, Waiting } from '../../../../patterns/change/use-submission.ts'

/** Outcomes of a creation only. */
export type Created =
  | { state: 'created'; id: string }
  /** another version with this name exists, and was left alone */
  | { state: 'exists'; differences: Difference[] }

/** The progress of the creation of a version. */
export type Submission = Waiting | Outcome | Created

/**
 * A plan, and the batches in which its regions other than the source region are added; none: all are created at once.
 */
export interface Asked {
  plan: ImageVersionPlan
  batches: string[][]
}

/** The calls of a submission; tests use their own server. */
export interface SubmissionCalls {
  create: (asked: Asked) => Promise<{ id: string }>
  read: (id: string) => Promise<unknown>
  work: (imageVersionId: string) => Promise<VersionWork[]>
}

const portalCalls: SubmissionCalls = {
  create: ({ plan, batches }) =>
    batches.length === 0 ? call(createImageVersion, plan) : call(createImageVersionInBatches, { plan, batches }),
  read: (id) => call(getImageVersion, { id }),
  work: (imageVersionId) => call(listVersionWork, { imageVersionId }),
}

/** Sends a plan once and returns the outcome. Never throws. */
export async function submit(asked: Asked, calls: SubmissionCalls = portalCalls): Promise<Outcome | Created> {
  try {
    return { state: 'created', id: (await calls.create(asked)).id }
  } catch (error) {
    if (error instanceof PortalProblem && error.code === 'ImageVersionExists')
      return { state: 'exists', differences: error.problem.differences ?? [] }
    return outcomeOf(error)
  }
}

/**
 * After a lost response: reads Azure's state. Nothing exists: `notSent`, unless Azure is about to run the first of its
 * steps. Something exists: the plan is sent once more, which the server answers by comparing, never with a second PUT.
 * No clear response yet: still `checking`.
 */
export async function reconcile(asked: Asked, calls: SubmissionCalls = portalCalls): Promise<Outcome | Created> {
  const id = imageVersionId(asked.plan)
  try {
    if (asked.batches.length > 0 && (await calls.work(id)).some(({ state }) => state === 'Running'))
      return { state: 'created', id }
    await calls.read(id)
  } catch (error) {
    if (isNotFound(error)) return { state: 'notSent' }
    return outcomeUnread(error)
  }
  return submit(asked, calls)
}
