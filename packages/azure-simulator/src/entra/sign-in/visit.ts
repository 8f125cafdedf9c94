import type { Request, Response } from 'express'
import { membersOf, personKey } from '../../directory/member.ts'
import type { Platform } from '../../directory/objects.ts'
import type { Registration } from '../../directory/registrations.ts'
import { clientAddress } from '../../sandboxes/client-address.ts'
import { SandboxRefused } from '../../sandboxes/sandbox-refused.ts'
import { clientAt } from '../clients.ts'
import { isAnyTenant, tenantsOf, type Directory } from '../directory.ts'
import { EntraError } from '../errors.ts'
import { memberByHint, membersAt, stranger } from '../member.ts'
import { cookieOf, setCookie } from './cookies.ts'
import { pageTexts, type PageTexts } from './page-texts.ts'
import { errorPage, noRoomPage } from './pages.ts'
import { platformOf } from './redirect-uris.ts'
import { secretName, transactionLifetime, type Session, type SignInStep } from './sign-ins.ts'

/** One step of a sign-in: the authorize request and the browser it came from. */
export interface Visit {
  directory: Directory
  request: Request
  response: Response
  /** a tenant, or `organizations` */
  tenantSegment: string
  /** the authorize request's own parameters */
  parameters: Record<string, string>
}

/** A visit whose application is known and has a valid redirect URI. */
export interface KnownVisit extends Visit {
  client: Registration
  platform: Platform
}

/**
 * Runs a step; an error goes to the application if it is known and has a valid redirect URI, otherwise to our own page.
 */
export function whereItBelongs(asked: Visit, step: (visit: KnownVisit) => void): void {
  const visit = inSandboxOfBefore(asked)
  try {
    assertNoStranger(visit)
    const known = { ...visit, ...clientOf(visit) }
    whereSentBack(known, step)
  } catch (error) {
    if (!(error instanceof EntraError)) throw error
    visit.response.status(400)
    sendPage(visit.response, errorPage(textsFor(visit), error.description))
  }
}

function whereSentBack(visit: KnownVisit, step: (visit: KnownVisit) => void): void {
  const { response } = visit
  try {
    step(visit)
  } catch (error) {
    if (error instanceof SandboxRefused) {
      response.status(error.status).set('retry-after', error.retryAfter.toString())
      return sendPage(response, noRoomPage(textsFor(visit), error))
    }
    if (!(error instanceof EntraError)) throw error
    sendBack(visit, {
      error: error.error,
      error_description: error.description,
      ...(error.suberror !== undefined && { error_subcode: error.suberror }),
      ...(error.claims !== undefined && { claims: error.claims }),
    })
  }
}

/** Back to the application. */
export function sendBack({ response, parameters }: Visit, answer: Record<string, string>): void {
  const target = new URL(parameters['redirect_uri'] ?? '')
  const query = new URLSearchParams({
    ...answer,
    ...(parameters['state'] !== undefined && { state: parameters['state'] }),
  })
  if (parameters['response_mode'] === 'fragment') target.hash = query.toString()
  else for (const [name, value] of query) target.searchParams.append(name, value)
  response.set('cache-control', 'no-store').redirect(303, target.href)
}

/** The browser's own tenant in the place of `organizations`, if it has one that lives. */
function inSandboxOfBefore(visit: Visit): Visit {
  const { directory, request, tenantSegment } = visit
  if (directory.sandboxes === undefined || !isAnyTenant(tenantSegment)) return visit
  const known = cookieOf(request, directory.url, 'sandbox')
  const living = known === undefined ? undefined : directory.sandboxes.get(known)
  return living ? { ...visit, tenantSegment: living.tenantId } : visit
}

/** Throws AADSTS50020 if the request names a user of another organization who is not a guest here. */
function assertNoStranger({ directory, tenantSegment, parameters }: Visit): void {
  const hint = parameters['login_hint']
  if (!hint || isAnyTenant(tenantSegment)) return
  const here = membersAt(directory, tenantSegment)
  if (memberByHint(here, hint)) return
  const others = membersOf(directory.tenants.organizations())
  const found = memberByHint(others, hint)
  if (found === undefined || here.some((member) => personKey(member) === personKey(found))) return
  const [tenant] = tenantsOf(directory, tenantSegment)
  throw stranger(found, { tenantName: tenant?.tenantName ?? tenantSegment, clientId: parameters['client_id'] ?? '' })
}

function clientOf({ directory, tenantSegment, parameters }: Visit): Pick<KnownVisit, 'client' | 'platform'> {
  const client = clientAt(directory, tenantSegment, (parameters['client_id'] ?? '').toLowerCase())
  const redirectUri = parameters['redirect_uri'] ?? ''
  const platform = platformOf(client.application, redirectUri)
  if (platform) return { client, platform }
  throw new EntraError(
    ['invalid_request', 50011],
    `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${client.application.appId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.`,
  )
}

/** Stores the request while a page is open; the secret name that its form must send back. */
export function begin({ directory, request, response, parameters, tenantSegment }: Visit, step?: SignInStep): string {
  const browser = cookieOf(request, directory.url, 'browser') ?? secretName()
  setCookie(response, directory.url, { kind: 'browser', value: browser })
  const expiresAt = directory.now() + transactionLifetime
  return directory.signIns.transactions.add({
    browser,
    address: clientAddress(request),
    parameters,
    tenantSegment,
    expiresAt,
    ...(step && { step }),
  })
}

/** The browser's session, if someone is signed in. */
export function sessionOf({ directory, request }: Visit): Session | undefined {
  const id = cookieOf(request, directory.url, 'session')
  return id === undefined ? undefined : directory.signIns.sessions.get(id)
}

/** The texts of a page, in the visitor's language, under the name of the organization. */
export function textsFor({ directory, request, parameters, tenantSegment }: Visit): PageTexts {
  const tenant = isAnyTenant(tenantSegment) ? undefined : directory.tenants.get(tenantSegment.toLowerCase())
  return {
    ...pageTexts(parameters['ui_locales'], request.get('accept-language')),
    ...(tenant && { organization: tenant.tenantName }),
  }
}

/** Sends one of our pages that ends at the application. */
export function sendPageOf(visit: Visit, html: string): void {
  sendPage(visit.response, html, new URL(visit.parameters['redirect_uri'] ?? '').origin)
}

/** Sends one of our pages; `formOrigin` is where its form can redirect to after our response. */
export function sendPage(response: Response, html: string, formOrigin = ''): void {
  response
    .set({
      'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${formOrigin}; base-uri 'none'; frame-ancestors 'none'`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .type('html')
    .send(html)
}
