import type { ServerResponse } from 'node:http'
import { createHttpHeaders, createPipelineRequest, type PipelinePolicy } from '@azure/core-rest-pipeline'
import { azureService, type AzureService } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { demoCloud } from '../../../demo/demo-cloud.ts'
import { azureServices, type AzureServices } from '../../../outages/azure-services.ts'
import { SemaphoreFull } from '../../../process/semaphore.ts'
import { createLogger } from '../../../telemetry/log.ts'
import { answers, startScriptedArm } from '../../../testing/arm.ts'
import { aCaller } from '../../../testing/auth.ts'
import { armHttpClient } from '../arm-http-client.ts'
import { azureClients } from '../clients.ts'
import { readRetriesPolicy } from '../read-retries.ts'
import { placesPolicy } from './places.ts'
import { serviceOf } from './service-of.ts'

const group = '/subscriptions/s/resourceGroups/g/providers'
const vault = `${group}/Microsoft.KeyVault/vaults/v`
const addressOf: Record<Exclude<AzureService, 'EntraId'>, string> = {
  ResourceGraph: '/providers/Microsoft.ResourceGraph/resources',
  KeyVault: `${vault}/keys/k`,
  Compute: `${group}/Microsoft.Compute/galleries/g`,
  Network: `${group}/Microsoft.Network/virtualNetworks/n`,
  Storage: '/subscriptions/s/providers/Microsoft.Storage/storageAccounts',
  Authorization: `${vault}/providers/Microsoft.Authorization/roleAssignments`,
  ResourceManager: `${group}/Microsoft.Resources/deployments/d`,
}
const armServices = azureService.options.filter((service) => service !== 'EntraId')
const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))
const silently = () => azureServices({ logger: createLogger('silent') })

describe('the service of an address', () => {
  it.each(Object.entries(addressOf))('%s', (service, path) => {
    expect(serviceOf(`https://arm.example${path}?api-version=1&$filter=/providers/Microsoft.Compute/x`)).toBe(service)
    expect(serviceOf(`https://arm.example${path.toUpperCase()}`)).toBe(service)
  })

  it.each([
    ['a list of subscriptions', '/subscriptions'],
    ['a provider itself', '/subscriptions/s/providers/Microsoft.Compute'],
    ['its registration', '/subscriptions/s/providers/Microsoft.Compute/register'],
    ['a provider without a name here', `${group}/Microsoft.EventGrid/topics/t`],
  ])('is Azure Resource Manager itself for %s', (_, path) => {
    expect(serviceOf(`https://arm.example${path}?api-version=1`)).toBe('ResourceManager')
  })
})

describe('while one service hangs for 60 users', () => {
  it.each(armServices)('F45: %s: every other one is called for each of them', async (hanging) => {
    const arm = await startScriptedArm()
    const held: ServerResponse[] = []
    arm.script = [
      (response, { url }) => (serviceOf(url) === hanging ? void held.push(response) : answers(200, {})(response)),
    ]
    const tokens = {
      tokenFor: () => Promise.resolve('token'),
      renew: () => Promise.resolve(),
      forgetUser: () => Promise.resolve(),
    }
    const http = armHttpClient(arm.url, 0)
    const azureFor = azureClients({ cloud: demoCloud(arm.url), tokens, http, services: silently() })
    const users = times(60, (user) =>
      azureFor({ caller: aCaller({ oid: `user-${user}` }), correlationId: '', onCall: () => undefined }),
    )
    const call = (user: (typeof users)[number], service: (typeof armServices)[number]) =>
      user.send({ method: 'GET', url: `${addressOf[service]}?api-version=1` })
    const hung = Promise.allSettled(users.flatMap((user) => times(6, () => call(user, hanging))))
    await vi.waitFor(() => expect(held).toHaveLength(64), 20_000)
    for (const service of armServices.filter((other) => other !== hanging))
      expect(await Promise.all(users.map((user) => call(user, service)))).toHaveLength(60)
    expect(held).toHaveLength(64)
    await http.close()
    await hung
    await arm.close()
  })
})

describe('a call that waits for its place', () => {
  let services: AzureServices
  let open: (() => void)[]
  let sent: { method: string; timeout: number }[]

  beforeEach(() => {
    vi.useFakeTimers()
    services = silently()
    open = []
    sent = []
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function send(method: 'GET' | 'PUT', user = 'ada', service: (typeof armServices)[number] = 'Compute') {
    const policies: PipelinePolicy[] = [
      readRetriesPolicy({ now: Date.now, pause: () => Promise.resolve(), random: () => 0 }),
      placesPolicy({ services, user, now: Date.now }),
    ]
    const request = createPipelineRequest({ url: `https://arm.example${addressOf[service]}`, method })
    const outcome = policies.reduceRight<(sending: typeof request) => Promise<unknown>>(
      (next, policy) => (sending) => policy.sendRequest(sending, next as never),
      (sending) => {
        sent.push({ method, timeout: sending.timeout })
        return new Promise((resolve) => {
          open.push(() => resolve({ request: sending, status: 200, headers: createHttpHeaders() }))
        })
      },
    )(request)
    return outcome.then(
      () => 'answered',
      (error: unknown) => error,
    )
  }

  it.each(['GET', 'PUT'] as const)(
    'F46: a %s is refused after 20 s with the service that gives no place, was not sent, and never is',
    async (method) => {
      const first = times(6, () => send('PUT'))
      const late = send(method)
      const last = send('GET', 'ada', 'KeyVault')
      await vi.advanceTimersByTimeAsync(19_999)
      expect(sent).toHaveLength(7)
      await vi.advanceTimersByTimeAsync(1)
      const refusal = await late
      expect(refusal).toMatchObject({ name: 'ServiceNotAnswering', service: 'Compute', leavesOutcomeOpen: false })
      const next = send('GET')
      for (const answer of open.splice(0)) answer()
      expect(await Promise.all([...first, last])).toEqual(times(7, () => 'answered'))
      await vi.advanceTimersByTimeAsync(0)
      expect(sent.slice(7)).toEqual([{ method: 'GET', timeout: 20_000 }])
      for (const answer of open) answer()
      expect(await next).toBe('answered')
    },
  )

  it('F46: a read has what is left of its 20 s when it is sent, a write all of its 65 s', async () => {
    const first = times(6, () => send('PUT'))
    const waiting = [send('GET'), send('PUT')]
    await vi.advanceTimersByTimeAsync(12_000)
    for (const answer of open.splice(0)) answer()
    await Promise.all(first)
    await vi.advanceTimersByTimeAsync(0)
    expect(sent.slice(6)).toEqual([
      { method: 'GET', timeout: 8_000 },
      { method: 'PUT', timeout: 65_000 },
    ])
    for (const answer of open) answer()
    await Promise.all(waiting)
  })

  it('F46: where others have all places, it is refused after 2 s, and a place that comes free is the next one’s', async () => {
    const others = times(11, (user) => times(6, () => send('PUT', `user-${user}`))).flat()
    const late = send('GET', 'ben')
    await vi.advanceTimersByTimeAsync(1_999)
    expect(vi.getTimerCount()).toBeGreaterThan(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(await late).toMatchObject({ name: 'ServiceNotAnswering' })
    expect(sent).toHaveLength(64)
    const next = send('GET', 'cleo')
    open.shift()?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent.slice(64).map(({ method }) => method)).toEqual(['GET'])
    for (const answer of open) answer()
    expect(await next).toBe('answered')
    await Promise.all(others)
  })

  it('F47: is one of a thousand of its user; further ones are refused, those of other users and services are not', async () => {
    const waiting = times(1_006, () => send('GET'))
    expect(await send('GET')).toBeInstanceOf(SemaphoreFull)
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toHaveLength(6)
    const others = [send('GET', 'ben'), send('GET', 'ada', 'KeyVault')]
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toHaveLength(8)
    for (const answer of open) answer()
    expect(await Promise.all(others)).toEqual(['answered', 'answered'])
    await vi.advanceTimersByTimeAsync(20_000)
    for (const answer of open) answer()
    await Promise.all(waiting)
  })
})
