// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { getDiskEncryptionSetFacts, type ReadDiskEncryptionSet } from '@portal/portal-api'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { setReadingQuery } from '../../api/disk-encryption-set-reads.ts'
import { call } from '../../api/portal-client.ts'
import { SignedInContext, type SignedIn } from '../../auth/use-authentication.ts'
import { CheckedSets } from './CheckedSets.tsx'
import { OnCheckAgain } from './use-checked-sets.ts'

vi.mock('../../api/portal-client.ts', () => ({ call: vi.fn() }))
const called = vi.mocked(call)
afterEach(() => {
  cleanup()
  called.mockReset()
})

const user = { account: { key: 'ada', username: 'ada@contoso.example', name: 'Ada' } } as SignedIn
const sets = [
  { id: '/sets/one', name: 'one' },
  { id: '/sets/two', name: 'two' },
]
/** 10:27 in the browser's time zone, and later */
const at = (seconds: number) => new Date(2026, 10, 24, 10, 27, seconds).toISOString()
const readingOf = (id: string, readAt: string) => ({ now: at(50), read: { id, readAt } as ReadDiskEncryptionSet })
const asked = () => called.mock.calls.map(([endpoint, input]) => [endpoint === getDiskEncryptionSetFacts, input])

/** Sets that were read before, at different times; `of` how many of them something is shown. */
function open(of: number, { checksOnEntry = false, onCheckAgain = () => {} } = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  for (const [index, { id }] of sets.entries())
    client.setQueryData(setReadingQuery(user, { id }).queryKey, readingOf(id, at(index === 0 ? 3 : 1)))
  called.mockImplementation((_, input) => {
    const { ids } = input as { ids: string[] }
    return Promise.resolve({ now: at(50), sets: ids.map((id) => readingOf(id, at(41)).read) }) as never
  })
  render(
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={client}>
        <SignedInContext value={user}>
          <OnCheckAgain value={onCheckAgain}>
            <CheckedSets sets={sets.slice(0, of)} state="blocked" checksOnEntry={checksOnEntry} />
          </OnCheckAgain>
        </SignedInContext>
      </QueryClientProvider>
    </FluentProvider>,
  )
}

it('F65: says when a set was read, and reads it again past the server’s cache: the focus stays, and the result is read out', async () => {
  const onCheckAgain = vi.fn()
  open(1, { onCheckAgain })
  expect(screen.getByText(/^Checked 10:27:03/), 'without the day, by the clock of Azure').toBeTruthy()
  expect(screen.getByRole('status').textContent).toBe('')
  expect(asked()).toEqual([])
  const button = screen.getByRole('button', { name: 'Check again: one' })
  button.focus()
  fireEvent.click(button)
  expect(onCheckAgain).toHaveBeenCalledOnce()
  expect(await screen.findByText(/^Checked .*10:27:41/)).toBeTruthy()
  expect(asked()).toEqual([[true, { ids: ['/sets/one'], freshness: 'fresh' }]])
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^one: Not ready\. Checked .*10:27:41/))
  expect(document.activeElement).toBe(button)
  expect(button.getAttribute('aria-disabled')).toBeNull()
})

it('F66: says the oldest time of several sets, and reads all of them again in one request where everything is decided', async () => {
  open(2, { checksOnEntry: true })
  expect(screen.getByText(/^Checked .*10:27:01/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Check again: all disk encryption sets' })).toBeTruthy()
  expect(await screen.findByText(/^Checked .*10:27:41/)).toBeTruthy()
  expect(asked()).toEqual([[true, { ids: ['/sets/one', '/sets/two'], freshness: 'fresh' }]])
  expect(screen.getByRole('status').textContent).toBe('')
})

it('says that a set could not be read again', async () => {
  open(1)
  called.mockRejectedValue(new Error('no answer'))
  fireEvent.click(screen.getByRole('button', { name: 'Check again: one' }))
  expect(await screen.findByText(/^Couldn’t check ·/)).toBeTruthy()
})
