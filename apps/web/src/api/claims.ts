/**
 * The claims (JSON) that a 401 response requires from the user, or undefined: another response, or one without claims.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsOf(response: Response): string | undefined {
  const challenge = response.headers.get('www-authenticate')
  if (response.status !== 401 || !challenge) return undefined
  if (!/\berror="insufficient_claims"/.test(challenge)) return undefined
  const encoded = /\bclaims="([A-Za-z0-9+/=_-]+)"/.exec(challenge)?.[1]
  if (encoded === undefined) return undefined
  try {
    const claims = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
    JSON.parse(claims)
    return claims
  } catch {
    return undefined
  }
}
