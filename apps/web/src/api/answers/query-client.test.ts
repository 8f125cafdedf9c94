// @vitest-environment happy-dom
import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NetworkFailure, PortalProblem, ReplyUnreadable } from '../failures.ts'
import { createQueryClient } from './query-client.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const problemOf = (code: PortalProblem['code']) =>
  new PortalProblem({ type: 'about:blank', title: '', status: 500, code, correlationId: 'c' })

/** How often a read was sent that fails with `error` the first time. */
async function timesSent(error: Error): Promise<number> {
  const read = vi.fn<() => Promise<string>>().mockRejectedValueOnce(error).mockResolvedValue('answer')
  const observer = new QueryObserver(
    createQueryClient(() => undefined),
    { queryKey: ['read'], queryFn: read },
  )
  const stop = observer.subscribe(() => undefined)
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
