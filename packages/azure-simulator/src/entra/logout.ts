import type { Request, Response } from 'express'
import { isRegistered } from './applications.ts'
import { sendPage } from './authorize.ts'
import { cookieOf } from './cookies.ts'
import { loginHintOf, memberKey } from './member.ts'
import type { Directory } from './directory.ts'
import { signedOutPage } from './pages.ts'
import { pageTexts } from './page-texts.ts'

/** GET …/logout: the hinted user leaves the session, or everybody. https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#send-a-sign-out-request */
export function logOut(directory: Directory, request: Request, response: Response): void {
  const query = new URL(request.originalUrl, directory.url).searchParams
  const sessionId = cookieOf(request, directory.url, 'session')
  const session = sessionId === undefined ? undefined : directory.signIns.sessions.get(sessionId)
  const hint = query.get('logout_hint')
  if (session) {
    const members = [...session.members.values()]
    const hinted = members.filter((member) => loginHintOf(member) === hint || member.user.userPrincipalName === hint)
    for (const member of hinted.length > 0 ? hinted : members) {
      session.members.delete(memberKey(member))
      directory.signIns.refreshTokens.removeWhere(
        (token) => memberKey(token.member) === memberKey(member) && session.id.startsWith(token.sessionId),
      )
    }
    if (session.members.size === 0) directory.signIns.sessions.delete(session.id)
  }
  const target = query.get('post_logout_redirect_uri')
  if (target === null || !isRegistered(target, directory.applications.portal.redirectUris))
    return sendPage(
      response,
      signedOutPage(pageTexts(query.get('ui_locales') ?? undefined, request.get('accept-language'))),
    )
  const url = new URL(target)
  const state = query.get('state')
  if (state !== null) url.searchParams.set('state', state)
  response.set('cache-control', 'no-store').redirect(303, url.href)
}
