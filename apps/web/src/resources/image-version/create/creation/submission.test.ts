import { aPlan } from '@portal/image-version/testing'
import type { Problem, VersionWork } from '@portal/portal-api'
import { describe, expect, it } from 'vitest'
import { ClaimsChallenge, NetworkFailure, PortalProblem } from '../../../../api/failures.ts'
import { reconcile, submit, type Asked, type SubmissionCalls } from './submission.ts'

const problem = (code: Problem['code'], more: Partial<Problem> = {}) =>
  new PortalProblem({ type: 'about:blank', title: code, status: 500, code, correlationId: 'c', ...more })
const lost = new NetworkFailure('c', new Error('socket hang up'))

// A server that stores versions by ID, as Azure does, and can lose the response to a create.
interface Server {
  has?: string[]
  works?: VersionWork[]
  createFails?: Error
  readFails?: Error
}

function server({ has = [], works = [], createFails, readFails }: Server = {}) {
  const creates: Asked[] = []
  const calls: SubmissionCalls = {
    create: async (asked) => {
      creates.push(asked)
      if (createFails) throw createFails
      return { id: 'created' }
    },
    read: async (id) => {
      if (readFails) throw readFails
      if (!has.includes(id)) throw problem('NotFoundInAzure')
      return {}
    },
    work: async () => works,
  }
  return { calls, creates }
}

const plan = aPlan()
const asked: Asked = { plan, batches: [] }
const id = `${plan.imageDefinitionId}/versions/${plan.name}`

describe('submit', () => {
  it('says where the version is', async () => {
    expect(await submit(asked, server().calls)).toEqual({ state: 'created', id: 'created' })
  })
  it.each([
    ['the network fails', lost],
    ['the outcome is unknown', problem('OutcomeUnknown')],
    ['Azure is unavailable', problem('AzureUnavailable')],
  ])('does not take it for failed when %s', async (_, createFails) => {
    expect(await submit(asked, server({ createFails }).calls)).toEqual({ state: 'checking' })
  })
  it('keeps the issues of a refused plan', async () => {
    const issues = [
      { code: 'VersionNameExists' as const, path: ['name'], params: { name: '1.0.0' }, severity: 'error' as const },
    ]
    const outcome = await submit(asked, server({ createFails: problem('PlanRejected', { issues }) }).calls)
    expect(outcome).toEqual({ state: 'rejected', issues })
  })
  it('asks for verification with the claims of Azure', async () => {
    const outcome = await submit(asked, server({ createFails: new ClaimsChallenge('{"a":1}') }).calls)
    expect(outcome).toEqual({ state: 'verify', claims: '{"a":1}' })
  })
  it('is refused for whatever Azure says clearly', async () => {
    const error = problem('ForbiddenByAzure')
    expect(await submit(asked, server({ createFails: error }).calls)).toEqual({ state: 'refused', error })
  })
})

describe('reconcile', () => {
  it('sends nothing when Azure has no such version', async () => {
    const { calls, creates } = server()
    expect(await reconcile(asked, calls)).toEqual({ state: 'notSent' })
    expect(creates).toEqual([])
  })
  it('lets the server compare when Azure has one of that name', async () => {
    const { calls, creates } = server({ has: [id] })
    expect(await reconcile(asked, calls)).toEqual({ state: 'created', id: 'created' })
    expect(creates).toEqual([asked])
  })
  it('goes on checking while nothing can be read, and sends nothing', async () => {
    const { calls, creates } = server({ readFails: lost })
    expect(await reconcile(asked, calls)).toEqual({ state: 'checking' })
    expect(creates).toEqual([])
  })
  it('that is made in batches is created once Azure has taken it on, though the version is not there yet', async () => {
    const running: VersionWork = {
      id: 'deployment',
      imageVersionId: id,
      kind: 'Rollout',
      state: 'Running',
      startedAt: '2026-11-24T09:00:00Z',
      asOf: '2026-11-24T09:00:01Z',
      steps: [],
    }
    const inBatches = { plan, batches: [['eastus2']] }
    const { calls, creates } = server({ works: [running] })
    expect(await reconcile(inBatches, calls)).toEqual({ state: 'created', id })
    expect(creates).toEqual([])
    const done = server({ works: [{ ...running, state: 'Failed' }] })
    expect(await reconcile(inBatches, done.calls)).toEqual({ state: 'notSent' })
  })
})
