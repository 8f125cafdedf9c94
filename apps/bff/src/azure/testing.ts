import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { aCaller } from '../auth/testing.ts'
import type { OnBehalfOf } from '../auth/on-behalf-of.ts'
import { demoCloud } from '../demo-cloud.ts'
import { armHttpClient } from './arm-http-client.ts'
import { azureClients, type ArmCall, type Azure } from './clients.ts'
import type { Pauses } from './read-retries.ts'

export const subscriptionId = '0a0a0a0a-1111-4222-8333-444444444444'

export interface Received {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

export interface ScriptedArm {
  url: string
  received: Received[]
  /** what happens to the next requests; the last one stands for all that follow */
  script: ((response: ServerResponse, request: Received) => void)[]
  close(): Promise<void>
}

/** An ARM over real HTTP that misbehaves as a test wishes. What the simulator can do is tested against the simulator. */
export async function startScriptedArm(): Promise<ScriptedArm> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const got = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') }
      const step = arm.script[Math.min(arm.received.length, arm.script.length - 1)]
      arm.received.push(got)
      step?.(response, got)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const arm: ScriptedArm = {
    // a server that listens on TCP has an address of that form
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    script: [],
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return arm
}

/** A step that answers with `body` as JSON, or as it is if it is text. */
export function answers(status: number, body: object | string, headers: Record<string, string> = {}) {
  return (response: ServerResponse): void => {
    const type = typeof body === 'string' ? 'text/html' : 'application/json'
    response.writeHead(status, { 'content-type': type, ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}

export interface TestAzure {
  azure: Azure
  calls: ArmCall[]
  pauses: number[]
  /** the claims that tokens were asked with */
  asked: (string | undefined)[]
  close(): Promise<void>
}

/** Clients for `url` whose pauses take no time. `now` is in ms. */
export function azureAt(url: string, now: () => number = () => 0): TestAzure {
  const calls: ArmCall[] = []
  const paused: number[] = []
  const asked: (string | undefined)[] = []
  const tokens: OnBehalfOf = {
    tokenFor(_, claims) {
      asked.push(claims)
      return Promise.resolve(claims === undefined ? 'arm-token' : 'arm-token-with-claims')
    },
    forgetUser: () => undefined,
  }
  const pauses: Pauses = {
    now,
    pause(ms) {
      paused.push(ms)
      return Promise.resolve()
    },
  }
  const http = armHttpClient(url)
  const azure = azureClients({ cloud: demoCloud(url), tokens, http, pauses })({
    caller: aCaller(),
    correlationId: '0c0c0c0c-1111-4222-8333-444444444444',
    onCall: (call) => calls.push(call),
  })
  return { azure, calls, pauses: paused, asked, close: () => http.close() }
}
