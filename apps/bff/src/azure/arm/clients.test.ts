import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline'
import { parseResourceId } from '@portal/arm'
import { imageVersionId } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { ClaimsChallenge } from '../../auth/claims-challenge.ts'
import {
  answers,
  azureAt,
  startScriptedArm,
  subscriptionId,
  type ScriptedArm,
  type TestAzure,
} from '../../testing/arm.ts'
import { listDiskEncryptionSets } from '../disk-encryption-sets/disk-encryption-sets.ts'
import { getImageVersion, putImageVersion } from '../image-versions/image-versions.ts'
import { ArmRefusal, NoClearAnswer } from './arm-reply.ts'
import { ForeignOrigin } from './pinned-origin.ts'
import { readRetriesPolicy } from './read-retries.ts'
import { queryResourceGraph } from './resource-graph.ts'

let arm: ScriptedArm
let test: TestAzure

beforeEach(async () => {
  arm = await startScriptedArm()
  test = azureAt(arm.url)
})
afterEach(async () => {
  await test.close()
  await arm.close()
})

const list = () => listDiskEncryptionSets(test.azure, subscriptionId)
const query = () => queryResourceGraph(test.azure, z.unknown(), { query: 'resources' })
const plan = aPlan()
const put = () => putImageVersion(test.azure, parseResourceId(imageVersionId(plan)), plan)
const failureOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'no failure',
    (error: unknown) => error,
  )
const aSet = (name: string) => ({
  id: `/subscriptions/${subscriptionId}/resourceGroups/g/providers/Microsoft.Compute/diskEncryptionSets/${name}`,
  name,
  location: 'West US',
  properties: { activeKey: { keyUrl: 'https://kv-contoso.vault.azure.net/keys/images/0123' } },
})
const refusal = (code: string) => ({ error: { code, message: 'No.' } })
const empty = answers(200, { value: [] })
const challenge = {
  'www-authenticate': `Bearer error="insufficient_claims", claims="${Buffer.from('{"access_token":{}}').toString('base64')}"`,
}

describe("the user's token", () => {
  it.each<[string, (own: URL, foreign: URL) => string]>([
    ['at another port', (_, foreign) => foreign.origin],
    ['at another name', (own) => `http://localhost:${own.port}`],
    ['by another protocol', (own) => `https://${own.host}`],
    ['behind the name of ARM as a user', (own, foreign) => `http://${own.host}@${foreign.host}`],
  ])('F36: never goes where a nextLink leads that is %s', async (_, sdkPathOf) => {
    const foreign = await startScriptedArm()
    foreign.script = [empty]
    const place = sdkPathOf(new URL(arm.url), new URL(foreign.url))
    arm.script = [answers(200, { value: [aSet('one')], nextLink: `${place}/more?api-version=1` })]
    const failure = await failureOf(list())
    await foreign.close()
    expect(failure).toBeInstanceOf(ForeignOrigin)
    expect(failure).toMatchObject({ origin: new URL(place).origin })
    expect([arm.received.length, foreign.received.length]).toEqual([1, 0])
  })

  it('never goes where a redirect leads', async () => {
    const foreign = await startScriptedArm()
    arm.script = [answers(307, {}, { location: `${foreign.url}/here` })]
    const failure = await failureOf(list())
    await foreign.close()
    expect(failure).toBeInstanceOf(NoClearAnswer)
    expect(foreign.received).toEqual([])
  })

  it('goes to ARM with the correlation id of the operation and an id of its own for each request', async () => {
    arm.script = [
      answers(200, { value: [aSet('one')], nextLink: `${arm.url}/next` }),
      answers(200, { value: [aSet('two')] }),
    ]
    expect((await list()).map(({ name }) => name)).toEqual(['one', 'two'])
    const headers = arm.received.map((request) => request.headers)
    expect(headers.map((each) => each.authorization)).toEqual(['Bearer arm-token', 'Bearer arm-token'])
    expect(new Set(headers.map((each) => each['x-ms-correlation-request-id']))).toEqual(
      new Set(['0c0c0c0c-1111-4222-8333-444444444444']),
    )
    expect(new Set(headers.map((each) => each['x-ms-client-request-id'])).size).toBe(2)
  })
})

describe('an answer that is not of ARM', () => {
  it.each([
    ['an HTML page with status 200', answers(200, '<html>Please wait</html>')],
    ['nothing', answers(200, '')],
    ['JSON of another form', answers(200, { sets: [] })],
    ['a list of nulls', answers(200, { value: [null] })],
    ['a set without a name', answers(200, { value: [{ ...aSet('x'), name: undefined }] })],
    ['a nextLink that is no text', answers(200, { value: [], nextLink: 5 })],
    [
      'JSON that ends too soon',
      (response: ServerResponse) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[{"id"'),
    ],
    ['a refusal in HTML', answers(403, '<html>Forbidden</html>')],
  ])('F33: %s is an error, and no empty success', async (_, step) => {
    arm.script = [step]
    expect(await failureOf(list())).toMatchObject({ name: 'NoClearAnswer', reason: 'form' })
  })

  it('in the place of a created version leaves open whether it was created', async () => {
    arm.script = [answers(200, '<html>OK</html>')]
    expect(await failureOf(put())).toMatchObject({ name: 'NoClearAnswer' })
    expect(arm.received).toHaveLength(1)
  })
})

describe("ARM's refusal", () => {
  it('keeps its status and words', async () => {
    arm.script = [answers(403, refusal('AuthorizationFailed'))]
    expect(await failureOf(list())).toMatchObject({ status: 403, arm: { code: 'AuthorizationFailed', message: 'No.' } })
  })

  it("keeps them on a list's second page, where the SDK would lose them", async () => {
    arm.script = [
      answers(200, { value: [], nextLink: `${arm.url}/next` }),
      answers(404, refusal('SubscriptionNotFound')),
    ]
    expect(await failureOf(list())).toMatchObject({ status: 404, arm: { code: 'SubscriptionNotFound' } })
  })
})

describe('a list', () => {
  it('goes on after an empty page', async () => {
    arm.script = [answers(200, { value: [], nextLink: `${arm.url}/next` }), answers(200, { value: [aSet('late')] })]
    expect(await list()).toHaveLength(1)
  })

  it.each([
    ['the same page again', () => ({ value: [aSet('one')], nextLink: `${arm.url}/next` })],
    ['an empty page with another one after it', () => ({ value: [], nextLink: `${arm.url}/${arm.received.length}` })],
  ])('F37: that goes on for ever with %s is given up', async (_, page) => {
    arm.script = [(response) => answers(200, page())(response)]
    expect(await failureOf(list())).toBeInstanceOf(NoClearAnswer)
    expect(arm.received).toHaveLength(201)
  })

  it('may come compressed', async () => {
    const body = gzipSync(JSON.stringify({ value: [aSet('small')] }))
    arm.script = [
      (response) =>
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(body),
    ]
    expect(await list()).toMatchObject([
      { name: 'small', location: 'westus', keyVaultName: 'kv-contoso', keyName: 'images' },
    ])
  })
})

describe.each([
  ['a read', list, empty],
  ['a query of Resource Graph, which is a POST,', query, answers(200, { data: [] })],
])('%s', (_, read, nothing) => {
  it('is sent again, twice at most, while ARM fails', async () => {
    arm.script = [answers(503, refusal('ServerBusy')), answers(500, '<html>'), nothing]
    expect(await read()).toEqual([])
    expect(test.pauses).toEqual([200, 400])
    arm.script = [answers(503, refusal('ServerBusy'))]
    arm.received.length = 0
    expect(await failureOf(read())).toMatchObject({ reason: 'server', status: 503, arm: { code: 'ServerBusy' } })
    expect(arm.received).toHaveLength(3)
  })

  it.each<[string, ScriptedArm['script'][number]]>([
    ['a broken connection', (response) => response.destroy()],
    [
      'F34: JSON that was cut in the middle',
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":['),
    ],
    [
      'F34: a connection that broke in the middle of it',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '12' })
        response.write('{"value":', () => response.destroy())
      },
    ],
  ])('%s: is sent again', async (_, step) => {
    arm.script = [step, nothing]
    expect(await read()).toEqual([])
    expect(arm.received).toHaveLength(2)
  })
})

describe('a read', () => {
  it('waits as long as ARM says, if that is short', async () => {
    arm.script = [answers(429, refusal('TooManyRequests'), { 'retry-after': '2' }), empty]
    expect(await list()).toEqual([])
    expect(test.pauses).toEqual([2000])
  })

  it.each([
    ['a long pause', answers(429, refusal('TooManyRequests'), { 'retry-after': '3600' }), 3_600_000],
    ['a pause too long for who waits', answers(429, refusal('TooManyRequests'), { 'retry-after': '10' }), 10_000],
    [
      "Compute's own form of it",
      answers(429, { code: 'OperationNotAllowed', message: 'Too many.' }, { 'retry-after': '1200' }),
      1_200_000,
    ],
  ])('F10: is not sent again after 429 with %s', async (_, step, retryAt) => {
    arm.script = [step]
    expect(await failureOf(list())).toMatchObject({ name: 'ArmRefusal', status: 429, retryAt })
    expect(arm.received).toHaveLength(1)
  })

  it('F11: is sent again after 2, 4 and 8 seconds where ARM does not say how long, and no more', async () => {
    arm.script = [answers(429, refusal('TooManyRequests'))]
    expect(await failureOf(list())).toMatchObject({ name: 'ArmRefusal', status: 429, retryAt: undefined })
    expect(test.pauses).toEqual([2000, 4000, 8000])
    expect(arm.received).toHaveLength(4)
  })

  it.each([400, 403, 404, 409])('is not sent again after %i', async (status) => {
    arm.script = [answers(status, refusal('No'))]
    expect(await failureOf(list())).toBeInstanceOf(ArmRefusal)
    expect(arm.received).toHaveLength(1)
  })

  it('F35: gets 20 seconds in all', async () => {
    // this one has a second left: less than a busy machine might need to connect would prove nothing
    const times = [0]
    let time = 19_000
    const late = azureAt(arm.url, () => times.shift() ?? time)
    arm.script = [() => void (time = 20_000)]
    expect(await failureOf(listDiskEncryptionSets(late.azure, subscriptionId))).toMatchObject({ reason: 'timeout' })
    expect(arm.received).toHaveLength(1)
    await late.close()
  })
})

describe('a write', () => {
  it.each([
    ['ARM fails', answers(500, refusal('InternalServerError')), { reason: 'server', status: 500 }],
    ['the gateway gives up', answers(504, refusal('GatewayTimeout')), { reason: 'server', status: 504 }],
    ['the connection breaks', (response: { destroy(): unknown }) => void response.destroy(), { reason: 'connection' }],
    ['ARM is busy', answers(429, refusal('TooManyRequests'), { 'retry-after': '1' }), { status: 429 }],
  ])('is never sent again where %s', async (_, step, failure) => {
    arm.script = [step]
    expect(await failureOf(put())).toMatchObject(failure)
    expect(arm.received.map(({ method }) => method)).toEqual(['PUT'])
  })
})

it('F35: a write gets 65 seconds, five more than ARM gives its providers', async () => {
  const timeouts: number[] = []
  const policy = readRetriesPolicy({ now: () => 0, pause: () => Promise.resolve(), random: () => 0 })
  await policy.sendRequest(createPipelineRequest({ url: arm.url, method: 'PUT' }), (request) => {
    timeouts.push(request.timeout)
    return Promise.resolve({ request, status: 200, headers: createHttpHeaders() })
  })
  expect(timeouts).toEqual([65_000])
})

describe('a claims challenge of ARM', () => {
  it('is met with a token that has the claims, and the request goes on', async () => {
    arm.script = [answers(401, refusal('InsufficientClaims'), challenge), empty]
    expect(await list()).toEqual([])
    expect(test.asked).toEqual([undefined, '{"access_token":{}}'])
    expect(arm.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer arm-token',
      'Bearer arm-token-with-claims',
    ])
  })

  it("is the browser's to answer if ARM asks again", async () => {
    arm.script = [answers(401, refusal('InsufficientClaims'), challenge)]
    expect(await failureOf(list())).toMatchObject(new ClaimsChallenge('{"access_token":{}}'))
    expect(arm.received).toHaveLength(2)
  })

  it('without claims is a refusal of the token', async () => {
    arm.script = [
      answers(401, refusal('InvalidAuthenticationToken'), { 'www-authenticate': 'Bearer error="invalid_token"' }),
    ]
    expect(await failureOf(list())).toMatchObject({ status: 401 })
    expect(arm.received).toHaveLength(1)
  })
})

it('asks ARM six things at once and no more', async () => {
  const open: (() => void)[] = []
  let most = 0
  arm.script = [
    (response) => {
      open.push(() => empty(response))
      most = Math.max(most, open.length)
      if (open.length < 6 && arm.received.length < 20) return
      open.shift()?.()
      if (arm.received.length === 20) for (const release of open.splice(0)) release()
    },
  ]
  // one request to the portal, twenty questions to ARM: a gate of five would leave the sixth unanswered for ever
  expect((await Promise.all(Array.from({ length: 20 }, list))).length).toBe(20)
  expect(most).toBe(6)
})

it("takes Azure's time from Azure", async () => {
  arm.script = [answers(404, refusal('NotFound'), { date: 'Tue, 24 Nov 2026 10:00:00 GMT' })]
  await failureOf(getImageVersion(test.azure, parseResourceId(imageVersionId(plan))))
  expect(test.azure.now()).toBe('2026-11-24T10:00:00.000Z')
})

it('tells the log of each call its status and ids, and no more', async () => {
  arm.script = [
    answers(404, refusal('SubscriptionNotFound'), {
      'x-ms-request-id': 'r1',
      'x-ms-routing-request-id': 'WESTEUROPE:r2',
      'x-ms-ratelimit-remaining-subscription-reads': '249',
    }),
  ]
  await failureOf(list())
  expect(test.calls).toEqual([
    {
      method: 'GET',
      attempt: 1,
      startedAt: 0,
      status: 404,
      armCode: 'SubscriptionNotFound',
      ms: 0,
      clientRequestId: arm.received[0]?.headers['x-ms-client-request-id'],
      requestId: 'r1',
      routingRequestId: 'WESTEUROPE:r2',
      azureCorrelationId: undefined,
      readsLeft: 249,
    },
  ])
})

it('counts the attempts of a read in the log, each with an id of its own', async () => {
  arm.script = [answers(503, refusal('ServerBusy')), answers(200, { value: [] })]
  await list()
  expect(test.calls).toMatchObject([
    { attempt: 1, status: 503 },
    { attempt: 2, status: 200 },
  ])
  expect(new Set(test.calls.map(({ clientRequestId }) => clientRequestId)).size).toBe(2)
})
