import { createHmac } from 'node:crypto'
import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type JWTHeaderParameters } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp, type App } from '../app.ts'
import { listen, type Listening } from '../server/server.ts'
import { createLogger } from '../telemetry/log.ts'
import { answers, startScriptedArm, type ScriptedArm } from '../testing/arm.ts'
import {
  otherTenantId,
  portalClientId,
  registration,
  startSignInService,
  type TestSignInService,
} from '../testing/auth.ts'
import { ask, noLimits, startTestPortal } from '../testing/portal.ts'

// Tokens that are not for this portal, sent to it over HTTP. Each to one of its own: the log sums what repeats.

let service: TestSignInService
let arm: ScriptedArm
let app: App
let server: Listening
let url: string
let log: string[]

beforeEach(async () => {
  log = []
  service = await startSignInService()
  arm = await startScriptedArm()
  arm.script = [answers(200, { value: [] })]
  app = createApp({
    cloud: { ...service.cloud, resourceManager: arm.url },
    registration,
    requestsPerSecond: noLimits,
    logger: createLogger('info', { write: (line: string) => void log.push(line) }),
  })
  server = await listen(app.handler, { port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${server.port}`
})
afterEach(async () => {
  await server.close(0)
  await app.close()
  await arm.close()
  await service.close()
})

const subscriptionsAs = (token: string, at = url) =>
  ask(`${at}/api/subscriptions`, { headers: { authorization: `Bearer ${token}` } })
const nowSeconds = () => Math.floor(Date.now() / 1000)

/** A token with valid claims, signed by someone else, that contains the address of its key. */
async function signedByOthers(tell: (jwk: Awaited<ReturnType<typeof exportJWK>>) => Partial<JWTHeaderParameters>) {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const header = { alg: 'RS256', ...tell(await exportJWK(publicKey)) }
  return new SignJWT(decodeJwt(await service.token())).setProtectedHeader(header).sign(privateKey)
}

/** A token with valid claims, signed with the public key as if it were a secret. */
async function signedWithPublicKey() {
  const published = await (await fetch(service.cloud.signIn.jwksUri)).text()
  const [, claims = ''] = (await service.token()).split('.')
  const header = Buffer.from(JSON.stringify({ alg: 'HS256', kid: 'key-1' })).toString('base64url')
  const signature = createHmac('sha256', published).update(`${header}.${claims}`).digest('base64url')
  return `${header}.${claims}.${signature}`
}

describe('a token that is not for this portal', () => {
  it('is told from one that is', async () => {
    expect(await subscriptionsAs(await service.token())).toMatchObject({ status: 200, body: [] })
    expect(arm.received[0]?.headers.authorization).toBe('Bearer arm-token')
  })

  it.each<[string, string, () => Promise<string> | string]>([
    ['S01', 'no signature', () => service.unsecuredToken()],
    ['S02', 'the public key as a secret', signedWithPublicKey],
    ['S03', 'a key of its own', () => signedByOthers((jwk) => ({ kid: 'key-1', jwk }))],
    ['S04', 'a key elsewhere', () => signedByOthers(() => ({ kid: 'key-1', jku: `${arm.url}/keys` }))],
    ['S05', 'another API', () => service.token({ aud: 'https://graph.microsoft.com' })],
    ['S06', 'another issuer', () => service.token({ iss: 'https://elsewhere.example/v2.0' })],
    ['S08', 'an end that has passed', () => service.token({ exp: nowSeconds() - 90 })],
    ['S09', 'a beginning that lies ahead', () => service.token({ nbf: nowSeconds() + 3600 })],
    ['S10', 'no scope', () => service.token({ scp: undefined })],
    ['S10', 'another scope', () => service.token({ scp: 'profile access_as_user_admin' })],
    // each has only one fault, so that no other check rejects it
    ['S11', 'the word that it is of an application', () => service.token({ idtyp: 'app' })],
    ['S11', 'a role and no scope', () => service.token({ scp: undefined, roles: ['access_as_user'] })],
    ['S12', 'the audience of an ID token', () => service.token({ aud: portalClientId, nonce: 'n' })],
    ['S12', 'no scope, as an ID token has none', () => service.token({ scp: undefined, nonce: 'n' })],
  ])('%s: with %s is refused, Azure hears nothing, and the log has one event', async (_id, _what, tokenOf) => {
    const reply = await subscriptionsAs(await tokenOf())
    expect(reply.problem()).toMatchObject({ status: 401, code: 'SignInRequired' })
    expect(reply.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    expect([arm.received, service.exchanges]).toEqual([[], []])
    const events = log.map((line): unknown => JSON.parse(line))
    expect(events.filter((event) => JSON.stringify(event).includes('token-refused'))).toEqual([
      expect.objectContaining({ event: 'token-refused', route: '/api/subscriptions' }),
    ])
  })
})

it('S07: of a tenant that the portal does not serve is refused, and says so: signing in again would not help', async () => {
  const reply = await subscriptionsAs(await service.token({ tid: otherTenantId }))
  expect(reply.problem()).toMatchObject({ status: 403, code: 'DirectoryNotAllowed' })
  expect([arm.received, service.exchanges]).toEqual([[], []])
  expect(log.filter((line) => line.includes('token-refused'))).toHaveLength(1)
  const forged = await subscriptionsAs(await service.token({ tid: otherTenantId, azp: 'another' }))
  expect(forged.problem()).toMatchObject({ code: 'SignInRequired' })
})

it('S15: a token of the demonstration is nothing elsewhere, nor is another one in the demonstration', async () => {
  const demo = await startTestPortal()
  const ofDemo = await demo.as('ada@contoso.example')
  const replies = [await subscriptionsAs(ofDemo.token), await subscriptionsAs(await service.token(), demo.url)]
  await demo.close()
  expect(replies.map((reply) => reply.problem().code)).toEqual(['SignInRequired', 'SignInRequired'])
})
