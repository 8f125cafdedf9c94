import { personKey, type Member } from '../../directory/member.ts'
import { clientAddress } from '../../sandboxes/client-address.ts'
import { readClaims } from '../claims-request.ts'
import { isAnyTenant } from '../directory.ts'
import { EntraError, invalidRequest, secondFactorRequired } from '../errors.ts'
import { memberByHint, membersAt } from '../member.ts'
import { setCookie } from './cookies.ts'
import { signInPage } from './pages.ts'
import { answerSilently, proceed } from './proceed.ts'
import { addSession, secretName, type Session } from './sign-ins.ts'
import { begin, sendPageOf, sessionOf, textsFor, whereItBelongs, type KnownVisit, type Visit } from './visit.ts'

/**
 * GET …/authorize:
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code
 */
export function authorize(asked: Visit): void {
  whereItBelongs(asked, (known) => {
    assertValid(known)
    const visit = inOwnSandbox(known)
    const { directory, tenantSegment, parameters } = visit
    const members = membersAt(directory, tenantSegment)
    const session = sessionOf(visit)
    const signedIn = members.filter((member) => session?.members.has(personKey(member)))
    const hinted = memberByHint(members, parameters['login_hint'])
    const prompt = (parameters['prompt'] ?? '').toLowerCase()
    const candidate = parameters['login_hint']
      ? signedIn.find((member) => hinted && personKey(member) === personKey(hinted))
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
      return answerSilently(visit, { member: candidate, session })
    }
    const asksAnew = prompt === 'login' || prompt === 'select_account'
    if (candidate && session && !asksAnew) return proceed(visit, { member: candidate, session })
    // In their own sandbox, users can be anyone: one click in the portal is enough.
    if (directory.sandboxes && hinted && !asksAnew) return signIn(visit, hinted)
    const offered = prompt !== 'select_account' && hinted ? [hinted] : members
    showSignIn(visit, { offered, signedIn })
  })
}

/** POST of the sign-in page: an account was chosen. */
export function chooseUser(asked: Visit, form: Record<string, string>): void {
  whereItBelongs(asked, (visit) => {
    if (form['cancel']) throw new EntraError(['access_denied', 65004], 'User declined to sign in.')
    const members = membersAt(visit.directory, visit.tenantSegment)
    const member = members.find(({ user }) => user.id === form['user'])
    if (member === undefined)
      throw new EntraError(['access_denied', 50034], 'The user account does not exist in the directory.')
    signIn(visit, member)
  })
}

/**
 * Instead of `organizations`: the browser's own tenant, created for it if it has no living one. Throws
 * `SandboxRefused`.
 */
function inOwnSandbox(visit: KnownVisit): KnownVisit {
  const { directory, request, response, tenantSegment, parameters } = visit
  const { sandboxes, url } = directory
  if (sandboxes === undefined || !isAnyTenant(tenantSegment)) return visit
  if (parameters['prompt'] === 'none') throw nobodySignedIn()
  const { tenantId } = sandboxes.start(clientAddress(request))
  setCookie(response, url, { kind: 'sandbox', value: tenantId })
  return { ...visit, tenantSegment: tenantId }
}

function nobodySignedIn(): EntraError {
  return new EntraError(['login_required', 50058], 'A silent sign-in request was sent but no user is signed in.')
}

function assertValid({ parameters, platform }: KnownVisit): void {
  if (parameters['response_type'] !== 'code')
    throw new EntraError(['unsupported_response_type', 700054], "response_type must be 'code' for this application.")
  const mode = parameters['response_mode'] ?? 'query'
  if (mode !== 'fragment' && mode !== 'query')
    throw invalidRequest(`The response_mode '${mode}' is not supported here.`)
  if (!parameters['scope'])
    throw new EntraError(['invalid_request', 900144], "The request body must contain the following parameter: 'scope'.")
  const challenge = parameters['code_challenge']
  const isProvable = parameters['code_challenge_method'] === 'S256' && /^[\w-]{43}$/.test(challenge ?? '')
  if (!isProvable && (platform === 'spa' || challenge !== undefined))
    throw new EntraError(
      ['invalid_request', 9002325],
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    )
}

function signIn(visit: KnownVisit, member: Member): void {
  const session = sessionOf(visit) ?? newSession(visit)
  const key = personKey(member)
  if (!session.members.has(key)) session.members.set(key, member)
  proceed(visit, { member, session })
}

function showSignIn(visit: KnownVisit, { offered, signedIn }: { offered: Member[]; signedIn: Member[] }): void {
  const page = {
    members: offered,
    signedIn: new Set(signedIn.map(({ user }) => user.id)),
    action: `/${encodeURIComponent(visit.tenantSegment)}/sign-in`,
    transaction: begin(visit),
  }
  sendPageOf(visit, signInPage(textsFor(visit), page))
}

function newSession({ directory, response }: Visit): Session {
  const session: Session = { id: secretName(), members: new Map() }
  addSession(directory.signIns, session)
  setCookie(response, directory.url, { kind: 'session', value: session.id })
  return session
}
