import { blankTargetRegion, type StoredVersion } from '@portal/image-version'
import type { Problem, StoredImageVersionAnswer, VersionWork } from '@portal/portal-api'
import { noChange, updatedVersion } from '@portal/version-update'
import { describe, expect, it } from 'vitest'
import { NetworkFailure, PortalProblem } from '../../../../api/failures.ts'
import type { UpdateDraft } from '../../../../drafts/update-draft.ts'
import { reconcileUpdate, submitUpdate, type UpdateCalls } from './update-submission.ts'

const version: StoredVersion = {
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/g/images/i/versions/1.0.0',
  location: 'westus',
  properties: {
    publishingProfile: { targetRegions: [{ name: 'West US', regionalReplicaCount: 1 }] },
    storageProfile: {},
  },
}
const change = { ...noChange(), addedRegions: [blankTargetRegion('eastus2'), blankTargetRegion('uksouth')] }
const base: StoredImageVersionAnswer = { version, fingerprint: 'before', asOf: '2026-01-01T00:00:00Z' }
const draft: UpdateDraft = { base, change, batchSize: null, preparationId: null }
const asAsked = { ...base, version: { ...version, ...updatedVersion(version, change) }, fingerprint: 'after' }
const another: StoredImageVersionAnswer = { ...base, version: { ...version, tags: { a: 'b' } }, fingerprint: 'other' }
const rollout: VersionWork = {
  id: 'd',
  imageVersionId: version.id,
  kind: 'Rollout',
  state: 'Running',
  startedAt: base.asOf,
  asOf: base.asOf,
  steps: [],
}

const problem = (code: Problem['code']) =>
  new PortalProblem({ type: 'about:blank', title: code, status: 409, code, correlationId: 'c' })
const lost = new NetworkFailure('c', new Error('socket hang up'))

/** A server that has `latest`, and can refuse or lose what is sent to it. */
function server({
  latest = base,
  works = [],
  fails,
}: {
  latest?: StoredImageVersionAnswer
  works?: VersionWork[]
  fails?: Error
}): UpdateCalls {
  return {
    send: () => (fails ? Promise.reject(fails) : Promise.resolve({})),
    read: () => Promise.resolve(latest),
    work: () => Promise.resolve(works),
  }
}

describe('an update that is sent', () => {
  it.each([
    ['is taken', undefined, { state: 'sent' }],
    ['gets no answer', lost, { state: 'checking' }],
    ['has an unknown outcome', problem('OutcomeUnknown'), { state: 'checking' }],
    ['is too late', problem('ImageVersionChanged'), { state: 'changed', latest: another }],
    ['is refused', problem('RefusedByAzure'), { state: 'refused' }],
  ])('%s', async (_, fails, outcome) => {
    const calls = server({ latest: another, ...(fails && { fails }) })
    expect(await submitUpdate(draft, calls)).toMatchObject(outcome)
  })
})

describe('after a lost answer', () => {
  it.each([
    ['the version as it was: nothing was sent', { latest: base }, 'notSent'],
    ['the version as asked for: it was sent', { latest: asAsked }, 'sent'],
    ['another version: somebody else was there', { latest: another }, 'changed'],
  ])('%s', async (_, found, state) => {
    expect(await reconcileUpdate(draft, server(found))).toMatchObject({ state })
  })

  it('a rollout under way is one that was sent, though the version is as it was', async () => {
    const inBatches = { ...draft, batchSize: 1 }
    expect(await reconcileUpdate(inBatches, server({ works: [rollout] }))).toEqual({ state: 'sent' })
    expect(await reconcileUpdate(inBatches, server({}))).toEqual({ state: 'notSent' })
  })
})
