import { azureClouds, type AzureCloud } from '@portal/arm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ConfigurationFaults } from '../process/configuration-faults.ts'
import { listen, type Listening } from '../server/server.ts'
import { aCaller, registration, startSignInService } from '../testing/auth.ts'
import { loadApiCredential } from './api-credential.ts'
import { entraExchange } from './entra-exchange.ts'
import { NoApiCredential, SignInServiceUnavailable } from './sign-in-service.ts'

const clientId = '0abc0000-1111-4222-8333-444444444444'
const start = Date.parse('2026-11-25T10:00:00Z')
const minutes = 60_000

/** The requests to the endpoint, and whether it answers. */
let asked: { method: string | undefined; query: Record<string, string>; header: unknown }[]
let fails: 'no' | 'with 403' | 'without an answer'
let endpoint: Listening

/** As https://learn.microsoft.com/azure/container-apps/managed-identity describes it: a token for an hour. */
beforeAll(async () => {
  endpoint = await listen(
    (request, response) => {
      const query = Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams)
      asked.push({ method: request.method, query, header: request.headers['x-identity-header'] })
      if (fails === 'without an answer') return void response.destroy()
      const answer = (status: number, body: object) =>
        void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      if (fails === 'with 403') return answer(403, { statusCode: 403, message: 'Not allowed now' })
      if (query['client_id'] !== clientId || request.headers['x-identity-header'] !== 'the-header')
        return answer(400, { statusCode: 400, message: 'Unable to load the proper Managed Identity.' })
      const expires_on = String(Math.floor(Date.now() / 1000) + 3600)
      const access_token = `token-${asked.length}`
      return answer(200, {
        access_token,
        expires_on,
        resource: query['resource'],
        token_type: 'Bearer',
        client_id: clientId,
      })
    },
    { port: 0, host: '127.0.0.1' },
  )
  // MSAL reads them once for the whole process.
  vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${endpoint.port}/msi/token`)
  vi.stubEnv('IDENTITY_HEADER', 'the-header')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await endpoint.close(0)
})

// each test a day after the one before, when MSAL's token of that one has ended
let day = 0
beforeEach(() => {
  asked = []
  fails = 'no'
  day += 1
  vi.useFakeTimers({ toFake: ['Date'], now: start + day * 24 * 60 * minutes })
})
afterEach(() => vi.useRealTimers())

const load = (id = clientId, azure: AzureCloud = azureClouds.AzureCloud) =>
  loadApiCredential({ type: 'managed-identity', clientId: id }, azure)
const assertionOf = async (credential: Awaited<ReturnType<typeof load>>) => {
  if (credential.type !== 'federated') throw new Error('not a federated credential')
  return credential.assertion()
}

describe('a managed identity', () => {
  it('is asked for a token that the API application accepts', async () => {
    await load()
    const query = { 'api-version': '2019-08-01', resource: 'api://AzureADTokenExchange', client_id: clientId }
    expect(asked).toEqual([{ method: 'GET', query, header: 'the-header' }])
  })

  it.each([
    ['AzureUSGovernment', 'api://AzureADTokenExchangeUSGov'],
    ['AzureChinaCloud', 'api://AzureADTokenExchangeChina'],
  ] as const)('of %s is asked for what is accepted there', async (name, resource) => {
    await load(clientId, azureClouds[name])
    expect(asked[0]?.query['resource']).toBe(resource)
  })

  it('proves the API to Entra ID', async () => {
    const service = await startSignInService()
    try {
      const api = { ...registration.api, credential: await load() }
      await entraExchange(service.cloud, { ...registration, api }, Date.now)(aCaller())
      const form = Object.fromEntries(service.exchanges[0] ?? [])
      expect(form).toMatchObject({
        client_assertion: 'token-1',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      })
      expect(form).not.toHaveProperty('client_secret')
    } finally {
      await service.close()
    }
  })

  it('is asked again five minutes before its token ends, and not earlier', async () => {
    const credential = await load()
    vi.setSystemTime(Date.now() + 54 * minutes)
    expect(await assertionOf(credential)).toBe('token-1')
    vi.setSystemTime(Date.now() + 2 * minutes)
    expect(await assertionOf(credential)).toBe('token-2')
  })

  it('of another app is told at the start, with its variable and what Azure said', async () => {
    const other = '0bad0000-1111-4222-8333-444444444444'
    const told = await load(other).catch((error: unknown) => error)
    expect(told).toBeInstanceOf(ConfigurationFaults)
    expect(String(told)).toContain(`API_MANAGED_IDENTITY_CLIENT_ID is "${other}"`)
    expect(String(told)).toContain('Unable to load the proper Managed Identity.')
  })

  it.each(['with 403', 'without an answer'] as const)('that fails later %s is no fault of the user', async (how) => {
    const service = await startSignInService()
    try {
      const api = { ...registration.api, credential: await load() }
      vi.setSystemTime(Date.now() + 56 * minutes)
      fails = how
      const exchange = entraExchange(service.cloud, { ...registration, api }, Date.now)
      const error = await exchange(aCaller()).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(SignInServiceUnavailable)
      expect((error as Error).cause).toBeInstanceOf(NoApiCredential)
      expect(service.exchanges).toEqual([])
      fails = 'no'
      expect(await exchange(aCaller())).toMatchObject({ token: 'arm-token' })
    } finally {
      await service.close()
    }
  })
})
