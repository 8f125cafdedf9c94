// @vitest-environment happy-dom
import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NetworkFailure, PortalProblem, ReplyUnreadable } from '../failures.ts'
import { createQueryClient } from './query-client.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const problemOf = (code: PortalProblem['code']) =>
  new PortalProblem({ type: 'about:blank', title: '', status: 500, code, correlationId: 'c' })

const refusedUntil = (retryAt: string) =>
  new PortalProblem({
    type: 'about:blank',
    title: '',
    status: 429,
    code: 'TooManyRequests',
    correlationId: 'c',
    retryAt,
  })

const failingOnce = (error: Error) =>
  vi.fn<() => Promise<string>>().mockRejectedValueOnce(error).mockResolvedValue('answer')

/** Sends a read, and returns a function that gives up on it. */
function begin(read: () => Promise<string>): () => void {
  const client = createQueryClient(() => undefined)
  return new QueryObserver(client, { queryKey: ['read'], queryFn: read }).subscribe(() => undefined)
}

/** How often a read was sent that fails with `error` the first time. */
async function timesSent(error: Error): Promise<number> {
  const read = failingOnce(error)
  const stop = begin(read)
  await vi.advanceTimersByTimeAsync(60_000)
  stop()
  return read.mock.calls.length
}

it.each([
  ['the portal does not answer', new NetworkFailure('c', undefined), 2],
  ['a proxy has no portal behind it', new ReplyUnreadable(502, 'c'), 2],
  ['a proxy waits in vain', new ReplyUnreadable(504, 'c'), 2],
  ['Azure does not answer', problemOf('AzureUnavailable'), 2],
  ['the answer is of another form', new ReplyUnreadable(200, 'c'), 1],
  ['Azure forbids it', problemOf('ForbiddenByAzure'), 1],
])('where %s, a read is sent so often', async (_, error, times) => {
  expect(await timesSent(error)).toBe(times)
})

it.each([
  ['in two seconds', '2026-11-24T09:00:02Z', 1999, 2600],
  ['by now, by a clock that is ahead', '2026-11-24T08:59:00Z', 0, 600],
])('waits until the portal has room for a read, which is %s', async (_, retryAt, before, after) => {
  vi.setSystemTime('2026-11-24T09:00:00Z')
  const read = failingOnce(refusedUntil(retryAt))
  const stop = begin(read)
  await vi.advanceTimersByTimeAsync(before)
  expect(read).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(after - before)
  stop()
  expect(read).toHaveBeenCalledTimes(2)
})

it('says at once that the portal has no room for a minute, and after three pauses that it still has none', async () => {
  vi.setSystemTime('2026-11-24T09:00:00Z')
  expect(await timesSent(refusedUntil('2026-11-24T09:01:00Z'))).toBe(1)
  const read = vi.fn<() => Promise<string>>().mockRejectedValue(refusedUntil('2026-11-24T08:00:00Z'))
  const stop = begin(read)
  await vi.advanceTimersByTimeAsync(60_000)
  stop()
  expect(read).toHaveBeenCalledTimes(4)
})

it('keeps nothing of an earlier answer about what is gone, and all of it where Azure does not answer', async () => {
  vi.useRealTimers()
  const client = createQueryClient(() => undefined)
  for (const [code, left] of [
    ['ForbiddenByAzure', 'answer'],
    ['NotFoundInAzure', undefined],
  ] as const) {
    const queryKey = [code]
    await client.fetchQuery({ queryKey, queryFn: () => Promise.resolve('answer') })
    await client.prefetchQuery({ queryKey, queryFn: () => Promise.reject(problemOf(code)), staleTime: 0 })
    expect(client.getQueryState(queryKey)).toMatchObject({ status: 'error', data: left })
  }
})

it('a write is sent once, whatever comes of it', async () => {
  const write = vi.fn<() => Promise<string>>().mockRejectedValue(new ReplyUnreadable(502, 'c'))
  const client = createQueryClient(() => undefined)
  const writing = client.getMutationCache().build(client, { mutationFn: write })
  await expect(writing.execute(undefined)).rejects.toThrow(ReplyUnreadable)
  await vi.runAllTimersAsync()
  expect(write).toHaveBeenCalledTimes(1)
})

it('asks for the user’s identity, but not for what is only read ahead', async () => {
  const asked = vi.fn<() => void>()
  const client = createQueryClient(asked)
  const queryFn = () => Promise.reject(problemOf('SignInRequired'))
  await client.prefetchQuery({ queryKey: ['ahead'], queryFn, meta: { isAhead: true } })
  expect(asked).not.toHaveBeenCalled()
  // A page that then needs it asks again, and says nothing of reading ahead.
  const stop = new QueryObserver(client, { queryKey: ['ahead'], queryFn }).subscribe(() => undefined)
  await vi.runAllTimersAsync()
  stop()
  expect(asked).toHaveBeenCalledTimes(1)
})
