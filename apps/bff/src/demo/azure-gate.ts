import { Agent, request as askOf, type ClientRequest, type IncomingHttpHeaders } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import express, { type Express, type Request, type Response } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import { isSmall, inTime } from '../http/read-body.ts'
import { shares } from '../process/shares.ts'
import { RequestRefused } from '../refusals/request-refused.ts'
import type { TrustProxy } from '../server/connection-limits.ts'
import type { SummedLines } from '../telemetry/summed-lines.ts'
import { refuse } from './gate-refusals.ts'

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
  /** for a gate that anyone can reach: gets the requests that an address has too many of */
  lines?: SummedLines | undefined
}

interface Onward extends Pick<GateOptions, 'publicOrigin' | 'portalOrigin'> {
  azure: GatedAzure
  agent: Agent
  /** undefined: too large to wait for */
  body: Buffer | undefined
}

// A browser opens six; the others are those of a room with one address.
const mostOfAddress = 64

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
 * not sent again. A small body is read first, so half of one occupies no socket; an address has 64 requests at once.
 */
export function azureGate(options: GateOptions): { handler: Express; close(): void } {
  const { publicOrigin, lines } = options
  const small = new Agent({ keepAlive: true, maxSockets: 512 })
  // of their own, so that half of them keep nobody waiting
  const large = new Agent({ keepAlive: true, maxSockets: 128 })
  const take = shares('requests', { all: Infinity, ofAddress: mostOfAddress, ofUser: mostOfAddress })
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', options.trustProxy)
  app.use((request, response, next) => {
    if (publicOrigin !== undefined) response.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
    const pass = async () => {
      const address = ipKeyGenerator(request.ip ?? '')
      if (lines !== undefined) response.once('close', take({ address }))
      const body = await smallBodyOf(request)
      const azure = await whenUp(options.azure)
      const portalOrigin = options.portalOrigin()
      if (azure === undefined) return refuse(request, response, { code: 'ServerUnavailable', portalOrigin })
      const agent = body === undefined ? large : small
      if (!response.destroyed) handOver(request, response, { ...options, azure, agent, body })
    }
    pass().catch((error: unknown) => {
      // the sender has gone
      if (request.destroyed) return
      if (!(error instanceof RequestRefused)) return next(error)
      const code = error.code === 'TooManyRequests' ? error.code : 'RequestTimeout'
      lines?.write({ ...error.logEvent(), address: ipKeyGenerator(request.ip ?? '') })
      refuse(request, response, { code, portalOrigin: options.portalOrigin() })
    })
  })
  const close = () => [small, large].forEach((agent) => agent.destroy())
  return { handler: app, close }
}

async function smallBodyOf(request: Request): Promise<Buffer | undefined> {
  const isEmpty = request.get('content-length') === undefined && request.get('transfer-encoding') === undefined
  if (!isEmpty && !isSmall(request)) return undefined
  return Buffer.concat(await inTime(request.toArray()))
}

async function whenUp(azure: GateOptions['azure']): Promise<GatedAzure | undefined> {
  for (let waited = 0; waited < longestWaitMs; waited += lookAgainMs) {
    const found = azure()
    if (found?.isUp() === true) return found
    await pause(lookAgainMs)
  }
  return undefined
}

function handOver(request: Request, response: Response, onwardTo: Onward): void {
  const { azure, agent, body, publicOrigin, portalOrigin } = onwardTo
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
    else refuse(request, response, { code: 'ServerUnavailable', portalOrigin: portalOrigin() })
  })
  // The client has gone: nobody needs the response.
  response.on('close', () => onward.destroy())
  if (body === undefined) request.pipe(onward)
  else onward.end(body)
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
