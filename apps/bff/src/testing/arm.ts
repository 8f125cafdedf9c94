import type { IncomingMessage, ServerResponse } from 'node:http'
import { text as textOf } from 'node:stream/consumers'
import type { OnBehalfOf } from '../auth/on-behalf-of.ts'
import { armHttpClient } from '../azure/arm/arm-http-client.ts'
import { azureClients, type Azure } from '../azure/arm/clients.ts'
import type { Pauses } from '../azure/arm/read-retries.ts'
import { demoCloud } from '../demo/demo-cloud.ts'
import { azureServices } from '../outages/azure-services.ts'
import { listen } from '../server/server.ts'
import { createLogger } from '../telemetry/log.ts'
import type { ArmCall } from '../telemetry/trace.ts'
import { aCaller } from './auth.ts'

export const subscriptionId = '0a0a0a0a-1111-4222-8333-444444444444'

interface Received {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

export interface ScriptedArm {
  url: string
  received: Received[]
  /** what happens to the next requests; the last one also applies to all later ones */
  script: ((response: ServerResponse, request: Received) => void)[]
  close(): Promise<void>
}

/**
 * An ARM over real HTTP that misbehaves as a test wishes. What the simulator can do is tested against the simulator.
 */
export async function startScriptedArm(): Promise<ScriptedArm> {
  const server = await listen(
    (request, response) => {
      // oxlint-disable-next-line promise/always-return -- the answer is the outcome
      void textOf(request).then((body) => {
        const got = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
        const step = arm.script[Math.min(arm.received.length, arm.script.length - 1)]
        arm.received.push(got)
        step?.(response, got)
      })
    },
    { port: 0, host: '127.0.0.1' },
  )
  const arm: ScriptedArm = {
    url: `http://127.0.0.1:${server.port}`,
    received: [],
    script: [],
    close: () => server.close(0),
  }
  return arm
}

/** A step that answers with `body` as JSON, or unchanged if it is text. */
export function answers(status: number, body: object | string, headers: Record<string, string> = {}) {
  return (response: ServerResponse): void => {
    const type = typeof body === 'string' ? 'text/html' : 'application/json'
    response
      .writeHead(status, { 'content-type': type, ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}

export interface TestAzure {
  azure: Azure
  calls: ArmCall[]
  pauses: number[]
  /** the claims of the token requests */
  asked: (string | undefined)[]
  close(): Promise<void>
}

/** Clients for `url` that do not wait between retries. `now` is in ms. */
export function azureAt(url: string, now: () => number = () => 0): TestAzure {
  const calls: ArmCall[] = []
  const paused: number[] = []
  const asked: (string | undefined)[] = []
  const tokens: OnBehalfOf = {
    tokenFor(_, claims) {
      asked.push(claims)
      return Promise.resolve(claims === undefined ? 'arm-token' : 'arm-token-with-claims')
    },
    renew: () => Promise.resolve(),
    forgetUser: () => Promise.resolve(),
  }
  const pauses: Pauses = {
    now,
    pause(ms) {
      paused.push(ms)
      return Promise.resolve()
    },
    random: () => 0,
  }
  const http = armHttpClient(url)
  const services = azureServices({ logger: createLogger('silent'), now })
  const azure = azureClients({ cloud: demoCloud(url), tokens, http, services, pauses })({
    caller: aCaller(),
    correlationId: '0c0c0c0c-1111-4222-8333-444444444444',
    onCall: (call) => calls.push(call),
  })
  return { azure, calls, pauses: paused, asked, close: () => http.close() }
}
