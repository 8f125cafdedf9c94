import { personKey, type Member } from '../../directory/member.ts'
import { readClaims } from '../claims-request.ts'
import { clientIn } from '../clients.ts'
import { isAnyTenant } from '../directory.ts'
import { EntraError } from '../errors.ts'
import { membersAt, stranger } from '../member.ts'
import type { Grant, RefreshToken } from '../sign-in/sign-ins.ts'
import { clientIdOf } from './client-authentication.ts'
import { required, scopesOf } from './parameters.ts'
import type { TokenRequest } from './token-request.ts'
import { assertContexts, assertPlatform, userTokens } from './user-tokens.ts'

/**
 * grant_type=refresh_token; each refresh token can be used once and returns the next. It belongs to the user: at
 * another tenant where they are a guest, it returns tokens of that tenant.
 */
export async function redeemRefreshToken(request: TokenRequest): Promise<object> {
  const { directory, form } = request
  const clientId = clientIdOf(request)
  const name = required(form, 'refresh_token')
  const kept = directory.signIns.refreshTokens.take(name)
  if (kept === undefined || kept.clientId !== clientId)
    throw new EntraError(
      ['invalid_grant', 700084],
      'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime, which can not be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
    )
  try {
    return await renewed(request, kept)
  } catch (refusal) {
    // A refusal does not use up the token: the user can continue without the requested scope.
    directory.signIns.refreshTokens.restore(name, kept)
    throw refusal
  }
}

async function renewed(request: TokenRequest, { expiresAt: _, ...kept }: RefreshToken): Promise<object> {
  const { directory, form } = request
  const { application } = clientIn(directory, kept.member.tenant, kept.clientId)
  const clientAuthentication = await assertPlatform(request, { application, tenant: kept.member.tenant }, kept.platform)
  const asked = readClaims(form['claims'])
  assertContexts(kept, asked, form['claims'])
  const scopes = scopesOf(form['scope'] ?? '')
  const grant: Grant = {
    ...kept,
    member: memberHere(request, kept),
    scopes: scopes.length > 0 ? scopes : kept.scopes,
    capabilities: asked.capabilities,
  }
  return userTokens(request, grant, { clientAuthentication })
}

/** The user in the request's tenant. Throws AADSTS50020 if that tenant does not have them. */
function memberHere({ directory, tenantSegment }: TokenRequest, { member, clientId }: Grant): Member {
  if (isAnyTenant(tenantSegment) && member.user.home === undefined) return member
  const found = membersAt(directory, tenantSegment).find((other) => personKey(other) === personKey(member))
  if (found) return found
  throw stranger(member, { tenantName: tenantSegment, clientId })
}
