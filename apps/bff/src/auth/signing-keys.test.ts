import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { registration, startSignInService, type TestSignInService } from '../testing/auth.ts'
import { callerVerifier, TokenRefused, type CallerVerifier } from './caller.ts'

// When Entra ID's signing keys are read again, and who waits for that.

let service: TestSignInService
let callers: CallerVerifier
let time: number
beforeEach(async () => {
  service = await startSignInService()
  time = Date.now()
  callers = callerVerifier({ signIn: service.cloud.signIn, registration, now: () => time })
})
afterEach(() => service.close())

const tokenNow = () => service.token({ exp: Math.floor(time / 1000) + 900 })
const verdictOn = async (token: string) =>
  callers.callerOf(`Bearer ${token}`).then(
    () => 'accepted',
    (error: unknown) => error,
  )

/** The verdict on a new token, while Entra ID leaves the server waiting for keys. */
async function verdictMeanwhile(): Promise<unknown> {
  service.hangs = true
  const verdict = await verdictOn(await tokenNow())
  await vi.waitFor(() => expect(service.waiting).toBe(1))
  return verdict
}

it('F51: keys are read again behind the requests that use them, before they are old', async () => {
  await callers.callerOf(`Bearer ${await service.token()}`)
  time += 300_000
  expect(await verdictMeanwhile()).toBe('accepted')
})

it('F51: nobody waits for newer keys once Entra ID has failed to send them, however old the last ones are', async () => {
  await callers.callerOf(`Bearer ${await service.token()}`)
  service.keysStatus = 500
  time += 3_600_000
  expect(await verdictOn(await tokenNow())).toBe('accepted')
  time += 5_000
  expect(await verdictMeanwhile()).toBe('accepted')
})

it('F51: old keys are read again first, so that a key that was withdrawn is not accepted after a quiet night', async () => {
  await callers.callerOf(`Bearer ${await service.token()}`)
  const withdrawn = await service.token({ exp: Math.floor(time / 1000) + 7200 })
  await service.rotate()
  time += 3_600_000
  expect(await verdictOn(withdrawn)).toBeInstanceOf(TokenRefused)
})
