import { Agent, request as askOf, type ClientRequest, type IncomingHttpHeaders } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import express, { type Express, type Request, type Response } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import { isSmall, inTime } from '../http/read-body.ts'
import { shares } from '../process/shares.ts'
import { RequestRefused } from '../refusals/request-refused.ts'
import type { TrustProxy } from '../server/connection-limits.ts'
import type { SummedLines } from '../telemetry/summed-lines.ts'

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

const retryAfterS = 2

/** Why the gate answers itself: Azure does not answer, or the sender has too many requests or is too slow. */
type GateRefusal = 'ServerUnavailable' | 'TooManyRequests' | 'RequestTimeout'

const statusOf: Record<GateRefusal, number> = { ServerUnavailable: 503, TooManyRequests: 429, RequestTimeout: 408 }

const texts = {
  en: {
    reloads: 'This page reloads in a few seconds.',
    goBack: 'Go back and try again in a few seconds.',
    ServerUnavailable: { title: 'The simulated Azure is restarting', why: 'It stopped responding.' },
    TooManyRequests: { title: 'Too many requests', why: 'Your network has too many requests in progress.' },
    RequestTimeout: { title: 'The request didn’t arrive in time', why: 'Your connection might be slow.' },
  },
  it: {
    reloads: 'La pagina verrà ricaricata tra pochi secondi.',
    goBack: 'Tornare indietro e riprovare tra pochi secondi.',
    ServerUnavailable: { title: 'Riavvio dell’istanza simulata di Azure', why: 'L’istanza non rispondeva.' },
    TooManyRequests: { title: 'Troppe richieste', why: 'Troppe richieste in corso dalla rete in uso.' },
    RequestTimeout: { title: 'La richiesta non è arrivata in tempo', why: 'La connessione potrebbe essere lenta.' },
  },
}

/**
 * Answers instead of the simulated Azure: with a page for a person, otherwise with an error in ARM's form.
 */
function refuse(
  request: Request,
  response: Response,
  { code, portalOrigin }: { code: GateRefusal; portalOrigin: string },
): void {
  response.status(statusOf[code]).set({ 'retry-after': retryAfterS.toString(), 'cache-control': 'no-store' })
  // what has not been read is no further request
  if (!request.complete) response.set('connection', 'close')
  // A page of the portal that requests tokens must distinguish this from a network failure.
  if (request.get('origin') === portalOrigin) response.set('access-control-allow-origin', portalOrigin)
  if (request.accepts(['json', 'html']) === 'html') response.type('html').send(pageFor(request, response, code))
  else response.json({ error: { code, message: `${texts.en[code].title}. ${texts.en[code].why} ${texts.en.goBack}` } })
}

function pageFor(request: Request, response: Response, code: GateRefusal): string {
  const language = request.acceptsLanguages('en', 'it') === 'it' ? 'it' : 'en'
  const { reloads, goBack, [code]: text } = texts[language]
  const { title, why } = text
  // The address of a page can be opened again; a submitted form can't.
  const again = request.method === 'GET'
  response.set({
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">${again ? `\n<meta http-equiv="refresh" content="${retryAfterS}">` : ''}
<title>${title}</title>
</head>
<body>
<main><h1>${title}</h1><p>${why} ${again ? reloads : goBack}</p></main>
</body>
</html>
`
}
