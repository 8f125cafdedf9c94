import {
  getStoredImageVersion,
  listVersionWork,
  startRollout,
  updateImageVersion,
  type StoredImageVersionAnswer,
  type VersionWork,
} from '@portal/portal-api'
import { updatedVersion, versionDifferences } from '@portal/version-update'
import { PortalProblem } from '../../../../api/failures.ts'
import { call } from '../../../../api/portal-client.ts'
import type { UpdateDraft } from '../../../../drafts/update-draft.ts'
import { outcomeOf, outcomeUnread } from '../../../../patterns/change/outcome-of.ts'
import type { Outcome } from '../../../../patterns/change/use-submission.ts'
import { regionBatches } from '../../parts/rollout/region-batches.ts'

/** Outcomes of an update only. */
export type Updated =
  | { state: 'sent' }
  /** someone else has changed the version; nothing was sent */
  | { state: 'changed'; latest: StoredImageVersionAnswer }

/** The calls of an update; tests use their own server. */
export interface UpdateCalls {
  send: (draft: UpdateDraft) => Promise<unknown>
  read: (id: string) => Promise<StoredImageVersionAnswer>
  work: (imageVersionId: string) => Promise<VersionWork[]>
}

const portalUpdateCalls: UpdateCalls = {
  send: ({ base, change, batchSize }) => {
    const asked = { id: base.version.id, change, fingerprint: base.fingerprint }
    if (batchSize === null) return call(updateImageVersion, asked)
    return call(startRollout, { ...asked, batches: regionBatches(change.addedRegions, batchSize) })
  },
  read: (id) => call(getStoredImageVersion, { id }),
  work: (imageVersionId) => call(listVersionWork, { imageVersionId }),
}

/** Sends an update once and returns the outcome. Never throws. */
export async function submitUpdate(
  draft: UpdateDraft,
  calls: UpdateCalls = portalUpdateCalls,
): Promise<Outcome | Updated> {
  try {
    await calls.send(draft)
    return { state: 'sent' }
  } catch (error) {
    if (error instanceof PortalProblem && error.code === 'ImageVersionChanged') return whatChanged(draft, calls)
    return outcomeOf(error)
  }
}

async function whatChanged({ base }: UpdateDraft, calls: UpdateCalls): Promise<Outcome | Updated> {
  try {
    return { state: 'changed', latest: await calls.read(base.version.id) }
  } catch (error) {
    return { state: 'refused', error }
  }
}

/**
 * After a lost response: reads Azure's state, and sends nothing. As before: `notSent`. As requested, or in progress in
 * batches: `sent`. Otherwise someone else changed it: `changed`. No clear response yet: still `checking`.
 */
export async function reconcileUpdate(
  { base, change, batchSize }: UpdateDraft,
  calls: UpdateCalls = portalUpdateCalls,
): Promise<Outcome | Updated> {
  try {
    if (batchSize !== null) {
      const works = await calls.work(base.version.id)
      if (works.some(({ state, kind }) => kind === 'Rollout' && state === 'Running')) return { state: 'sent' }
    }
    const latest = await calls.read(base.version.id)
    if (latest.fingerprint === base.fingerprint) return { state: 'notSent' }
    const differences = versionDifferences(updatedVersion(base.version, change), latest.version)
    return differences.length === 0 ? { state: 'sent' } : { state: 'changed', latest }
  } catch (error) {
    return outcomeUnread(error)
  }
}
