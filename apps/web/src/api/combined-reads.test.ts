import type { Freshness } from '@portal/portal-api'
import { QueryClient, QueryObserver, type QueryFunction, type QueryKey } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { diskEncryptionSetQuery, setReadingQuery } from './disk-encryption-set-reads.ts'
import { keyHealthQuery, keyReadingQuery, refreshKeySurvey } from './key-health-reads.ts'
import { call } from './portal-client.ts'
import type { QueryUser } from './read.ts'

vi.mock('./portal-client.ts', () => ({ call: vi.fn() }))
const called = vi.mocked(call)
afterEach(() => called.mockReset())

const user: QueryUser = { account: { key: 'ada' }, configuration: { replicationPollMs: 5000 } }
const freshness = () => called.mock.calls.map(([, input]) => (input as { freshness?: Freshness }).freshness)

/** A page that shows the answer to a query. */
function shown({ queryKey, queryFn }: { queryKey: QueryKey; queryFn?: unknown }) {
  const answer = { now: '2026-11-24T09:00:00Z', total: 0, sets: [], keys: [] }
  called.mockResolvedValue(answer)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const observer = new QueryObserver(client, { queryKey, queryFn: queryFn as QueryFunction })
  const leave = observer.subscribe(() => {})
  const read = () => vi.waitFor(() => expect(observer.getCurrentResult().fetchStatus).toBe('idle'))
  return { client, observer, queryKey, read, leave }
}

const address = { vaultId: '/vaults/kv', keyUrl: 'https://kv.vault.azure.net/keys/key/0' }

it.each([
  ['a set', setReadingQuery(user, { id: '/sets/one' })],
  ['a set by itself', diskEncryptionSetQuery(user, { id: '/sets/one' })],
  ['a key', keyReadingQuery(user, address)],
  ['the health of keys', keyHealthQuery(user, {})],
])(
  '%s is read past the server’s cache where an act of the user has made it stale, and not by polling',
  async (_, query) => {
    const page = shown(query)
    await page.read()
    await page.client.invalidateQueries({ queryKey: page.queryKey })
    await page.read()
    await page.observer.refetch()
    page.leave()
    expect(freshness()).toEqual(['recent', 'fresh', 'recent'])
  },
)

it('F69: Refresh of key health reads the keys that are shown past the server’s cache', async () => {
  const page = shown(keyReadingQuery(user, address))
  await page.read()
  await refreshKeySurvey(page.client, user)
  page.leave()
  expect(freshness()).toEqual(['recent', 'fresh'])
})
