import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express'
import { objectsOf } from '../directory/tenant-objects.ts'
import { originOf } from '../origin.ts'
import { isAnyTenant, tenantsOf, type Directory } from './directory.ts'
import { EntraError, errorBody, malformedRequest } from './errors.ts'
import { redeemCode } from './grants/authorization-code.ts'
import { grantToApplication } from './grants/client-credentials.ts'
import { exchangeOnBehalfOf } from './grants/on-behalf-of.ts'
import { required } from './grants/parameters.ts'
import { redeemRefreshToken } from './grants/refresh-token.ts'
import type { TokenRequest } from './grants/token-request.ts'
import { authorize, chooseUser } from './sign-in/authorize.ts'
import { cookieOf } from './sign-in/cookies.ts'
import { logOut } from './sign-in/logout.ts'
import { pageTexts } from './sign-in/page-texts.ts'
import { errorPage, stylesheetPath } from './sign-in/pages.ts'
import { answerConsent, approve } from './sign-in/proceed.ts'
import { isOriginOf } from './sign-in/redirect-uris.ts'
import type { SignInStep } from './sign-in/sign-ins.ts'
import { sendPage, type Visit } from './sign-in/visit.ts'
import { issuerFor } from './tokens.ts'

// A Map: of an object, `constructor` would be a grant too.
const grants = new Map<string, (request: TokenRequest) => Promise<object>>([
  ['authorization_code', redeemCode],
  ['refresh_token', redeemRefreshToken],
  ['client_credentials', grantToApplication],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', exchangeOnBehalfOf],
])

const stylesheet = readFileSync(join(import.meta.dirname, 'sign-in/sign-in.css'), 'utf8')

/** An Entra ID, independent of its address. */
export interface EntraOptions extends Omit<Directory, 'origin'> {
  /** origin of its endpoints; undefined: as the client reached us */
  publicUrl: string | undefined
}

/** Entra ID over HTTP, its paths those of login.microsoftonline.com. Hand-written: no library speaks its dialect. */
export function entraRouter({ publicUrl, ...facts }: EntraOptions): Router {
  const at = (request: Request): Directory => ({ ...facts, origin: originOf(request, publicUrl) })
  const router = express.Router()
  const form = express.urlencoded({ extended: false, limit: '64kb' })

  router.get(
    stylesheetPath,
    (_request, response) => void response.type('css').set('cache-control', 'max-age=3600').send(stylesheet),
  )

  router.use('/:tenant/oauth2/v2.0/token', (request, response, next) => {
    allowOrigin(at(request), request, response)
    if (request.method !== 'OPTIONS') return next()
    response
      .set({
        'access-control-allow-methods': 'POST, OPTIONS',
        'access-control-allow-headers': 'content-type, client-request-id',
        'access-control-max-age': '600',
      })
      .sendStatus(204)
  })
  router.post('/:tenant/oauth2/v2.0/token', form, (request, response, next) => {
    response.set({ 'cache-control': 'no-store', pragma: 'no-cache' })
    answerToken(at(request), request)
      .then((tokens) => response.json(tokens))
      .catch((error: unknown) => {
        if (!(error instanceof EntraError)) return next(error)
        response.status(error.status).json(errorBody(error, facts.now()))
      })
  })

  router.get('/:tenant/v2.0/.well-known/openid-configuration', (request, response) => {
    response.set('access-control-allow-origin', '*')
    const directory = at(request)
    try {
      const segment = tenantSegmentOf(request)
      const [tenant] = tenantsOf(directory, segment)
      response.json(
        configuration({
          base: `${directory.origin}/${segment}`,
          issuer: issuerFor(directory.origin, isAnyTenant(segment) ? '{tenantid}' : (tenant?.tenantId ?? segment)),
        }),
      )
    } catch (error) {
      if (!(error instanceof EntraError)) throw error
      response.status(400).json(errorBody(error, directory.now()))
    }
  })
  router.get('/:tenant/discovery/v2.0/keys', (_request, response) => {
    response.set('access-control-allow-origin', '*').json(facts.key.jwks)
  })

  router.get('/:tenant/oauth2/v2.0/authorize', (request, response) => {
    const parameters = Object.fromEntries(new URL(request.url, facts.url).searchParams)
    authorize({ directory: at(request), request, response, tenantSegment: tenantSegmentOf(request), parameters })
  })
  router.post('/:tenant/sign-in', form, (request, response) => {
    const taken = takeUp(at(request), request, response)
    if (taken) chooseUser(taken.visit, taken.form)
  })
  router.post('/:tenant/verify', form, (request, response) => {
    const taken = takeUp(at(request), request, response)
    if (taken?.step?.page === 'verify') approve(taken.visit, taken.form, taken.step)
    else if (taken) sendUsedPage(request, response)
  })
  router.post('/:tenant/consent', form, (request, response) => {
    const taken = takeUp(at(request), request, response)
    if (taken?.step?.page === 'consent') answerConsent(taken.visit, taken.form, taken.step)
    else if (taken) sendUsedPage(request, response)
  })
  router.get('/:tenant/oauth2/v2.0/logout', (request, response) => logOut(at(request), request, response))
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters
  const onError: ErrorRequestHandler = (error, request, response, next) => {
    if (response.headersSent || !isOfSender(error)) return next(error)
    const refusal = malformedRequest()
    response.status(400)
    if (request.path.endsWith('/token')) response.json(errorBody(refusal, facts.now()))
    else sendPage(response, errorPage(pageTexts(undefined, request.get('accept-language')), refusal.description))
  }
  router.use(onError)
  return router
}

/**
 * Whether it is the sender's fault: a form that is too large, truncated or in an unknown encoding, or an invalid path.
 */
function isOfSender(error: unknown): boolean {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
  return error instanceof URIError || (status >= 400 && status < 500)
}

async function answerToken(directory: Directory, request: Request): Promise<object> {
  const form = formOf(request)
  const grant = grants.get(required(form, 'grant_type'))
  if (grant === undefined)
    throw new EntraError(
      ['unsupported_grant_type', 70003],
      `The app requested an unsupported grant type '${form['grant_type']}'.`,
    )
  return grant({
    directory,
    tenantSegment: tenantSegmentOf(request),
    form,
    origin: request.get('origin'),
    basic: basicOf(request),
  })
}

/** The page's form, with its request; answers with an error page if it is not this browser's, or was sent before. */
function takeUp(
  directory: Directory,
  request: Request,
  response: Response,
): { visit: Visit; form: Record<string, string>; step: SignInStep | undefined } | undefined {
  const form = formOf(request)
  const transaction = directory.signIns.transactions.take(form['transaction'] ?? '')
  if (transaction && transaction.browser === cookieOf(request, directory.url, 'browser')) {
    const { parameters, tenantSegment, step } = transaction
    return { visit: { directory, request, response, tenantSegment, parameters }, form, step }
  }
  sendUsedPage(request, response)
  return undefined
}

function sendUsedPage(request: Request, response: Response): void {
  const expired = new EntraError(
    ['invalid_request', 90023],
    'This sign-in page was used before, is too old, or belongs to another browser.',
  )
  response.status(400)
  sendPage(response, errorPage(pageTexts(undefined, request.get('accept-language')), expired.description))
}

function configuration({ base, issuer }: { base: string; issuer: string }): object {
  return {
    issuer,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'name',
      'nonce',
      'oid',
      'preferred_username',
      'tid',
      'ver',
      'sid',
    ],
  }
}

function allowOrigin(directory: Directory, request: Request, response: Response): void {
  const origin = request.get('origin')
  response.vary('origin')
  if (origin !== undefined && isKnownOrigin(directory, origin)) response.set('access-control-allow-origin', origin)
}

// A preflight names no client. Pages of a URI that is registered under Web are answered too, with the reason of the
// rejection.
function isKnownOrigin({ tenants }: Directory, origin: string): boolean {
  for (const tenant of tenants.values())
    if (objectsOf(tenant, 'application').some((application) => isOriginOf(application, origin, ['spa', 'web'])))
      return true
  return false
}

function tenantSegmentOf(request: Request): string {
  const { tenant } = request.params
  return typeof tenant === 'string' ? tenant : ''
}

function formOf(request: Request): Record<string, string> {
  const body: unknown = request.body
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function basicOf(request: Request): { clientId: string; clientSecret: string } | undefined {
  const encoded = /^Basic ([\w+/=]+)$/i.exec(request.get('authorization') ?? '')?.[1]
  if (encoded === undefined) return undefined
  const parts = Buffer.from(encoded, 'base64').toString().split(':')
  try {
    const [clientId = '', clientSecret = ''] = parts.map(decodeURIComponent)
    return { clientId, clientSecret }
  } catch {
    throw malformedRequest()
  }
}
