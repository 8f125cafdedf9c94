import { personKey, type Member, signInNameOf } from '../../directory/member.ts'
import type { PermissionScope } from '../../directory/objects.ts'
import { consentRequired } from '../api-access.ts'
import { readClaims } from '../claims-request.ts'
import { EntraError } from '../errors.ts'
import { scopesOf } from '../grants/parameters.ts'
import { membersAt } from '../member.ts'
import { clientInfoFor } from '../tokens.ts'
import { consentNeeded, grantConsent } from './consent.ts'
import type { PageTexts } from './page-texts.ts'
import { verifyPage, demonstrationNote, documentOf, escape } from './pages.ts'
import { codeLifetime, type Session, type SignInStep } from './sign-ins.ts'
import {
  begin,
  sendBack,
  sendPageOf,
  sessionOf,
  textsFor,
  whereItBelongs,
  type KnownVisit,
  type Visit,
} from './visit.ts'

/** A signed-in user, on the way to a code. */
interface Granted {
  member: Member
  session: Session
  authenticationContexts: string[]
}

/**
 * From the user to the code: through the second factor if the claims require one, and through consent if it is missing.
 */
export function proceed(visit: KnownVisit, { member, session }: { member: Member; session: Session }): void {
  const { parameters, tenantSegment } = visit
  if (readClaims(parameters['claims']).authenticationContexts.length === 0)
    return consentOrAnswer(visit, { member, session, authenticationContexts: [] })
  const page = {
    member,
    action: `/${encodeURIComponent(tenantSegment)}/verify`,
    transaction: begin(visit, { page: 'verify', person: personKey(member), authenticationContexts: [] }),
  }
  sendPageOf(visit, verifyPage(textsFor(visit), page))
}

/** Straight to the code. Throws AADSTS65001 if consent would be required. */
export function answerSilently(visit: KnownVisit, { member, session }: { member: Member; session: Session }): void {
  const needed = consentNeeded(visit, member)
  if (needed.permissions.length > 0 || needed.isNewHere)
    throw consentRequired(visit.client.application, 'interaction_required')
  answerWithCode(visit, { member, session, authenticationContexts: [] })
}

/** POST of the verification page. */
export function approve(asked: Visit, form: Record<string, string>, step: SignInStep): void {
  whereItBelongs(asked, (visit) => {
    if (!form['approve']) throw new EntraError(['access_denied', 65004], 'User declined the second factor.')
    const { authenticationContexts } = readClaims(visit.parameters['claims'])
    consentOrAnswer(visit, { ...signedInAs(visit, step), authenticationContexts })
  })
}

/** POST of the consent page, or of the one that says that only an administrator can consent. */
export function answerConsent(asked: Visit, form: Record<string, string>, step: SignInStep): void {
  whereItBelongs(asked, (visit) => {
    const { member, session } = signedInAs(visit, step)
    const needed = consentNeeded(visit, member)
    const { isAdministrator, needsAdministrator } = needed
    if (form['return'] || (needsAdministrator && !isAdministrator))
      throw new EntraError(['access_denied', 90094], 'The grant requires admin permission.')
    if (!form['accept']) throw new EntraError(['access_denied', 65004], 'User declined to consent to access the app.')
    grantConsent(visit, needed, isAdministrator && form['organization'] === '1' ? undefined : member.user.id)
    answerWithCode(visit, { member, session, authenticationContexts: step.authenticationContexts })
  })
}

function consentOrAnswer(visit: KnownVisit, granted: Granted): void {
  const { member, authenticationContexts } = granted
  const needed = consentNeeded(visit, member)
  if (needed.permissions.length === 0 && !needed.isNewHere) return answerWithCode(visit, granted)
  const { application } = visit.client
  const page = {
    application: application.displayName,
    member,
    permissions: needed.permissions.flatMap(({ scopes }) => scopes),
    isAdministrator: needed.isAdministrator,
    action: `/${encodeURIComponent(visit.tenantSegment)}/consent`,
    transaction: begin(visit, { page: 'consent', person: personKey(member), authenticationContexts }),
  }
  const mayConsent = needed.isAdministrator || !needed.needsAdministrator
  sendPageOf(visit, (mayConsent ? consentPage : adminApprovalPage)(textsFor(visit), page))
}

function signedInAs(visit: KnownVisit, { person }: SignInStep): { member: Member; session: Session } {
  const session = sessionOf(visit)
  const member = membersAt(visit.directory, visit.tenantSegment).find((each) => personKey(each) === person)
  if (session?.members.has(person) && member) return { session, member }
  throw new EntraError(['login_required', 50058], 'The session ended.')
}

function answerWithCode(visit: KnownVisit, { member, session, authenticationContexts }: Granted): void {
  const { directory, parameters, client, platform } = visit
  const code = directory.signIns.codes.add({
    member,
    clientId: client.application.appId,
    platform,
    scopes: scopesOf(parameters['scope'] ?? ''),
    // The session's own name is a secret: its ID in tokens is derived from it.
    sessionId: session.id.slice(0, 12),
    authenticationContexts,
    capabilities: readClaims(parameters['claims']).capabilities,
    redirectUri: parameters['redirect_uri'] ?? '',
    codeChallenge: parameters['code_challenge'],
    nonce: parameters['nonce'],
    expiresAt: directory.now() + codeLifetime,
  })
  sendBack(visit, {
    code,
    ...(parameters['client_info'] === '1' && { client_info: clientInfoFor(member) }),
    session_state: session.id.slice(0, 12),
  })
}

interface ConsentFacts {
  /** name of the requesting application */
  application: string
  member: Member
  permissions: PermissionScope[]
  /** can consent for all users */
  isAdministrator: boolean
  /** where the answer is posted; `transaction` binds it to this page */
  action: string
  transaction: string
}

/** An application's requested permissions, to accept or not; an administrator can accept for all users. */
function consentPage(texts: PageTexts, page: ConsentFacts): string {
  const organization = `<p class="choice"><label><input type="checkbox" name="organization" value="1"> ${escape(texts.consentForAll)}</label></p>`
  return documentOf(
    texts,
    texts.permissionsRequested,
    `
    <p class="account">${escape(signInNameOf(page.member.user))}</p>
    <h1>${escape(texts.permissionsRequested)}</h1>
    <p class="lead">${escape(texts.wantsTo(page.application))}</p>
    ${listOf(texts, page.permissions)}
    <form method="post" action="${escape(page.action)}">
      <input type="hidden" name="transaction" value="${escape(page.transaction)}">
      ${page.isAdministrator ? organization : ''}
      <div class="buttons">
        <button class="primary" name="accept" value="1">${escape(texts.accept)}</button>
        <button class="quiet" name="cancel" value="1">${escape(texts.cancel)}</button>
      </div>
    </form>
    ${demonstrationNote(texts)}`,
  )
}

/** Says that only an administrator can consent. */
function adminApprovalPage(texts: PageTexts, page: ConsentFacts): string {
  return documentOf(
    texts,
    texts.needAdminApproval,
    `
    <p class="account">${escape(signInNameOf(page.member.user))}</p>
    <h1>${escape(texts.needAdminApproval)}</h1>
    <p class="lead">${escape(texts.onlyAdminsMay(page.application))}</p>
    ${listOf(texts, page.permissions)}
    <form method="post" action="${escape(page.action)}">
      <input type="hidden" name="transaction" value="${escape(page.transaction)}">
      <div class="buttons"><button class="quiet" name="return" value="1">${escape(texts.returnToApp)}</button></div>
    </form>
    ${demonstrationNote(texts)}`,
  )
}

function listOf(texts: PageTexts, permissions: PermissionScope[]): string {
  const names = permissions.map(
    (scope) => texts.permissions[scope.id] ?? scope.userConsentDisplayName ?? scope.adminConsentDisplayName,
  )
  const items = [...new Set([...names, texts.basicProfile])].map((name) => `<li>${escape(name)}</li>`)
  return `<ul class="permissions">${items.join('')}</ul>`
}
