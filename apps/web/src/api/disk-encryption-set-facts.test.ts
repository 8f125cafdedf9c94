import { getDiskEncryptionSetFacts, type Freshness } from '@portal/portal-api'
import { afterEach, expect, it, vi } from 'vitest'
import { readAtOf, readSet } from './disk-encryption-set-facts.ts'
import { call } from './portal-client.ts'

vi.mock('./portal-client.ts', () => ({ call: vi.fn() }))
const called = vi.mocked(call)
afterEach(() => called.mockReset())

const now = '2026-11-24T09:00:00.000Z'
const sizes = () => called.mock.calls.map(([, input]) => getDiskEncryptionSetFacts.request.parse(input).ids.length)
const read = (id: string, freshness: Freshness = 'recent') => readSet(id, () => freshness)

it('asks for all sets of a moment at once, and tells which of them Azure hides', async () => {
  const facts = { id: '/SETS/ONE', facts: {}, readAt: '2026-11-24T08:59:30.000Z' }
  called.mockResolvedValue({ now, sets: [facts] })
  const readings = await Promise.all([read('/sets/one'), read('/sets/two')])
  expect(readings).toEqual([
    { now, read: facts },
    { now, read: null },
  ])
  expect(readings.map(readAtOf)).toEqual([facts.readAt, now])
  const ids = ['/sets/one', '/sets/two']
  expect(called.mock.calls).toEqual([[getDiskEncryptionSetFacts, { ids, freshness: 'recent' }]])
})

it('asks past the server’s cache for those that were made stale, even if that happened after they were asked for', async () => {
  called.mockResolvedValue({ now, sets: [] })
  let freshness: Freshness = 'recent'
  const asked = [read('/sets/one'), readSet('/sets/two', () => freshness)]
  freshness = 'fresh'
  await Promise.all(asked)
  expect(called.mock.calls.map(([, input]) => input)).toEqual([
    { ids: ['/sets/one'], freshness: 'recent' },
    { ids: ['/sets/two'], freshness: 'fresh' },
  ])
})

it('asks for 50 at most in one request', async () => {
  called.mockResolvedValue({ now, sets: [] })
  await Promise.all(Array.from({ length: 60 }, (_, index) => read(`/sets/${index}`)))
  expect(sizes()).toEqual([50, 10])
})

it('fails for each of them where the request fails', async () => {
  called.mockRejectedValue(new Error('no answer'))
  await Promise.all([read('/sets/one'), read('/sets/two')].map((one) => expect(one).rejects.toThrow('no answer')))
})
