// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LoadingPage } from './LoadingPage.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pass = (milliseconds: number) => {
  act(() => {
    vi.advanceTimersByTime(milliseconds)
  })
}
const advice = () => [
  screen.getByRole('status', { name: 'Loading' }).textContent,
  screen.queryByRole('button', { name: 'Reload page' }) !== null,
  screen.queryByRole('link', { name: 'Check connection' })?.getAttribute('href'),
]

it('says what to do once it has been there for ten seconds', () => {
  render(
    <FluentProvider theme={webLightTheme}>
      <LoadingPage />
    </FluentProvider>,
  )
  pass(9_999)
  expect(advice()).toEqual(['', false, undefined])
  pass(1)
  expect(advice()).toEqual(['Loading is taking longer than usual.', true, '/check-my-access'])
})
