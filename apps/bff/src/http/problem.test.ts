import { azureClouds, InvalidResourceId } from '@portal/arm'
import type { Problem } from '@portal/portal-api'
import express from 'express'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DirectoryNotAllowed, TokenRefused } from '../auth/caller.ts'
import { ClaimsChallenge } from '../auth/claims-challenge.ts'
import { ExchangeRefused } from '../auth/entra-exchange.ts'
import { NoApiCredential, SignInServiceUnavailable } from '../auth/sign-in-service.ts'
import { ArmRefusal, NoClearAnswer, OtherTenantRefusal } from '../azure/arm/arm-reply.ts'
import { ForeignOrigin } from '../azure/arm/pinned-origin.ts'
import { ImageVersionExists, OutcomeUnknown, PlanRejected } from '../azure/arm/write-refusals.ts'
import { cloudOf } from '../cloud.ts'
import { SemaphoreFull } from '../process/semaphore.ts'
import { RequestRefused } from '../refusals/request-refused.ts'
import { listen } from '../server/server.ts'
import { createLogger, logRequests } from '../telemetry/log.ts'
import { summedLines } from '../telemetry/summed-lines.ts'
import { noTelemetry } from '../telemetry/telemetry-events.ts'
import { ask, type Reply } from '../testing/portal.ts'
import { lastResort, problems } from './problem.ts'

/** What the browser gets, and what is logged, if a handler throws `error`. */
async function answerTo(error: unknown): Promise<{ reply: Reply; problem: Problem; log: string }> {
  const lines: string[] = []
  const logger = createLogger('debug', { write: (line: string) => void lines.push(line) })
  const app = express()
  app.use(logRequests(logger, noTelemetry))
  app.use(() => {
    throw error
  })
  app.use(problems({ signIn: cloudOf(azureClouds.AzureCloud, ['t1']).signIn, lines: summedLines(logger, noTelemetry) }))
  const server = await listen(app, { port: 0, host: '127.0.0.1' })
  const reply = await ask(`http://127.0.0.1:${server.port}/`)
  await server.close(0)
  return { reply, problem: reply.problem(), log: lines.join('') }
}

const no = { code: 'Refused', message: 'No.', target: 'properties.x' }
const inAMinute = () => Date.now() + 60_000

describe('an error becomes a problem', () => {
  it.each<[string, unknown, number, Problem['code']]>([
    ['rules', new PlanRejected([]), 422, 'PlanRejected'],
    ['another version', new ImageVersionExists([{ field: 'f', asked: '1', stored: '2' }]), 409, 'ImageVersionExists'],
    ['an outcome nobody knows', new OutcomeUnknown({}), 502, 'OutcomeUnknown'],
    ['a request refused', new RequestRefused('InvalidRequest', 'why'), 400, 'InvalidRequest'],
    ['too many at once', new SemaphoreFull(), 503, 'PortalBusy'],
    ['another site', new RequestRefused('CrossSiteRequest', 'why'), 403, 'CrossSiteRequest'],
    ['an id', new InvalidResourceId('/x', 'why'), 400, 'InvalidRequest'],
    ['ARM: bad request', new ArmRefusal(400, no), 400, 'RefusedByAzure'],
    ['ARM: conflict', new ArmRefusal(409, no), 409, 'RefusedByAzure'],
    ['ARM: token no longer good', new ArmRefusal(401, no), 401, 'SignInRequired'],
    ['ARM: forbidden', new ArmRefusal(403, no), 403, 'ForbiddenByAzure'],
    ['ARM: not found', new ArmRefusal(404, no), 404, 'NotFoundInAzure'],
    ['ARM: too many requests', new ArmRefusal(429, no, inAMinute()), 429, 'ThrottledByAzure'],
    ['ARM: failed', new NoClearAnswer('server', { status: 500, arm: no }), 502, 'AzureUnavailable'],
    ['ARM: silent', new NoClearAnswer('timeout'), 504, 'AzureUnavailable'],
    ['another host', new ForeignOrigin('https://evil.example'), 502, 'AzureUnavailable'],
    ['no token', new TokenRefused('why', { finding: 'TokenMissing' }), 401, 'SignInRequired'],
    ['a token of another directory', new DirectoryNotAllowed({}), 403, 'DirectoryNotAllowed'],
    ['a subscription of another directory', new OtherTenantRefusal(no, undefined), 403, 'OtherDirectory'],
    ['claims', new ClaimsChallenge('{}'), 401, 'ClaimsChallenge'],
    ['no consent', new ExchangeRefused('ConsentRequired', 'AADSTS65001'), 403, 'ConsentRequired'],
    ['Entra ID refuses', new ExchangeRefused('SignInRequired', 'AADSTS500133'), 403, 'SignInRequired'],
    ['Entra ID silent', new SignInServiceUnavailable(inAMinute()), 503, 'SignInServiceUnavailable'],
    ['a mistake of ours', new Error('secret inside'), 500, 'InternalError'],
    ['something thrown that is no error', 'secret inside', 500, 'InternalError'],
  ])('%s', async (_, error, status, code) => {
    const { reply, problem } = await answerTo(error)
    expect(problem).toMatchObject({ status, code, type: 'about:blank' })
    expect(reply.status).toBe(status)
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
    expect(reply.headers.get('x-correlation-id')).toBe(problem.correlationId)
  })

  it("with Azure's own words, and only those of its form", async () => {
    const { problem } = await answerTo(new ArmRefusal(400, { ...no, details: [{ code: 'inner', message: 'inner' }] }))
    expect(problem.azure).toEqual(no)
  })

  it('with the time to come again, for people and for programs', async () => {
    const { reply, problem } = await answerTo(new ArmRefusal(429, no, inAMinute()))
    expect(Date.parse(problem.retryAt ?? '') - Date.now()).toBeGreaterThan(50_000)
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(50)
  })

  it('with the challenge in the header that MSAL reads', async () => {
    const { reply } = await answerTo(new ClaimsChallenge('{"a":1}'))
    expect(reply.headers.get('www-authenticate')).toContain(
      `error="insufficient_claims", claims="${Buffer.from('{"a":1}').toString('base64')}"`,
    )
  })

  it('that does not ask the browser to go round in circles where another token would not help', async () => {
    const { reply } = await answerTo(new ExchangeRefused('ConsentRequired', 'AADSTS65001'))
    expect(reply.headers.get('www-authenticate')).toBeNull()
  })
})

describe('a mistake of ours', () => {
  it('shows nothing of itself, and the log has where it was, not what it said', async () => {
    const { reply, log } = await answerTo(new Error('secret inside'))
    expect(JSON.stringify(reply.body)).not.toContain('secret inside')
    expect(log).toContain('internal-error')
    expect(log).toContain('problem.test.ts')
    expect(log).not.toContain('secret inside')
  })

  it('in the problem itself is still a problem', async () => {
    const { problem } = await answerTo(new ArmRefusal(429, no, Number.NaN))
    expect(problem).toMatchObject({ status: 500, code: 'InternalError' })
  })
})

it.each([
  [new ForeignOrigin('https://evil.example'), 'foreign-origin-blocked'],
  [new TokenRefused('its tenant is not allowed', { finding: 'TokenTenant' }), 'token-refused'],
  [new ExchangeRefused('ConsentRequired', 'AADSTS65001'), 'exchange-refused'],
  [new SignInServiceUnavailable(undefined, { cause: new NoApiCredential({ cause: null }) }), 'no-api-credential'],
  [new OutcomeUnknown({}), 'outcome-unknown'],
  [new InvalidResourceId('/x', 'why'), 'resource-id-refused'],
  [new SemaphoreFull(), 'overloaded'],
  [new NoClearAnswer('timeout'), 'no-clear-answer'],
])('%s is an event of its own in the log', async (error, event) => {
  expect((await answerTo(error)).log).toContain(`"event":"${event}"`)
})

describe('an answer shows no stack, whatever NODE_ENV is', () => {
  afterEach(() => vi.unstubAllEnvs())

  it.each([undefined, 'development', 'production'])(
    'S76: where the answer to an error fails itself: %s',
    async (mode) => {
      vi.stubEnv('NODE_ENV', mode)
      const app = express()
      const logger = createLogger('silent')
      app.use(logRequests(logger, noTelemetry))
      app.use(() => {
        throw new Error('the first secret')
      })
      const audit = {
        ended: () => {
          throw new Error('the second secret')
        },
      }
      app.use(
        problems({
          signIn: cloudOf(azureClouds.AzureCloud, ['t1']).signIn,
          lines: summedLines(logger, noTelemetry),
          audit,
        }),
        lastResort,
      )
      const server = await listen(app, { port: 0, host: '127.0.0.1' })
      const reply = await ask(`http://127.0.0.1:${server.port}/`)
      await server.close(0)
      expect(reply.problem()).toEqual({
        type: 'about:blank',
        title: 'Internal Server Error',
        status: 500,
        code: 'InternalError',
        correlationId: reply.headers.get('x-correlation-id'),
      })
    },
  )
})
