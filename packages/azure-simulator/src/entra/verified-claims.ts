import { jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose'

/** The claims of the tokens that a key has verified: a client sends each with hundreds of requests. */
const known = new WeakMap<JWTVerifyGetKey, Map<string, JWTPayload>>()
const mostKnown = 1000

/**
 * The claims of a user's or a program's token for one of those audiences; rejects with jose's error if another key has
 * signed it, it is for somebody else, or it isn't valid at that time. Its signature is verified once.
 */
export async function verifiedClaims(
  token: string,
  { verificationKey, now }: { verificationKey: JWTVerifyGetKey; now(): number },
  audience: string[],
): Promise<JWTPayload> {
  const ofKey = known.get(verificationKey) ?? new Map<string, JWTPayload>()
  known.set(verificationKey, ofKey)
  const claims = ofKey.get(token)
  const time = now()
  if (claims !== undefined && isFor(claims, audience) && isValidAt(claims, time)) return claims
  const { payload } = await jwtVerify(token, verificationKey, {
    audience,
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'tid', 'oid'],
    currentDate: new Date(time),
  })
  if (ofKey.size >= mostKnown) ofKey.clear()
  ofKey.set(token, payload)
  return payload
}

function isFor({ aud }: JWTPayload, audience: string[]): boolean {
  return typeof aud === 'string' && audience.includes(aud)
}

function isValidAt({ nbf = 0, exp = 0 }: JWTPayload, time: number): boolean {
  const seconds = Math.floor(time / 1000)
  return nbf <= seconds && seconds < exp
}
