import { getDiskEncryptionSetFacts } from '@portal/portal-api'
import { afterEach, expect, it, vi } from 'vitest'
import { readSet } from './disk-encryption-set-facts.ts'
import { call } from './portal-client.ts'

vi.mock('./portal-client.ts', () => ({ call: vi.fn() }))
const called = vi.mocked(call)
afterEach(() => called.mockReset())

const now = '2026-11-24T09:00:00.000Z'
const sizes = () => called.mock.calls.map(([, input]) => getDiskEncryptionSetFacts.request.parse(input).ids.length)

it('asks for all sets of a moment at once, and tells which of them Azure hides', async () => {
  const facts = { id: '/SETS/ONE', facts: {} }
  called.mockResolvedValue({ now, sets: [facts] })
  const readings = await Promise.all([readSet('/sets/one'), readSet('/sets/two')])
  expect(readings).toEqual([
    { now, read: facts },
    { now, read: null },
  ])
  expect(called.mock.calls).toEqual([[getDiskEncryptionSetFacts, { ids: ['/sets/one', '/sets/two'] }]])
})

it('asks for 50 at most in one request', async () => {
  called.mockResolvedValue({ now, sets: [] })
  await Promise.all(Array.from({ length: 60 }, (_, index) => readSet(`/sets/${index}`)))
  expect(sizes()).toEqual([50, 10])
})

it('fails for each of them where the request fails', async () => {
  called.mockRejectedValue(new Error('no answer'))
  await Promise.all([readSet('/sets/one'), readSet('/sets/two')].map((one) => expect(one).rejects.toThrow('no answer')))
})
