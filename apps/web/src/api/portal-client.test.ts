import { blankPlan } from '@portal/image-version'
import { getImageVersion, listGalleries, createImageVersion } from '@portal/portal-api'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { getAccessToken, heldAccessToken, SignInNeeded } from '../auth/authentication.ts'
import { ClaimsChallenge, NetworkFailure, PortalProblem, ReplyUnreadable } from './failures.ts'
import { call, readConfiguration } from './portal-client.ts'

vi.mock('../auth/authentication.ts', async (original) => ({
  ...(await original<typeof import('../auth/authentication.ts')>()),
  getAccessToken: vi.fn(),
  heldAccessToken: vi.fn(),
}))

const token = vi.mocked(getAccessToken)
const held = vi.mocked(heldAccessToken)
const fetched = vi.fn<typeof fetch>()

const json = (body: unknown, init: ResponseInit = {}) => new Response(JSON.stringify(body), init)
const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
const problem = {
  type: 'about:blank',
  title: 'Claims challenge',
  status: 401,
  code: 'ClaimsChallenge',
  correlationId: 'c',
} as const
const challenged = () =>
  json(problem, {
    status: 401,
    headers: { 'www-authenticate': `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"` },
  })
const request = (index = 0) => {
  const [url, init] = fetched.mock.calls[index] ?? []
  return { url, method: init?.method, headers: new Headers(init?.headers), body: init?.body }
}

beforeEach(() => {
  fetched.mockReset()
  token.mockReset()
  held.mockReset()
  token.mockImplementation(async (asked) => (asked === undefined ? 'token' : 'verified'))
  vi.stubGlobal('fetch', fetched)
})

describe('call', () => {
  it('sends a read as a query, as the user, under an id of its own', async () => {
    fetched.mockResolvedValue(json([]))
    await expect(call(listGalleries, { subscriptionId: 'a b' })).resolves.toEqual([])
    expect(request()).toMatchObject({ url: '/api/galleries?subscriptionId=a+b', method: 'GET', body: null })
    expect(request().headers.get('authorization')).toBe('Bearer token')
    expect(request().headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('sets out at once with the token that is held, and with a new one after a challenge', async () => {
    held.mockReturnValue('held')
    fetched.mockResolvedValueOnce(challenged()).mockResolvedValueOnce(json([]))
    const calling = call(listGalleries, { subscriptionId: 's' })
    expect(request().headers.get('authorization')).toBe('Bearer held')
    await calling
    expect(token.mock.calls).toEqual([[claims, undefined]])
    expect(request(1).headers.get('authorization')).toBe('Bearer verified')
  })

  it('sends a write as JSON', async () => {
    fetched.mockResolvedValue(json({ id: 'id' }))
    await call(createImageVersion, blankPlan('definition'))
    expect(request()).toMatchObject({
      url: '/api/image-versions',
      method: 'PUT',
      body: JSON.stringify(blankPlan('definition')),
    })
    expect(request().headers.get('content-type')).toBe('application/json')
  })

  it('asks for the configuration before anyone has signed in', async () => {
    fetched.mockResolvedValue(json({}))
    await expect(readConfiguration()).rejects.toThrow(ReplyUnreadable)
    expect(token).not.toHaveBeenCalled()
    expect(request().headers.has('authorization')).toBe(false)
  })

  it('is sent as the active account, unless another one is named', async () => {
    fetched.mockImplementation(async () => json([]))
    await call(listGalleries, { subscriptionId: 's' })
    await call(listGalleries, { subscriptionId: 's' }, { accountKey: 'ada@elsewhere' })
    expect(token.mock.calls.map(([, key]) => key)).toEqual([undefined, 'ada@elsewhere'])
  })

  it('throws the problem of a refusal', async () => {
    fetched.mockResolvedValue(json({ ...problem, status: 403, code: 'ForbiddenByAzure' }, { status: 403 }))
    await expect(call(listGalleries, { subscriptionId: 's' })).rejects.toMatchObject({ code: 'ForbiddenByAzure' })
  })

  it.each([
    ['a page of a proxy', () => new Response('<html>', { status: 502 })],
    ['an answer of another form', () => json([{ id: 1 }])],
    ['an error that is no problem', () => json({ message: 'no' }, { status: 500 })],
  ])('does not take %s for an answer', async (_, reply) => {
    fetched.mockResolvedValue(reply())
    await expect(call(listGalleries, { subscriptionId: 's' })).rejects.toThrow(ReplyUnreadable)
  })

  it('tells that the portal did not answer, and never sends again by itself', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    await expect(call(createImageVersion, blankPlan('definition'))).rejects.toThrow(NetworkFailure)
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('ends with the reason of the page that has left', async () => {
    const left = new AbortController()
    fetched.mockImplementation(async () => {
      left.abort(new Error('left'))
      throw new DOMException('Aborted', 'AbortError')
    })
    await expect(call(getImageVersion, { id: 'x' }, { signal: left.signal })).rejects.toThrow('left')
  })
})

describe('a claims challenge', () => {
  it('is met without the user where the refresh token is enough', async () => {
    fetched.mockResolvedValueOnce(challenged()).mockResolvedValueOnce(json([]))
    await expect(call(listGalleries, { subscriptionId: 's' })).resolves.toEqual([])
    expect(token.mock.calls.map(([asked]) => asked)).toEqual([undefined, claims])
    expect(request(1).headers.get('authorization')).toBe('Bearer verified')
    expect(request(1).headers.get('x-correlation-id')).toBe(request(0).headers.get('x-correlation-id'))
  })

  it('goes to the user where it is not', async () => {
    fetched.mockResolvedValue(challenged())
    token.mockResolvedValueOnce('token').mockRejectedValueOnce(new SignInNeeded(claims))
    await expect(call(listGalleries, { subscriptionId: 's' })).rejects.toMatchObject({
      code: 'ClaimsChallenge',
      claims,
    })
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('is tried once, not for ever', async () => {
    fetched.mockImplementation(async () => challenged())
    await expect(call(listGalleries, { subscriptionId: 's' })).rejects.toThrow(ClaimsChallenge)
    expect(fetched).toHaveBeenCalledTimes(2)
  })

  it('without claims is a problem like any other, so that nobody goes in circles', async () => {
    fetched.mockResolvedValue(
      json(problem, { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }),
    )
    await expect(call(listGalleries, { subscriptionId: 's' })).rejects.toThrow(PortalProblem)
    expect(fetched).toHaveBeenCalledTimes(1)
  })
})
