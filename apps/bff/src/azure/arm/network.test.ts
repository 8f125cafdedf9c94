import type { ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { mostArmCalls } from '../../outages/azure-services.ts'
import { answers, azureAt, startScriptedArm, type ScriptedArm } from '../../testing/arm.ts'
import { aSelfSignedCertificate } from '../../testing/certificate.ts'
import { startFaultProxy, type FaultProxy } from '../../testing/fault-proxy.ts'
import { listSubscriptions } from '../subscriptions/subscriptions.ts'
import { armHttpClient } from './arm-http-client.ts'
import { NoClearAnswer } from './arm-reply.ts'
import type { Azure } from './clients.ts'
import { readRetriesPolicy } from './read-retries.ts'
import { queryResourceGraph } from './resource-graph.ts'

// ARM behind a failing network. Waits of 20 or 65 s use the manual clock, or a shorter limit over a real socket.

let arm: ScriptedArm
let proxy: FaultProxy
beforeEach(async () => {
  arm = await startScriptedArm()
  arm.script = [answers(200, { value: [{ subscriptionId: 's', displayName: 'One', state: 'Enabled' }] })]
  proxy = await startFaultProxy(Number(new URL(arm.url).port))
})
afterEach(async () => {
  await proxy[Symbol.asyncDispose]()
  await arm.close()
})

const reads = {
  list: (azure: Azure) => listSubscriptions(azure, 't'),
  query: (azure: Azure) => queryResourceGraph(azure, z.unknown(), { query: 'resources' }),
}

/** A read that has so many milliseconds left of its 20 s. */
async function readWithin(ms: number, read: keyof typeof reads = 'list'): Promise<unknown> {
  const times = [0, 20_000 - ms]
  const { azure, close } = azureAt(proxy.url, () => times.shift() ?? 20_000 - ms)
  const outcome = await reads[read](azure).catch((error: unknown) => error)
  await close()
  return outcome
}

it('an answer that comes byte by byte is read', async () => {
  proxy.toxic = 'slice'
  expect(await readWithin(10_000)).toMatchObject([{ displayName: 'One' }])
})

describe.each(['list', 'query'] as const)('a %s of Azure', (read) => {
  it.each([
    ['F35: a connection that is taken and never answered', 'hang'],
    ['F34: an answer that stops in its headers', { stallAfter: 20 }],
    ['F34: an answer that stops in its body', { stallAfter: 200 }],
  ] as const)('%s ends it after its 20 s', async (_, toxic) => {
    proxy.toxic = toxic
    expect(await readWithin(50, read)).toMatchObject({ name: 'NoClearAnswer', reason: 'timeout' })
  })
})

it('F34: a connection that breaks within the answer is told from one that is slow', async () => {
  proxy.toxic = { resetAfter: 60 }
  expect(await readWithin(10_000)).toMatchObject({ name: 'NoClearAnswer', reason: 'connection' })
})

const questions = [
  ['GET', '/subscriptions'],
  ['POST', '/providers/Microsoft.ResourceGraph/resources?api-version=1'],
  ['POST', '/subscriptions/s/providers/Microsoft.KeyVault/checkNameAvailability?api-version=1'],
  ['POST', '/subscriptions/s/resourceGroups/g/providers/Microsoft.Resources/deployments/d/whatIf?api-version=1'],
  ['POST', '/subscriptions/s/resourceGroups/g/providers/Microsoft.Resources/deployments/d/validate?api-version=1'],
] as const

it.each(questions)('F35: %s %s gets 20 s, and what is sent again gets what is left of them', async (method, path) => {
  let time = 0
  const policy = readRetriesPolicy({ now: () => time, pause: () => Promise.resolve(), random: () => 0 })
  const limits: number[] = []
  const request = createPipelineRequest({ url: `${proxy.url}${path}`, method })
  const outcome = policy.sendRequest(request, (sent) => {
    limits.push(sent.timeout)
    time += 8_000
    return Promise.reject(new NoClearAnswer('connection'))
  })
  await expect(outcome).rejects.toMatchObject({ reason: 'connection' })
  expect(limits).toEqual([20_000, 12_000, 4_000])
})

it.each(questions)('F35: %s %s that hangs for all its 20 s is not sent again', async (method, path) => {
  let time = 0
  const policy = readRetriesPolicy({ now: () => time, pause: () => Promise.resolve(), random: () => 0 })
  let sent = 0
  const outcome = policy.sendRequest(createPipelineRequest({ url: `${proxy.url}${path}`, method }), ({ timeout }) => {
    sent += 1
    time += timeout
    return Promise.reject(new NoClearAnswer('timeout'))
  })
  await expect(outcome).rejects.toMatchObject({ reason: 'timeout' })
  expect([time, sent]).toEqual([20_000, 1])
})

it('F35: a write gets 65 s, and ends without a clear answer and without a second try', async () => {
  const request = createPipelineRequest({ url: `${proxy.url}/x`, method: 'PUT', allowInsecureConnection: true })
  const policy = readRetriesPolicy({
    now: () => 0,
    pause: () => Promise.reject(new Error('No pause')),
    random: () => 0,
  })
  const limits: number[] = []
  await policy.sendRequest(request, (sent) => {
    limits.push(sent.timeout)
    return Promise.resolve({ request: sent, status: 200, headers: createHttpHeaders() })
  })
  expect(limits).toEqual([65_000])

  proxy.toxic = 'hang'
  const http = armHttpClient(proxy.url)
  request.timeout = 50
  await expect(http.sendRequest(request)).rejects.toMatchObject({ name: 'NoClearAnswer', reason: 'timeout' })
  await http.close()
})

it('F35: what was given up while it waited for a connection is not sent later', async () => {
  const http = armHttpClient(arm.url)
  const ask = (path: string, timeout = 65_000) =>
    http.sendRequest(createPipelineRequest({ url: `${arm.url}${path}`, timeout, allowInsecureConnection: true }))
  const held: ServerResponse[] = []
  const allBusy = Promise.withResolvers<void>()
  arm.script = [(response) => held.push(response) === mostArmCalls && allBusy.resolve()]
  const first = Array.from({ length: mostArmCalls }, () => ask('/first'))
  await allBusy.promise

  await expect(ask('/given-up', 50)).rejects.toMatchObject({ reason: 'timeout' })
  arm.script = [answers(200, {})]
  for (const response of held) answers(200, {})(response)
  await Promise.all(first)
  await Promise.all(Array.from({ length: mostArmCalls }, () => ask('/last')))
  expect(new Set(arm.received.map(({ url }) => url))).toEqual(new Set(['/first', '/last']))
  await http.close()
})

it('what is never answered does not keep the portal from ending', async () => {
  proxy.toxic = 'hang'
  const http = armHttpClient(proxy.url, 0)
  const request = createPipelineRequest({
    url: `${proxy.url}/x`,
    method: 'PUT',
    timeout: 65_000,
    allowInsecureConnection: true,
  })
  const outcome = http.sendRequest(request).catch((error: unknown) => error)
  await http.close()
  expect(await outcome).toMatchObject({ name: 'NoClearAnswer', reason: 'connection' })
})

it('a server whose certificate nobody vouches for hears nothing', async () => {
  const { certificate, privateKey } = aSelfSignedCertificate()
  let heard = 0
  const impostor = createServer({ cert: certificate, key: privateKey }, (_, response) => {
    heard += 1
    response.end()
  })
  await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', resolve))
  const address = impostor.address()
  const url = `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const http = armHttpClient(url)
  await expect(http.sendRequest(createPipelineRequest({ url, timeout: 5_000 }))).rejects.toMatchObject({
    reason: 'connection',
    cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  })
  expect(heard).toBe(0)
  await http.close()
  impostor.close()
})
