// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useAzureTime } from './use-azure-time.ts'

const receivedAt = Date.parse('2026-11-27T09:00:00Z')
beforeEach(() => vi.useFakeTimers({ now: receivedAt }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it.each([
  ['runs as fast as Azure’s', 15, '2026-11-24T10:15:00.000Z'],
  ['stands still with Azure’s', null, '2026-11-24T10:00:00.000Z'],
])('A14: the clock of the bar %s', (_, rate, afterOneMinute) => {
  const { result } = renderHook(() => useAzureTime({ now: '2026-11-24T10:00:00Z', rate }, receivedAt))
  expect(result.current).toBe('2026-11-24T10:00:00.000Z')
  act(() => {
    vi.advanceTimersByTime(60_000)
  })
  expect(result.current).toBe(afterOneMinute)
})
