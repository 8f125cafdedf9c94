// @vitest-environment happy-dom
import type { ImageVersion } from '@portal/portal-api'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { imageVersionQuery } from './image-version-reads.ts'

vi.mock('../auth/authentication.ts', async (original) => ({
  ...(await original<typeof import('../auth/authentication.ts')>()),
  getAccessToken: () => Promise.resolve('token'),
}))

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00Z') }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const user = { account: { key: 'ada' }, configuration: { replicationPollMs: 15_000 } }
const creating: ImageVersion = {
  id: '/v',
  name: '1.0.0',
  location: 'westus',
  tags: {},
  provisioningState: 'Creating',
  publishedDate: '2026-11-24T10:00:00Z',
  excludeFromLatest: false,
  replicationMode: 'Full',
  allowDeletionOfReplicatedLocations: true,
  blockDeletionBeforeEndOfLife: false,
  sourceIds: [],
  dataDisks: [],
  targetRegions: [],
  asOf: '',
}

it('F27: a replication that takes more than an hour is asked for every minute, and not every 15 seconds', async () => {
  const fetched = vi.fn<typeof fetch>(() =>
    Promise.resolve(Response.json({ ...creating, asOf: new Date().toISOString() })),
  )
  vi.stubGlobal('fetch', fetched)
  const observer = new QueryObserver(new QueryClient(), imageVersionQuery(user, { id: '/v' }))
  const stop = observer.subscribe(() => undefined)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fetched).toHaveBeenCalledTimes(5)
  await vi.advanceTimersByTimeAsync(3_600_000)
  fetched.mockClear()
  await vi.advanceTimersByTimeAsync(24 * 3_600_000)
  expect(fetched.mock.calls.length).toBe(24 * 60)
  stop()
})
