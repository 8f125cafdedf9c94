import { errors } from 'jose'
import { expect, it } from 'vitest'
import { signingKeyFrom } from './signing-key.ts'
import { verifiedClaims } from './verified-claims.ts'

const arm = 'https://management.azure.com'
const audience = [arm]

it('a token that is known is still refused before and after its time, for another audience, and if it was changed', async () => {
  const { sign, verificationKey } = await signingKeyFrom()
  const [start, end] = [1_000, 2_000]
  const token = await sign({ aud: arm, nbf: start, exp: end, tid: 'tenant', oid: 'user' })
  const at = (seconds: number) => ({ verificationKey, now: () => seconds * 1000 })
  for (const time of [start, end - 1])
    expect(await verifiedClaims(token, at(time), audience)).toMatchObject({ oid: 'user' })

  await expect(verifiedClaims(token, at(end), audience)).rejects.toThrow(errors.JWTExpired)
  await expect(verifiedClaims(token, at(start - 1), audience)).rejects.toThrow(errors.JWTClaimValidationFailed)
  await expect(verifiedClaims(token, at(start), ['another'])).rejects.toThrow(errors.JWTClaimValidationFailed)
  const changed = `${token.slice(0, -8)}AAAAAAAA`
  await expect(verifiedClaims(changed, at(start), audience)).rejects.toThrow(errors.JWSSignatureVerificationFailed)
  const other = await signingKeyFrom()
  await expect(
    verifiedClaims(token, { ...at(start), verificationKey: other.verificationKey }, audience),
  ).rejects.toThrow(errors.JWKSNoMatchingKey)
})
