import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose'

/** The tenant's key: signs every token; its published part verifies them. */
export interface SigningKey {
  /** the published half */
  jwks: JSONWebKeySet
  /** for jose's `jwtVerify` */
  verificationKey: JWTVerifyGetKey
  /** signs final claims; nothing is added to them */
  sign(claims: JWTPayload): Promise<string>
}

// https://www.rfc-editor.org/rfc/rfc7518#section-3.3
const leastBits = 2048

/**
 * From a private RSA key in JWK form, or a new one for this start. Throws a TypeError if the JWK is not a private RSA
 * key, or too short.
 */
export async function signingKeyFrom(given?: JWK): Promise<SigningKey> {
  if (given !== undefined && (given.kty !== 'RSA' || given.d === undefined))
    throw new TypeError('The signing key must be a private RSA key')
  const privateJwk = given ?? (await exportJWK((await generateKeyPair('RS256', { extractable: true })).privateKey))
  const { n, e } = privateJwk
  const kty = 'RSA'
  if (n === undefined || e === undefined) throw new TypeError('The signing key lacks its modulus or exponent')
  if (Buffer.from(n, 'base64url').length * 8 < leastBits)
    throw new TypeError(`The signing key must have ${leastBits} bits or more`)
  const key = await importJWK(privateJwk, 'RS256')
  const kid = await calculateJwkThumbprint({ kty, n, e })
  const jwks: JSONWebKeySet = { keys: [{ kty, n, e, kid, use: 'sig', alg: 'RS256' }] }
  return {
    jwks,
    verificationKey: createLocalJWKSet(jwks),
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key),
  }
}
