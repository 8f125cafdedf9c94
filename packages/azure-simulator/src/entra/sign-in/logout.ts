import type { Request, Response } from 'express'
import { personKey, signInNameOf } from '../../directory/member.ts'
import { objectsOf } from '../../directory/tenant-objects.ts'
import type { Directory } from '../directory.ts'
import { loginHintOf } from '../member.ts'
import { cookieOf } from './cookies.ts'
import { pageTexts } from './page-texts.ts'
import { signedOutPage } from './pages.ts'
import { platformOf } from './redirect-uris.ts'
import { sendPage } from './visit.ts'

/**
 * GET …/logout: the hinted user leaves the session, or all users.
 * https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#send-a-sign-out-request
 */
export function logOut(directory: Directory, request: Request, response: Response): void {
  const query = new URL(request.url, directory.url).searchParams
  const sessionId = cookieOf(request, directory.url, 'session')
  const session = sessionId === undefined ? undefined : directory.signIns.sessions.get(sessionId)
  const hint = query.get('logout_hint')
  if (session) {
    const members = [...session.members.values()]
    const hinted = members.filter((member) => loginHintOf(member) === hint || signInNameOf(member.user) === hint)
    for (const member of hinted.length > 0 ? hinted : members) {
      session.members.delete(personKey(member))
      directory.signIns.refreshTokens.removeWhere(
        (token) => personKey(token.member) === personKey(member) && session.id.startsWith(token.sessionId),
      )
    }
    if (session.members.size === 0) directory.signIns.sessions.delete(session.id)
  }
  const target = query.get('post_logout_redirect_uri')
  if (target === null || !isKnown(directory, target))
    return sendPage(
      response,
      signedOutPage(pageTexts(query.get('ui_locales') ?? undefined, request.get('accept-language'))),
    )
  const url = new URL(target)
  const state = query.get('state')
  if (state !== null) url.searchParams.set('state', state)
  response.set('cache-control', 'no-store').redirect(303, url.href)
}

// A sign-out names no client: the return address can be any application of the simulator.
function isKnown({ tenants }: Directory, uri: string): boolean {
  for (const tenant of tenants.values())
    if (objectsOf(tenant, 'application').some((application) => platformOf(application, uri) !== undefined)) return true
  return false
}
