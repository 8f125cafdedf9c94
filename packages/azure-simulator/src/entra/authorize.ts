import type { Request, Response } from 'express'
import { isRegistered } from './applications.ts'
import { readClaims } from './claims-request.ts'
import { cookieOf, setCookie } from './cookies.ts'
import { isAnyTenant, tenantsOf } from './directory.ts'
import { memberByHint, memberKey, membersOf } from './member.ts'
import type { Directory } from './directory.ts'
import type { Member } from './member.ts'
import { EntraError, invalidRequest, secondFactorRequired } from './errors.ts'
import { scopesOf } from './grants/parameters.ts'
import { demandConsent } from './grants/user-tokens.ts'
import { errorPage, noRoomPage, signInPage, verifyPage } from './pages.ts'
import { pageTexts } from './page-texts.ts'
import { codeLifetime, secretName, transactionLifetime } from './sign-ins.ts'
import type { Session } from './sign-ins.ts'
import { clientInfoFor } from './tokens.ts'
import { clientAddress } from '../sandboxes/client-address.ts'
import { SandboxRefused } from '../sandboxes/sandbox-refused.ts'

/** One step of a sign-in: the authorize request and the browser it came from. */
export interface Visit {
  directory: Directory
  request: Request
  response: Response
  tenantSegment: string
  /** the authorize request's own parameters */
  parameters: Record<string, string>
}

/** GET …/authorize: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code */
export function authorize(asked: Visit): void {
  whereItBelongs(asked, () => {
    demandValid(asked.directory, asked.parameters)
    const visit = inOwnSandbox(asked)
    const { directory, tenantSegment, parameters } = visit
    const members = membersOf(tenantsOf(directory, tenantSegment))
    const session = sessionOf(visit)
    const signedIn = [...(session?.members.values() ?? [])].filter((member) =>
      members.some((other) => memberKey(other) === memberKey(member)),
    )
    const hinted = memberByHint(members, parameters['login_hint'])
    const prompt = (parameters['prompt'] ?? '').toLowerCase()
    const candidate = parameters['login_hint']
      ? signedIn.find(({ user }) => user.id === hinted?.user.id)
      : signedIn.length === 1
        ? signedIn[0]
        : undefined
    const needsSecondFactor = readClaims(parameters['claims']).authenticationContexts.length > 0

    if (prompt === 'none') {
      if (candidate === undefined || session === undefined)
        throw signedIn.length > 1 && !parameters['login_hint']
          ? new EntraError(
              ['interaction_required', 16000],
              'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
            )
          : nobodySignedIn()
      if (needsSecondFactor) throw secondFactorRequired(parameters['claims'] ?? '')
      return answerWithCode(visit, { member: candidate, session, authenticationContexts: [] })
    }
    const asksAnew = prompt === 'login' || prompt === 'select_account'
    if (candidate && session && !asksAnew) return proceed(visit, { member: candidate, session })
    // In a sandbox of their own everybody may be anybody: one click in the portal is enough.
    if (directory.sandboxes && hinted && !asksAnew) return signIn(visit, hinted)
    const offered = prompt !== 'select_account' && hinted ? [hinted] : members
    showSignIn(visit, { offered, signedIn })
  })
}

/** POST of the sign-in page: somebody was chosen. */
export function chooseUser(visit: Visit, form: Record<string, string>): void {
  whereItBelongs(visit, () => {
    if (form['cancel']) throw new EntraError(['access_denied', 65004], 'User declined to sign in.')
    const members = membersOf(tenantsOf(visit.directory, visit.tenantSegment))
    const member = members.find(({ user }) => user.id === form['user'])
    if (member === undefined)
      throw new EntraError(['access_denied', 50034], 'The user account does not exist in the directory.')
    signIn(visit, member)
  })
}

/** POST of the verification page. */
export function approve(visit: Visit, form: Record<string, string>, verifying: string): void {
  whereItBelongs(visit, () => {
    if (!form['approve']) throw new EntraError(['access_denied', 65004], 'User declined the second factor.')
    const session = sessionOf(visit)
    const member = session?.members.get(verifying)
    if (session === undefined || member === undefined)
      throw new EntraError(['login_required', 50058], 'The session ended.')
    const { authenticationContexts } = readClaims(visit.parameters['claims'])
    answerWithCode(visit, { member, session, authenticationContexts })
  })
}

/** In the place of `organizations`: the tenant of the browser's own, made for it if it has none that lives. Throws `SandboxRefused`. */
function inOwnSandbox(visit: Visit): Visit {
  const { directory, request, response, tenantSegment, parameters } = visit
  const { sandboxes, url } = directory
  if (sandboxes === undefined || !isAnyTenant(tenantSegment)) return visit
  const known = cookieOf(request, url, 'sandbox')
  const living = known === undefined ? undefined : sandboxes.get(known)
  if (living) return { ...visit, tenantSegment: living.tenantId }
  if (parameters['prompt'] === 'none') throw nobodySignedIn()
  const { tenantId } = sandboxes.start(clientAddress(request))
  setCookie(response, url, { kind: 'sandbox', value: tenantId })
  return { ...visit, tenantSegment: tenantId }
}

function nobodySignedIn(): EntraError {
  return new EntraError(['login_required', 50058], 'A silent sign-in request was sent but no user is signed in.')
}

function demandValid(directory: Directory, parameters: Record<string, string>): void {
  if (parameters['response_type'] !== 'code')
    throw new EntraError(['unsupported_response_type', 700054], "response_type must be 'code' for this application.")
  const mode = parameters['response_mode'] ?? 'query'
  if (mode !== 'fragment' && mode !== 'query')
    throw invalidRequest(`The response_mode '${mode}' is not supported here.`)
  if (!parameters['scope'])
    throw new EntraError(['invalid_request', 900144], "The request body must contain the following parameter: 'scope'.")
  if (parameters['code_challenge_method'] !== 'S256' || !/^[\w-]{43}$/.test(parameters['code_challenge'] ?? ''))
    throw new EntraError(
      ['invalid_request', 9002325],
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    )
  demandConsent(directory, scopesOf(parameters['scope']))
}

function signIn(visit: Visit, member: Member): void {
  const session = sessionOf(visit) ?? newSession(visit)
  session.members.set(memberKey(member), member)
  proceed(visit, { member, session })
}

/** Straight back with a code, or by way of the second factor if the claims ask for one. */
function proceed(visit: Visit, { member, session }: { member: Member; session: Session }): void {
  const { response, parameters, tenantSegment } = visit
  if (readClaims(parameters['claims']).authenticationContexts.length === 0)
    return answerWithCode(visit, { member, session, authenticationContexts: [] })
  const transaction = begin(visit, memberKey(member))
  const page = { member, action: `/${encodeURIComponent(tenantSegment)}/verify`, transaction }
  sendPage(response, verifyPage(textsFor(visit), page), redirectOriginOf(parameters))
}

function showSignIn(visit: Visit, { offered, signedIn }: { offered: Member[]; signedIn: Member[] }): void {
  const page = {
    members: offered,
    signedIn: new Set(signedIn.map(({ user }) => user.id)),
    action: `/${encodeURIComponent(visit.tenantSegment)}/sign-in`,
    transaction: begin(visit),
  }
  sendPage(visit.response, signInPage(textsFor(visit), page), redirectOriginOf(visit.parameters))
}

function begin({ directory, request, response, parameters, tenantSegment }: Visit, verifying?: string): string {
  const browser = cookieOf(request, directory.url, 'browser') ?? secretName()
  setCookie(response, directory.url, { kind: 'browser', value: browser })
  const expiresAt = directory.now() + transactionLifetime
  return directory.signIns.transactions.add({
    browser,
    parameters,
    tenantSegment,
    expiresAt,
    ...(verifying !== undefined && { verifying }),
  })
}

function sessionOf({ directory, request }: Visit): Session | undefined {
  const id = cookieOf(request, directory.url, 'session')
  return id === undefined ? undefined : directory.signIns.sessions.get(id)
}

function newSession({ directory, response }: Visit): Session {
  const session: Session = { id: secretName(), members: new Map() }
  directory.signIns.sessions.set(session.id, session)
  setCookie(response, directory.url, { kind: 'session', value: session.id })
  return session
}

function answerWithCode(
  visit: Visit,
  granted: { member: Member; session: Session; authenticationContexts: string[] },
): void {
  const { directory, parameters } = visit
  const { member, session, authenticationContexts } = granted
  const code = directory.signIns.codes.add({
    member,
    clientId: directory.applications.portal.clientId,
    scopes: scopesOf(parameters['scope'] ?? ''),
    // The session's own name is a secret: what tokens tell of it is drawn from it.
    sessionId: session.id.slice(0, 12),
    authenticationContexts,
    capabilities: readClaims(parameters['claims']).capabilities,
    redirectUri: parameters['redirect_uri'] ?? '',
    codeChallenge: parameters['code_challenge'] ?? '',
    nonce: parameters['nonce'],
    expiresAt: directory.now() + codeLifetime,
  })
  sendBack(visit, {
    code,
    ...(parameters['client_info'] === '1' && { client_info: clientInfoFor(member) }),
    session_state: session.id.slice(0, 12),
  })
}

/** Runs a step; what goes wrong is told to the application if it is known and may be sent to, else on a page of ours. */
function whereItBelongs(visit: Visit, step: () => void): void {
  const { directory, response, parameters } = visit
  try {
    const { portal } = directory.applications
    if (parameters['client_id'] !== portal.clientId)
      throw new EntraError(
        ['unauthorized_client', 700016],
        `Application with identifier '${parameters['client_id'] ?? ''}' was not found in the directory.`,
      )
    if (!isRegistered(parameters['redirect_uri'] ?? '', portal.redirectUris))
      throw new EntraError(
        ['invalid_request', 50011],
        `The redirect URI '${parameters['redirect_uri'] ?? ''}' specified in the request does not match the redirect URIs configured for the application '${portal.clientId}'.`,
      )
  } catch (error) {
    if (!(error instanceof EntraError)) throw error
    response.status(400)
    return sendPage(response, errorPage(textsFor(visit), error.description))
  }
  try {
    step()
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

function sendBack({ response, parameters }: Visit, answer: Record<string, string>): void {
  const target = new URL(parameters['redirect_uri'] ?? '')
  const query = new URLSearchParams({
    ...answer,
    ...(parameters['state'] !== undefined && { state: parameters['state'] }),
  })
  if (parameters['response_mode'] === 'fragment') target.hash = query.toString()
  else for (const [name, value] of query) target.searchParams.append(name, value)
  response.set('cache-control', 'no-store').redirect(303, target.href)
}

function redirectOriginOf(parameters: Record<string, string>): string {
  return new URL(parameters['redirect_uri'] ?? '').origin
}

function textsFor({ request, parameters }: Pick<Visit, 'request' | 'parameters'>) {
  return pageTexts(parameters['ui_locales'], request.get('accept-language'))
}

/** Sends one of our pages; `formOrigin` is where its form may end after we answered it. */
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
