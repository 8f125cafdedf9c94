import { Agent, request as askOf, type ClientRequest, type IncomingHttpHeaders } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import express, { type Express, type Request, type Response } from 'express'
import type { TrustProxy } from '../config/server-config.ts'
import { sayAway } from './azure-is-away.ts'

/** The process behind the gate. */
export interface GatedAzure {
  /** http://127.0.0.1:PORT */
  url: string
  isUp(): boolean
}

interface GateOptions {
  /** undefined until it has started */
  azure: () => GatedAzure | undefined
  /** the gate's public address, if different from that of the request: an https origin */
  publicOrigin: string | undefined
  /** of the portal, whose pages read the gate's own answers too */
  portalOrigin: () => string
  trustProxy: TrustProxy
}

interface Onward extends Pick<GateOptions, 'publicOrigin' | 'portalOrigin'> {
  azure: GatedAzure
  agent: Agent
}

const longestWaitMs = 8_000
const lookAgainMs = 50
// of one connection between two others: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
const ofOneConnection = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

/**
 * The simulated Azure as browsers reach it: forwards each request to its process, and says so if that does not answer.
 * Requests during a restart wait for it, for eight seconds at most; requests that it was processing when it ended are
 * not sent again.
 */
export function azureGate(options: GateOptions): { handler: Express; close(): void } {
  const { publicOrigin } = options
  const agent = new Agent({ keepAlive: true, maxSockets: 512 })
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', options.trustProxy)
  app.use((request, response, next) => {
    if (publicOrigin !== undefined) response.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
    const pass = async () => {
      const azure = await whenUp(options.azure)
      if (azure === undefined) return sayAway(request, response, options.portalOrigin())
      if (!response.destroyed) handOver(request, response, { ...options, azure, agent })
    }
    pass().catch(next)
  })
  return { handler: app, close: () => agent.destroy() }
}

async function whenUp(azure: GateOptions['azure']): Promise<GatedAzure | undefined> {
  for (let waited = 0; waited < longestWaitMs; waited += lookAgainMs) {
    const found = azure()
    if (found?.isUp() === true) return found
    await pause(lookAgainMs)
  }
  return undefined
}

function handOver(request: Request, response: Response, { azure, agent, publicOrigin, portalOrigin }: Onward): void {
  const { hostname, port } = new URL(azure.url)
  const onward: ClientRequest = askOf({
    agent,
    host: hostname,
    port,
    method: request.method,
    path: request.url,
    headers: { ...passedOn(request.headers), ...whereFrom(request, publicOrigin) },
  })
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, passedOn(answer.headers))
    answer.on('error', () => response.destroy())
    answer.pipe(response)
  })
  onward.on('error', () => {
    if (response.headersSent || response.destroyed) response.destroy()
    else sayAway(request, response, portalOrigin())
  })
  // The client has gone: nobody needs the response.
  response.on('close', () => onward.destroy())
  request.pipe(onward)
}

function passedOn(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofOneConnection.includes(name)))
}

/** What the process trusts about the client: nothing that a browser could set itself. */
function whereFrom(request: Request, publicOrigin: string | undefined): Record<string, string> {
  const origin = publicOrigin === undefined ? undefined : new URL(publicOrigin)
  return {
    'x-forwarded-for': request.ip ?? '',
    'x-forwarded-proto': origin?.protocol.replace(':', '') ?? request.protocol,
    'x-forwarded-host': origin?.host ?? request.get('host') ?? 'localhost',
  }
}
