import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registration, startSignInService, type TestSignInService } from '../testing/auth.ts'
import { callerVerifier, TokenRefused, type CallerVerifier } from './caller.ts'

let service: TestSignInService
let time: number

beforeEach(async () => {
  service = await startSignInService()
  time = Date.now()
})
afterEach(() => service.close())

describe('after the operators have signed everyone out', () => {
  const verifierBy = (decided: { before?: number }) =>
    callerVerifier({
      signIn: service.cloud.signIn,
      registration,
      operators: { signedOutBefore: () => decided.before },
      now: () => time,
    })
  // Entra ID dates a token five minutes back; `seconds` after the time that the operators have named
  const issuedAt = (before: number, seconds: number) =>
    service.token({ iat: Math.floor(before / 1000) + seconds - 300, nbf: undefined })
  const outcomeOf = async (verifier: CallerVerifier, token: string) =>
    verifier.callerOf(`Bearer ${token}`).then(
      () => 'accepted',
      (error: unknown) => (error instanceof TokenRefused ? error.code : error),
    )

  it('S73: a token from before is refused where nobody has seen it, and one from a minute later is accepted', async () => {
    const before = time - 600_000
    const verifier = verifierBy({ before })
    const outcomes = [-3600, -60, -1, 59].map(async (seconds) => outcomeOf(verifier, await issuedAt(before, seconds)))
    expect(await Promise.all(outcomes)).toEqual(Array<string>(4).fill('EveryoneSignedOut'))
    expect(await outcomeOf(verifier, await issuedAt(before, 61))).toBe('accepted')
  })

  it('S73: a token that was seen before is refused, however it is dated', async () => {
    const decided: { before?: number } = {}
    const verifier = verifierBy(decided)
    const token = await service.token()
    expect(await outcomeOf(verifier, token)).toBe('accepted')
    decided.before = time + 1
    time += 2
    expect(await outcomeOf(verifier, token)).toBe('EveryoneSignedOut')
    await expect(verifier.callerOf(`Bearer ${token}`)).rejects.toMatchObject({
      name: 'EveryoneSignedOut',
      finding: 'TokenSignedOut',
      reason: 'the operators have signed everyone out',
    })
  })
})
