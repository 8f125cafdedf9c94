// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import type { Problem } from '@portal/portal-api'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ClaimsChallenge, NetworkFailure, PortalProblem } from '../../api/failures.ts'
import { ClaimsChallengeContext } from '../../auth/claims-challenge.ts'
import { ProblemMessage } from './ProblemMessage.tsx'

afterEach(cleanup)

const problem: Problem = {
  type: 'about:blank',
  title: 'x',
  status: 403,
  code: 'ForbiddenByAzure',
  correlationId: 'id-7',
}

function show(error: unknown, onRetry?: () => void) {
  const challenge = vi.fn()
  render(
    <FluentProvider theme={webLightTheme}>
      <ClaimsChallengeContext value={{ challenge }}>
        <ProblemMessage error={error} onRetry={onRetry} />
      </ClaimsChallengeContext>
    </FluentProvider>,
  )
  return { challenge }
}

it('says what happened, what to do, what Azure says, and the id to ask about', () => {
  show(new PortalProblem({ ...problem, azure: { code: 'AuthorizationFailed', message: 'The client …' } }))
  expect(screen.getByText('You don’t have permission for this in Azure')).toBeTruthy()
  expect(screen.getByText(/Ask a resource owner/)).toBeTruthy()
  expect(screen.getByText('AuthorizationFailed: The client …').closest('details')).toBeTruthy()
  expect(screen.getByText('id-7')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})

it.each([
  ['AuthorizationFailed', "action 'Microsoft.Compute/galleries/images/read' over scope", 'deploy'],
  ['LinkedAuthorizationFailed', "action(s) 'Microsoft.Compute/galleries/images/read' on the linked scope(s)", 'deploy'],
  ['AuthorizationFailed', "action 'Microsoft.Compute/galleries/images/versions/write' over scope", 'publish'],
])('leads from a missing role to who can give it: %s, %s', (code, text, purpose) => {
  const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/contoso/images/web'
  show(new PortalProblem({ ...problem, azure: { code, message: `The client … to perform ${text} '${id}' or …` } }))
  const href = screen.getByRole('link', { name: 'Request access' }).getAttribute('href')
  expect(href).toBe(`/image-definition?${new URLSearchParams({ id, access: purpose, principal: '' })}`)
})

it('says of a sandbox that was set aside whose request it was and what to do, whatever the portal calls it', () => {
  const azure = { code: 'SandboxSetAside', message: 'A request in this sandbox …' }
  show(new PortalProblem({ ...problem, status: 409, code: 'RefusedByAzure', azure }))
  expect(screen.getByText('Your simulated Azure environment stopped responding')).toBeTruthy()
  expect(screen.getByText(/^One of your requests .* select Reset in the demo bar/)).toBeTruthy()
  expect(screen.queryByText('Azure rejected the request')).toBeNull()
})

it.each([
  ['AzureUnavailable', 504],
  ['ServiceNotAnswering', 503],
] as const)('F52: names the service that does not respond: %s', (code, status) => {
  show(new PortalProblem({ ...problem, status, code, service: 'ResourceGraph' }), () => undefined)
  expect(screen.getByText('Azure Resource Graph isn’t responding')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
})

it('lists what differs in a version that exists already', () => {
  const differences = [{ field: 'replicaCount', asked: '2', stored: '1' }]
  show(new PortalProblem({ ...problem, code: 'ImageVersionExists', differences }))
  expect(screen.getByRole('listitem').textContent).toBe('replicaCount: requested 2, applied 1')
})

it('offers to try again', () => {
  const onRetry = vi.fn()
  show(new NetworkFailure('id-8', undefined), onRetry)
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(onRetry).toHaveBeenCalledOnce()
})

it('offers to verify where that is what is missing', () => {
  const { challenge } = show(new ClaimsChallenge('{}'), () => undefined)
  fireEvent.click(screen.getByRole('button', { name: 'Verify' }))
  expect(challenge).toHaveBeenCalledWith({ claims: '{}' })
})
