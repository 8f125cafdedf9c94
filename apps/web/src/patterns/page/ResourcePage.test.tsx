// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PortalProblem } from '../../api/failures.ts'
import { ClaimsChallengeContext } from '../../auth/claims-challenge.ts'
import { pageOf, ResourcePage } from './ResourcePage.tsx'

beforeEach(() => vi.stubGlobal('scrollTo', vi.fn()))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/')
  document.querySelector('title')?.remove()
})

const failed = (status: number, code: 'NotFoundInAzure' | 'ForbiddenByAzure') =>
  new PortalProblem({ type: 'about:blank', title: code, status, code, correlationId: 'id-7' })

function show(error: Error | null, page: Partial<ComponentProps<typeof ResourcePage>> = {}) {
  const refetch = vi.fn()
  const query = { error, isPending: error === null, refetch }
  render(
    <FluentProvider theme={webLightTheme}>
      <ClaimsChallengeContext value={{ challenge: vi.fn() }}>
        <ResourcePage
          title="des-1"
          crumbs={[]}
          state="Ready"
          actions={<button>Rotate</button>}
          query={query}
          waiting={{ rows: 2 }}
          {...page}
        >
          <p>its key</p>
        </ResourcePage>
      </ClaimsChallengeContext>
    </FluentProvider>,
  )
  return refetch
}

it('keeps the place of what is being read', () => {
  show(null)
  expect(screen.getByRole('heading', { name: 'des-1' })).toBeTruthy()
  expect(screen.getByLabelText('Loading')).toBeTruthy()
})

it('leaves nothing of a resource that is not there but that it is not, and reads it again', () => {
  const refetch = show(failed(404, 'NotFoundInAzure'))
  expect(screen.getByRole('heading', { name: 'des-1' })).toBeTruthy()
  expect(screen.getByText(/^Resource not found/)).toBeTruthy()
  expect(screen.queryByText('its key')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Rotate' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(refetch).toHaveBeenCalledOnce()
})

it('shows what a page has to say of a resource that is not there', () => {
  show(failed(404, 'NotFoundInAzure'), { missing: { actions: <a href="/x">To its gallery</a>, content: 'deleted' } })
  expect(screen.getByText('deleted')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'To its gallery' })).toBeTruthy()
  expect(screen.queryByText(/^Resource not found/)).toBeNull()
})

it('shows a refusal above what is known, with all actions', () => {
  const refetch = show(failed(403, 'ForbiddenByAzure'))
  expect(screen.getByText('You don’t have permission for this in Azure')).toBeTruthy()
  expect(screen.getByText('its key')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Rotate' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(refetch).toHaveBeenCalledOnce()
})

it.each(['', '?id=nothing', '?id=/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/d'])(
  'says of a page with the address %s that its link is incomplete',
  (search) => {
    window.history.replaceState(null, '', `/gallery${search}`)
    const Page = pageOf('Microsoft.Compute/galleries', () => <p>a gallery</p>)
    render(
      <FluentProvider theme={webLightTheme}>
        <Page />
      </FluentProvider>,
    )
    expect(screen.getByText('This link is incomplete')).toBeTruthy()
    expect(screen.queryByText('a gallery')).toBeNull()
  },
)
