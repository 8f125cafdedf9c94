// @vitest-environment happy-dom
import { readsLeftHeader } from '@portal/portal-api'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noticeReadsLeft, pollInterval } from './poll-interval.ts'

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00Z') }))
afterEach(() => vi.useRealTimers())

/** Polls `answer` every two seconds; returns the times of the requests (s) and what is shown. */
function polling(answer: () => Promise<string>) {
  const startedAt = Date.now()
  const askedAt: number[] = []
  const observer = new QueryObserver<string>(new QueryClient(), {
    queryKey: ['progress'],
    queryFn: () => {
      askedAt.push((Date.now() - startedAt) / 1000)
      return answer()
    },
    retry: false,
    refetchInterval: ({ state }) => pollInterval(state, 2_000),
  })
  const stop = observer.subscribe(() => undefined)
  return { askedAt, shown: () => observer.getCurrentResult(), stop }
}

it('F22: progress that cannot be read is asked for less and less often, up to a minute, and stays shown', async () => {
  let isDown = false
  const { askedAt, shown, stop } = polling(async () => {
    if (isDown) throw new Error('503')
    return 'Creating'
  })
  await vi.advanceTimersByTimeAsync(0)
  isDown = true
  await vi.advanceTimersByTimeAsync(600_000)
  const pauses = askedAt.map((at, index) => at - (askedAt[index - 1] ?? 0)).slice(2)
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other))
  expect(pauses.at(-1)).toBe(60)
  expect(askedAt.length).toBeGreaterThanOrEqual(10)
  expect(shown()).toMatchObject({ data: 'Creating', isError: true })
  isDown = false
  await vi.advanceTimersByTimeAsync(60_000)
  expect(shown()).toMatchObject({ data: 'Creating', isError: false })
  askedAt.length = 0
  await vi.advanceTimersByTimeAsync(20_000)
  expect(askedAt.length).toBeGreaterThanOrEqual(9)
  stop()
})

it('F14: while Azure leaves few reads, polls come four times as far apart, for a minute', async () => {
  noticeReadsLeft(new Response('', { headers: { [readsLeftHeader]: '24' } }))
  const { askedAt, stop } = polling(async () => 'Creating')
  await vi.advanceTimersByTimeAsync(40_000)
  expect(askedAt).toEqual([0, 8, 16, 24, 32, 40])
  await vi.advanceTimersByTimeAsync(30_000)
  askedAt.length = 0
  await vi.advanceTimersByTimeAsync(20_000)
  expect(askedAt).toHaveLength(10)
  stop()
})
