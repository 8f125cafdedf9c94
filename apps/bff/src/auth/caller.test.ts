import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forTenant } from '../cloud.ts'
import {
  adaId,
  apiClientId,
  otherTenantId,
  registration,
  startSignInService,
  tenantId,
  type TestSignInService,
} from '../testing/auth.ts'
import { callerVerifier, TokenRefused, userKey, type CallerVerifier } from './caller.ts'
import { SignInServiceUnavailable } from './sign-in-service.ts'
import { signedOutHere } from './signed-out-tokens.ts'

let service: TestSignInService
let callers: CallerVerifier
let time: number

beforeEach(async () => {
  service = await startSignInService()
  time = Date.now()
  callers = callerVerifier({ signIn: service.cloud.signIn, registration, now: () => time })
})
afterEach(() => service.close())

const seconds = (ms: number) => Math.floor(ms / 1000)
const refusalOf = async (authorization: string | undefined) =>
  callers.callerOf(authorization).then(
    () => 'accepted',
    (error: unknown) => (error instanceof TokenRefused ? error.reason : error),
  )

describe('a token of the portal', () => {
  it('names its caller by tenant and object id', async () => {
    const token = await service.token()
    await expect(callers.callerOf(`Bearer ${token}`)).resolves.toMatchObject({
      tid: tenantId,
      oid: adaId,
      assertion: token,
    })
  })

  it.each([
    ['ended half a minute ago', { exp: -30 }, 'accepted'],
    ['begins in half a minute', { nbf: 30 }, 'accepted'],
    ['ended five minutes ago', { exp: -300 }, /EXPIRED/],
    ['begins in five minutes', { nbf: 300 }, /the clock of this server or of Entra ID is wrong/],
  ])('F41: that %s, as clocks differ by a minute and no more', async (_, times, outcome) => {
    const claims = Object.fromEntries(Object.entries(times).map(([claim, after]) => [claim, seconds(time) + after]))
    expect(await refusalOf(`Bearer ${await service.token(claims)}`)).toMatch(outcome)
  })

  it('may be of an application for scripts that the operator has allowed', async () => {
    const scriptClientIds = ['04b07795-8ddb-461a-bbee-02f9e1bf7b46']
    callers = callerVerifier({ signIn: service.cloud.signIn, registration: { ...registration, scriptClientIds } })
    expect(await refusalOf(`Bearer ${await service.token({ azp: scriptClientIds[0] })}`)).toBe('accepted')
    expect(await refusalOf(`Bearer ${await service.token({ azp: apiClientId })}`)).toMatch(/another application/)
  })

  it('may be of any tenant where the authority decides, and then of that tenant’s issuer', async () => {
    const open = { ...registration, tenantIds: 'any of the authority' } as const
    callers = callerVerifier({ signIn: service.cloud.signIn, registration: open, now: () => time })
    const iss = forTenant(service.cloud.signIn.issuer, otherTenantId)
    expect(await refusalOf(`Bearer ${await service.token({ tid: otherTenantId, iss })}`)).toBe('accepted')
    const ofTheFirst = forTenant(service.cloud.signIn.issuer, tenantId)
    expect(await refusalOf(`Bearer ${await service.token({ tid: otherTenantId, iss: ofTheFirst })}`)).toMatch(/issuer/)
  })

  it('is accepted with more scopes than one', async () => {
    expect(await refusalOf(`Bearer ${await service.token({ scp: 'profile access_as_user' })}`)).toBe('accepted')
  })
})

describe('what is refused', () => {
  it.each([
    ['nothing', undefined, /none/],
    ['another scheme', 'Basic YWRhOnB3', /bearer/],
    ['no JSON web token', 'Bearer garbage', /JSON web token/],
    ['a header that is no JSON', 'Bearer a.b.c', /JSON web token/],
    ['two tokens', 'Bearer a.b.c d.e.f', /bearer/],
    ['a token behind another scheme', 'Basic Bearer a.b.c', /bearer/],
    ['an endless token', `Bearer ${'a'.repeat(20_000)}`, /bearer/],
  ])('%s', async (_, authorization, reason) => {
    expect(await refusalOf(authorization)).toMatch(reason)
  })

  it.each([
    ['an ID token', { aud: registration.portalClientId, scp: undefined }, /CLAIM|AUD/i],
    ['the token of another API', { aud: 'https://graph.microsoft.com' }, /CLAIM_VALIDATION/],
    ['the audience of a version 1 token', { aud: `api://${apiClientId}` }, /CLAIM_VALIDATION/],
    ['version 1', { ver: '1.0' }, /ver/],
    ['a tenant that is not allowed', { tid: otherTenantId }, /tenant is not allowed/],
    ['an issuer that is not of the tenant', { iss: 'https://elsewhere.example/v2.0' }, /issuer/],
    ['a token that another application asked for', { azp: apiClientId }, /another application/],
    ['an application without a user', { idtyp: 'app' }, /application, not of a user/],
    ['no scope', { scp: undefined }, /CLAIM/],
    ['an empty scope', { scp: '' }, /scope/],
    ['a scope that only begins alike', { scp: 'access_as_user_admin' }, /scope/],
    ['no object id', { oid: undefined }, /CLAIM/],
    ['an empty object id', { oid: '' }, /oid/],
    ['an object id that is no text', { oid: 5 }, /oid/],
    ['no tenant', { tid: undefined, iss: 'x' }, /CLAIM/],
    ['no end', { exp: undefined }, /CLAIM/],
    ['ended 90 seconds ago', { exp: seconds(Date.now()) - 90 }, /EXPIRED/],
    ['a beginning that lies ahead', { nbf: seconds(Date.now()) + 3600 }, /begins later/],
    ['a beginning that is no time', { nbf: 'soon' }, /^ERR_JWT_CLAIM_VALIDATION_FAILED$/],
  ])('%s', async (_, claims, reason) => {
    expect(await refusalOf(`Bearer ${await service.token(claims)}`)).toMatch(reason)
  })

  it.each([
    ['TokenAudience', { aud: 'https://graph.microsoft.com' }],
    ['TokenVersion', { aud: `api://${apiClientId}`, ver: '1.0' }],
    ['TokenVersion', { ver: '1.0' }],
    ['TokenTenant', { tid: otherTenantId }],
    ['TokenIssuer', { iss: 'https://elsewhere.example/v2.0' }],
    ['TokenClient', { azp: apiClientId }],
    ['TokenOfApplication', { idtyp: 'app' }],
    ['TokenScope', { scp: 'profile' }],
    ['TokenClaims', { oid: '' }],
    ['TokenClaims', { oid: undefined }],
    ['TokenExpired', { exp: seconds(Date.now()) - 90 }],
    ['TokenNotYetValid', { nbf: seconds(Date.now()) + 3600 }],
  ])('by the finding %s, with what the token says: Entra ID has signed it', async (finding, claims) => {
    const refusal = await callers.callerOf(`Bearer ${await service.token(claims)}`).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ finding, claims: expect.objectContaining({ sub: 'pairwise' }) as unknown })
  })

  it('by a finding alone where nobody knows who has written what the token says', async () => {
    for (const [authorization, finding] of [
      [undefined, 'TokenMissing'],
      ['Bearer a.b.c', 'TokenMalformed'],
      [`Bearer ${await service.foreignToken()}`, 'TokenNotSigned'],
      [`Bearer ${service.unsecuredToken()}`, 'TokenNotSigned'],
    ] as const)
      expect(await callers.callerOf(authorization).catch((error: unknown) => error)).toMatchObject({
        finding,
        claims: undefined,
      })
  })

  it('a signature by a key that is not published', async () => {
    expect(await refusalOf(`Bearer ${await service.foreignToken()}`)).toMatch(/SIGNATURE/)
  })

  it('no signature at all', async () => {
    expect(await refusalOf(`Bearer ${service.unsecuredToken()}`)).not.toBe('accepted')
  })

  it('claims that were changed after signing', async () => {
    const [header, payload = '', signature] = (await service.token()).split('.')
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    const forged = Buffer.from(JSON.stringify(Object.assign({}, claims, { oid: 'someone-else' }))).toString('base64url')
    expect(await refusalOf(`Bearer ${header}.${forged}.${signature}`)).toMatch(/SIGNATURE/)
  })

  it('with the reason in its message and what it came from, for who looks into it', async () => {
    for (const [authorization, reason] of [
      ['Bearer a.b.c', 'it is not a JSON web token'],
      [`Bearer ${await service.foreignToken()}`, 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
      [`Bearer ${await service.token({ nbf: seconds(time) + 3600 })}`, /begins later/],
    ] as const) {
      const refusal: unknown = await callers.callerOf(authorization).catch((error: unknown) => error)
      expect(refusal).toMatchObject({ name: 'TokenRefused', cause: expect.any(Error) as unknown })
      expect(String(refusal)).toMatch(reason)
    }
  })

  it('a key that Entra ID publishes for another issuer', async () => {
    service.nameKeyIssuer(`https://login.example/${otherTenantId}/v2.0`)
    const refusal = callers.callerOf(`Bearer ${await service.token()}`)
    await expect(refusal).rejects.toMatchObject({ reason: 'its key belongs to another issuer', finding: 'TokenIssuer' })
  })
})

describe('the keys', () => {
  it('may name the issuer of all tenants by a template', async () => {
    service.nameKeyIssuer(service.cloud.signIn.issuer)
    expect(await refusalOf(`Bearer ${await service.token()}`)).toBe('accepted')
  })

  it('may belong to several issuers: the one that signed counts', async () => {
    await service.publishOther(`https://login.example/${otherTenantId}/v2.0`)
    expect(await refusalOf(`Bearer ${await service.token()}`)).toBe('accepted')
  })

  it('are there once they were fetched, and fetched once', async () => {
    expect(await callers.hasKeys()).toBe(true)
    expect(await callers.hasKeys()).toBe(true)
    expect(service.jwksFetches).toBe(1)
  })

  it('S13: are fetched again at once when an unknown one is used, so a rotation locks nobody out', async () => {
    await callers.callerOf(`Bearer ${await service.token()}`)
    await service.rotate()
    expect(await refusalOf(`Bearer ${await service.token()}`)).toBe('accepted')
  })

  it('S14: are not fetched again for every token with an unknown key', async () => {
    await callers.callerOf(`Bearer ${await service.token()}`)
    const before = service.jwksFetches
    const tokens = Array.from({ length: 200 }, (_, count) => service.token({}, { kid: `unknown-${count}` }))
    await Promise.all(tokens.map(async (token) => refusalOf(`Bearer ${await token}`)))
    expect(service.jwksFetches - before).toBe(1)
    // Nor one after the other, until five seconds are over.
    const another = async (kid: string) => refusalOf(`Bearer ${await service.token({}, { kid })}`)
    await another('later')
    time += 4_999
    await another('later still')
    expect(service.jwksFetches - before).toBe(1)
    time += 1
    await another('late enough')
    expect(service.jwksFetches - before).toBe(2)
  })

  it('that are no keys, or come with an error, are the fault of the service', async () => {
    service.keysStatus = 500
    const failure: unknown = await callers.callerOf(`Bearer ${await service.token()}`).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(SignInServiceUnavailable)
    expect(failure).toMatchObject({ cause: expect.any(Error) as unknown })
  })

  it('S13: serve on while Entra ID is down, even when it is time to look at them again', async () => {
    await callers.callerOf(`Bearer ${await service.token()}`)
    const later = await service.token({ exp: seconds(time) + 7200 })
    await service.close()
    time += 3_600_000
    vi.useFakeTimers({ toFake: ['Date'], now: time })
    const outcome = await refusalOf(`Bearer ${later}`)
    vi.useRealTimers()
    expect(outcome).toBe('accepted')
  })

  it('make no one signed out where they cannot be had: the service is at fault, not the token', async () => {
    const token = await service.token()
    await service.close()
    expect(await refusalOf(`Bearer ${token}`)).toBeInstanceOf(SignInServiceUnavailable)
    expect(await callers.hasKeys()).toBe(false)
  })
})

describe('a verified token is remembered', () => {
  it('for a minute and no longer', async () => {
    const token = await service.token({ exp: seconds(time) + 900 })
    const first = await callers.callerOf(`Bearer ${token}`)
    time += 59_999
    expect(await callers.callerOf(`Bearer ${token}`)).toBe(first)
    time += 1
    expect(await callers.callerOf(`Bearer ${token}`)).not.toBe(first)
  })

  it('by all of it: the same words with another signature are not what was verified', async () => {
    const token = await service.token()
    await callers.callerOf(`Bearer ${token}`)
    expect(await refusalOf(`Bearer ${token.slice(0, -8)}AAAAAAAA`)).toMatch(/SIGNATURE|signature/)
  })

  it('never past its end', async () => {
    const token = await service.token({ exp: seconds(time) + 20 })
    const first = await callers.callerOf(`Bearer ${token}`)
    time += 21_000
    expect(await callers.callerOf(`Bearer ${token}`)).not.toBe(first)
  })

  it('until the keys change', async () => {
    const token = await service.token()
    await callers.callerOf(`Bearer ${token}`)
    await service.rotate()
    await callers.callerOf(`Bearer ${await service.token()}`)
    expect(await refusalOf(`Bearer ${token}`)).not.toBe('accepted')
  })

  it('until its user is forgotten, and nobody else with them', async () => {
    const ada = await service.token()
    const ben = await service.token({ oid: 'ben' })
    const adaFirst = await callers.callerOf(`Bearer ${ada}`)
    const benFirst = await callers.callerOf(`Bearer ${ben}`)
    callers.forget(adaFirst)
    expect(await callers.callerOf(`Bearer ${ada}`)).not.toBe(adaFirst)
    expect(await callers.callerOf(`Bearer ${ben}`)).toBe(benFirst)
  })
})

describe('when a user has signed out', () => {
  const issuedAt = (ms: number) => ({ iat: seconds(ms), nbf: seconds(ms), exp: seconds(ms) + 3_600, uti: String(ms) })
  const signOut = async (token: string) => callers.signOut(await callers.callerOf(`Bearer ${token}`))
  const minute = 60_000

  it('the token that asked for it is refused', async () => {
    const token = await service.token()
    await signOut(token)
    expect(await refusalOf(`Bearer ${token}`)).toBe('its user has signed out')
  })

  it('so is each other spelling of it', async () => {
    const token = await service.token()
    await signOut(token)
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const at = alphabet.indexOf(token.at(-1) ?? '')
    // with 256 bytes, four bits of the last character have no meaning
    const spellings = Array.from(alphabet.slice(at - (at % 16)).slice(0, 16), (last) => token.slice(0, -1) + last)
    expect(spellings).toContain(token)
    for (const spelling of spellings) expect(await refusalOf(`Bearer ${spelling}`)).not.toBe('accepted')
  })

  it('a spelling that Entra ID does not write is refused before anybody signs out', async () => {
    const token = await service.token()
    const last = token.endsWith('A') ? 'B' : String.fromCharCode(token.charCodeAt(token.length - 1) + 1)
    expect(await refusalOf(`Bearer ${token.slice(0, -1)}${last}`)).toMatch(/not spelled|SIGNATURE/)
  })

  it('those of other tabs are refused too, seen before or not', async () => {
    const [here, seen] = [await service.token({ uti: '1' }), await service.token({ uti: '2' })]
    const unseen = await service.token(issuedAt(time - 20 * minute))
    await callers.callerOf(`Bearer ${seen}`)
    await signOut(here)
    time += 1
    for (const token of [seen, unseen]) expect(await refusalOf(`Bearer ${token}`)).toBe('its user has signed out')
  })

  it('the one that they sign in with again is taken, also though Entra ID dates it five minutes back', async () => {
    await signOut(await service.token({ uti: '1' }))
    time += 2_000
    expect(await refusalOf(`Bearer ${await service.token(issuedAt(time - 5 * minute))}`)).toBe('accepted')
  })

  it('nobody else notices', async () => {
    const ben = await service.token({ oid: 'ben', ...issuedAt(time - 20 * minute) })
    const namesake = await service.token({ uti: 'x' })
    await signOut(namesake)
    expect(await refusalOf(`Bearer ${ben}`)).toBe('accepted')
  })

  it('of this token alone, another of theirs is good still', async () => {
    const [here, other] = [await service.token({ uti: '1' }), await service.token({ uti: '2' })]
    await callers.callerOf(`Bearer ${other}`)
    await callers.signOut(await callers.callerOf(`Bearer ${here}`), 'thisToken')
    time += 1
    expect(await refusalOf(`Bearer ${here}`)).toBe('its user has signed out')
    expect(await refusalOf(`Bearer ${other}`)).toBe('accepted')
  })

  it('at another process, what this one saw before is refused, and what it sees afterwards is not', async () => {
    const signedOut = signedOutHere()
    callers = callerVerifier({ signIn: service.cloud.signIn, registration, signedOut, now: () => time })
    const [before, after] = [await service.token({ uti: '1' }), await service.token({ uti: '2' })]
    const caller = await callers.callerOf(`Bearer ${before}`)
    await signedOut.addUser(userKey(caller), time + 1)
    time += 2
    expect(await refusalOf(`Bearer ${before}`)).toBe('its user has signed out')
    expect(await refusalOf(`Bearer ${after}`)).toBe('accepted')
    // after the token is checked again, it still counts as seen before
    time += 2 * minute
    expect(await refusalOf(`Bearer ${before}`)).toBe('its user has signed out')
  })
})

describe('a refusal says which check it was that failed', () => {
  const errorOf = (authorization: string) => callers.callerOf(authorization).catch((error: unknown) => error)

  it.each([
    ['another scheme', () => Promise.resolve('Basic YWRhOnB3'), { finding: 'TokenMalformed' }],
    [
      'a signature spelled otherwise',
      async () => {
        const token = await service.token()
        const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
        return `Bearer ${token.slice(0, -1)}${letters[letters.indexOf(token.at(-1) ?? '') ^ 1]}`
      },
      { finding: 'TokenMalformed' },
    ],
    [
      'one whose user has signed out',
      async () => {
        const token = await service.token()
        await callers.signOut(await callers.callerOf(`Bearer ${token}`))
        return `Bearer ${token}`
      },
      { finding: 'TokenSignedOut' },
    ],
    [
      'another directory',
      async () => {
        const iss = forTenant(service.cloud.signIn.issuer, otherTenantId)
        return `Bearer ${await service.token({ tid: otherTenantId, iss })}`
      },
      { name: 'DirectoryNotAllowed', code: 'DirectoryNotAllowed', finding: 'TokenTenant' },
    ],
  ] as const)('%s', async (_, authorization, refusal) => {
    expect(await errorOf(await authorization())).toMatchObject(refusal)
  })
})
