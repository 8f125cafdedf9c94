// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RetryButton } from './RetryButton.tsx'
import { RetryTime } from './RetryTime.tsx'

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00Z') }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

it.each([
  ['F09', '2026-11-24T10:00:07Z', '7 sec', '4 sec', 4],
  ['F10', '2026-11-24T11:00:00Z', '1 hr', '59 min 57 sec', 3597],
])(
  '%s: the pause until %s is counted down: %s, %s, and only then it can be tried again',
  async (_, retryAt, first, later, rest) => {
    const onRetry = vi.fn()
    const press = () => act(() => screen.getByRole('button', { name: 'Try again' }).click())
    render(
      <FluentProvider theme={webLightTheme}>
        <RetryTime retryAt={retryAt} />
        <RetryButton retryAt={retryAt} onRetry={onRetry} />
      </FluentProvider>,
    )
    expect(screen.getByText(`Try again in ${first}.`)).toBeTruthy()
    press()
    await pass(3_000)
    expect(screen.getByText(`Try again in ${later}.`)).toBeTruthy()
    expect(onRetry).not.toHaveBeenCalled()
    await pass(rest * 1000)
    expect(screen.getByText('You can try again now.')).toBeTruthy()
    press()
    expect(onRetry).toHaveBeenCalledOnce()
  },
)
