import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, type App } from '../app.ts'
import { listen, type Listening } from '../server/server.ts'
import { createLogger } from '../telemetry/log.ts'
import { answers, startScriptedArm, type ScriptedArm } from '../testing/arm.ts'
import { anArmToken, benId, registration, startSignInService, type TestSignInService } from '../testing/auth.ts'
import { ask, noLimits, type Reply } from '../testing/portal.ts'

// What expires and what fails at Entra ID while a user watches a version; the test controls the time.

let service: TestSignInService
let arm: ScriptedArm
let app: App
let server: Listening
let token: string

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-24T10:00:00Z') })
  service = await startSignInService()
  service.onToken = () => anArmToken('first', 600)
  arm = await startScriptedArm()
  arm.script = [answers(200, { value: [] })]
  app = createApp({
    cloud: { ...service.cloud, resourceManager: arm.url },
    registration,
    requestsPerSecond: noLimits,
    logger: createLogger('silent'),
  })
  server = await listen(app.handler, { port: 0, host: '127.0.0.1' })
  token = await service.token()
})
afterEach(async () => {
  vi.useRealTimers()
  await server.close(0)
  await app.close()
  await arm.close()
  await service.close()
})

const minutesPass = (count: number) => vi.setSystemTime(Date.now() + count * 60_000)
const poll = (of = token): Promise<Reply> =>
  ask(`http://127.0.0.1:${server.port}/api/subscriptions`, { headers: { authorization: `Bearer ${of}` } })
const tokensAtArm = () => arm.received.map(({ headers }) => headers.authorization)

it('F15: a token for Azure that ends is exchanged anew, and one of the portal is asked of the browser', async () => {
  expect((await poll()).status).toBe(200)
  service.onToken = () => anArmToken('second', 600)
  minutesPass(9)
  expect((await poll()).status).toBe(200)
  expect(tokensAtArm()).toEqual(['Bearer first', 'Bearer second'])
  minutesPass(11)
  expect((await poll()).problem()).toMatchObject({ status: 401, code: 'SignInRequired' })
  expect((await poll(await service.token())).status).toBe(200)
})

it('F17: claims that Azure asks for when it revokes a session reach the browser, and nothing is done before', async () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1764000000"}}}'
  const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`
  const revoked = { error: { code: 'InvalidAuthenticationToken', message: 'The session was revoked.' } }
  arm.script = [answers(401, revoked, { 'www-authenticate': challenge }), answers(200, { value: [] })]
  service.onToken = (form) =>
    form.get('claims')?.includes('nbf') === true
      ? { status: 400, body: { error: 'interaction_required', error_description: 'AADSTS50173: …', claims } }
      : anArmToken('first')
  const reply = await poll()
  expect(reply.problem()).toMatchObject({ status: 401, code: 'ClaimsChallenge' })
  expect(reply.headers.get('www-authenticate')).toContain(Buffer.from(claims).toString('base64'))
  expect(arm.received).toHaveLength(1)
  service.onToken = () => anArmToken('anew')
  expect((await poll(await service.token({ uti: 'signed in again' }))).status).toBe(200)
  expect(tokensAtArm().at(-1)).toBe('Bearer anew')
})

it('F18: what Entra ID asks of one user, the others do not notice', async () => {
  const ofBen = await service.token({ oid: benId })
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
  service.onToken = (form) =>
    form.get('assertion') === ofBen
      ? anArmToken('of-ben')
      : { status: 400, body: { error: 'interaction_required', error_description: 'AADSTS50076: …', claims } }
  const [first, second] = await Promise.all([poll(), poll()])
  // Ada's refusal is known by now
  const replies = [first, ...(await Promise.all([poll(ofBen), poll(), poll(ofBen)])), second]
  expect(replies.map(({ status }) => status)).toEqual([401, 200, 401, 200, 401])
  expect(first.problem().code).toBe('ClaimsChallenge')
  expect(first.headers.get('www-authenticate')).toContain(Buffer.from(claims).toString('base64'))
})

it('F21: while Entra ID is down, whoever has a token for Azure goes on until it ends', async () => {
  expect((await poll()).status).toBe(200)
  await service.close()
  minutesPass(7)
  expect((await poll()).status).toBe(200)
  minutesPass(2)
  expect((await poll()).problem()).toMatchObject({ status: 503, code: 'SignInServiceUnavailable' })
})
