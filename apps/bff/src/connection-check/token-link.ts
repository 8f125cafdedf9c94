import type { LinkFact, LinkReport } from '@portal/portal-api'
import { decodeJwt, type JWTPayload } from 'jose'
import { TokenRefused, type Caller } from '../auth/caller.ts'
import type { Registration } from '../auth/registration.ts'
import type { SignInServiceUnavailable } from '../auth/sign-in-service.ts'
import { failed, lookedAt, ok } from './looked-at.ts'

/**
 * The user's token, as the server's own check has judged it (auth/caller.ts). Nothing is checked separately here, so
 * that no token can pass here that fails there. Its claims are shown only after Entra ID's signature is verified.
 */
export function userTokenLink(
  judged: Caller | TokenRefused | SignInServiceUnavailable,
  registration: Registration,
): Promise<LinkReport> {
  return lookedAt('userToken', () => {
    if (!(judged instanceof Error)) return Promise.resolve(ok(factsOf(decodeJwt(judged.assertion), registration)))
    if (!(judged instanceof TokenRefused)) return Promise.resolve(failed('NoSigningKeys'))
    return Promise.resolve(failed(judged.finding, judged.claims && factsOf(judged.claims, registration)))
  })
}

// Neither the user nor the rest of the token; the expected values are not secret (/api/configuration).
function factsOf(claims: JWTPayload, { api, portalClientId }: Registration): LinkFact[] {
  const scope = api.scope.split('/').at(-1) ?? ''
  const fact = (name: string, expected?: string): LinkFact[] => {
    const claim = claims[name]
    if (typeof claim !== 'string' && !Array.isArray(claim)) return []
    const value = String(claim)
    return [{ name, value, ...(expected !== undefined && value !== expected && { expected }) }]
  }
  return [
    ...fact('aud', api.clientId),
    ...fact('iss'),
    ...fact('ver', '2.0'),
    ...fact('azp', portalClientId),
    ...fact('scp', claims['scp']?.toString().split(' ').includes(scope) ? undefined : scope),
    ...fact('tid'),
    ...(claims.exp === undefined ? [] : [{ name: 'exp', value: new Date(claims.exp * 1000).toISOString() }]),
  ]
}
