// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Notice } from './notice.ts'
import { NoticeToaster } from './NoticeToaster.tsx'

interface ToastOptions {
  intent: string
  onStatusChange: (event: null, change: { status: string }) => void
}

const dispatchToast = vi.fn<(toast: unknown, options: ToastOptions) => void>()
// Fluent animates its toasts, which happy-dom can't.
vi.mock('@fluentui/react-components', async (original) => ({
  ...(await original<object>()),
  useToastController: () => ({ dispatchToast, dismissToast: () => {} }),
}))
afterEach(cleanup)

const definition =
  '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/images/providers/Microsoft.Compute/galleries/g/images/ubuntu-web'
const noticeOf = (name: string, state: 'gone' | 'failed'): Notice => ({
  item: { id: `${definition}/versions/${name}`, kind: 'imageVersion', state: 'Deleting' },
  outcome: { state, failures: [] },
  at: '2026-11-24T10:00:00Z',
  isRead: false,
})
const shownAs = (intent: string) =>
  dispatchToast.mock.calls.map(([, options]) => options).filter((options) => options.intent === intent)
const showing = (notices: Notice[]) => (
  <FluentProvider theme={webLightTheme}>
    <NoticeToaster notices={notices} onOpen={() => {}} onShown={() => {}} />
  </FluentProvider>
)

it('shows three of many deletions at once, and every failure', () => {
  const deleted = Array.from({ length: 20 }, (_, patch) => noticeOf(`1.0.${patch}`, 'gone'))
  const { rerender } = render(showing([...deleted, noticeOf('2.0.0', 'failed'), noticeOf('2.0.1', 'failed')]))
  expect(shownAs('error')).toHaveLength(2)
  expect(shownAs('success')).toHaveLength(3)
  shownAs('success')[0]?.onStatusChange(null, { status: 'unmounted' })
  rerender(showing([noticeOf('3.0.0', 'gone'), noticeOf('3.0.1', 'gone')]))
  expect(shownAs('success'), 'one has left').toHaveLength(4)
})
