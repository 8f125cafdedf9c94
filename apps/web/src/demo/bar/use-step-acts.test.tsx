// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useStepActs } from './use-step-acts.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('is under way from the first movement of the time to the last, also between them', async () => {
  const client = new QueryClient()
  const send = vi.fn(() => Promise.resolve())
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useStepActs(send), { wrapper })
  act(() => result.current.mutate({ act: 'forward', id: 'key-in-another-tenant' }))
  for (const sent of [1, 2, 3, 4]) {
    await act(() => vi.advanceTimersByTimeAsync(899))
    expect(send).toHaveBeenCalledTimes(sent)
    expect(result.current.isPending).toBe(sent < 4)
    await act(() => vi.advanceTimersByTimeAsync(1))
  }
})
