import { decodeJwt } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { anArmToken, registration, startSignInService } from '../auth/testing.ts'
import { answers, startScriptedArm, type ScriptedArm } from '../azure/testing.ts'
import { createLogger } from '../log.ts'
import { listen } from '../server.ts'
import { ask, noLimits, startTestPortal, type TestPortal } from '../testing.ts'

// Nobody sees what is another's: not through caches, not through requests at the same time, not by guessing ids.

const users = Array.from({ length: 200 }, (_, index) => `user-${index}`)

/** A portal whose Azure answers each user with one subscription, named by the user to whom the ARM token belongs. */
async function startMirror(step: (empty: Answer, owner: string) => Answer) {
  const service = await startSignInService()
  service.onToken = (form) => anArmToken(`arm-of-${String(decodeJwt(form.get('assertion') ?? '')['oid'])}`)
  const arm: ScriptedArm = await startScriptedArm()
  arm.script = [
    (response, { headers }) => {
      const owner = /^Bearer arm-of-(.+)$/.exec(headers.authorization ?? '')?.[1] ?? 'nobody'
      const value = [{ subscriptionId: owner, displayName: owner, state: 'Enabled' }]
      step(answers(200, { value }), owner)(response)
    },
  ]
  const app = createApp({
    cloud: { ...service.cloud, resourceManager: arm.url },
    registration,
    requestsPerSecond: noLimits,
    logger: createLogger('silent'),
  })
  const server = await listen(app.handler, { port: 0, host: '127.0.0.1' })
  const tokens = await Promise.all(users.map((oid) => service.token({ oid })))
  return {
    /** what the portal answers a user: the names of their subscriptions, or the code of a problem */
    async answerTo(index: number): Promise<unknown> {
      const reply = await ask(`http://127.0.0.1:${server.port}/api/subscriptions`, {
        headers: { authorization: `Bearer ${tokens[index] ?? ''}` },
      })
      return reply.status === 200 ? reply.body : reply.problem().code
    },
    async [Symbol.asyncDispose]() {
      await server.close(0)
      await app.close()
      await arm.close()
      await service.close()
    },
  }
}

type Answer = ReturnType<typeof answers>

/** Asks `rounds` times for every user, a hundred requests at a time, and returns the answers that are not the user's own. */
async function crossings(answerTo: (index: number) => Promise<unknown>, rounds: number): Promise<unknown[]> {
  const others: unknown[] = []
  let turn = 0
  const worker = async () => {
    for (let mine = turn++; mine < users.length * rounds; mine = turn++) {
      // 7919 is prime: neighbours in time are no neighbours in the list
      const index = (mine * 7919) % users.length
      const answer = await answerTo(index)
      const isOwn = Array.isArray(answer) && JSON.stringify(answer).includes(`"displayName":"${users[index]}"`)
      const isFailure = answer === 'AzureUnavailable' || answer === 'ThrottledByAzure'
      if (!isOwn && !isFailure) others.push({ user: users[index], answer })
    }
  }
  await Promise.all(Array.from({ length: 100 }, worker))
  return others
}

describe('two hundred users at once', () => {
  it('S16: see their own and nothing else, fifty times each', { timeout: 120_000 }, async () => {
    await using mirror = await startMirror((own) => own)
    expect(await crossings((index) => mirror.answerTo(index), 50)).toEqual([])
  })

  it('S17: see their own or an error while Azure fails', { timeout: 60_000 }, async () => {
    let count = 0
    const failures: Answer[] = [
      (response) => void response.destroy(),
      answers(429, { error: { code: 'TooManyRequests', message: 'Later.' } }),
      answers(403, '<html>Blocked</html>'),
      answers(200, '{"value":'),
    ]
    await using mirror = await startMirror((own) => {
      count += 1
      return count % 5 === 0 ? (failures[(count / 5) % failures.length] ?? own) : own
    })
    expect(await crossings((index) => mirror.answerTo(index), 10)).toEqual([])
  })
})

describe("another user's", () => {
  const production = 'c0470500-0000-4000-8000-00000000a001'
  const group = `/subscriptions/${production}/resourceGroups/myResourceGroup`
  const version = `${group}/providers/Microsoft.Compute/galleries/contosoGallery/images/ubuntu-web/versions/1.0.0`

  let portal: TestPortal
  beforeEach(async () => {
    portal = await startTestPortal()
  })
  afterEach(() => portal.close())

  it.each([
    ['resource', '/api/image-version', { id: version }],
    [
      'deployment',
      '/api/preparation',
      { id: `${group}/providers/Microsoft.Resources/deployments/disk-encryption-sets-${'0'.repeat(16)}` },
    ],
    ['subscription', '/api/galleries', { subscriptionId: production }],
  ])('S18: %s is answered as Azure answers who may not see it', async (_, path, query) => {
    const asBen = await portal.as('ben@contoso.example')
    const asAda = await portal.as('ada@contoso.example')
    await asAda.get(path, query)
    const reply = await asBen.get(path, query)
    expect([403, 404]).toContain(reply.status)
    expect(['ForbiddenByAzure', 'NotFoundInAzure']).toContain(reply.problem().code)
  })

  it('S46: and what is missing or forbidden are answered in one form, with no more than Azure says', async () => {
    const missing = version.replace('1.0.0', '9.9.9')
    const [asAda, asBen, asNobody] = await Promise.all(
      ['ada', 'ben', 'rita'].map((name) => portal.as(`${name}@contoso.example`)),
    )
    const replies = [
      await asAda?.get('/api/image-version', { id: missing }),
      await asBen?.get('/api/image-version', { id: missing }),
      await asBen?.get('/api/image-version', { id: version }),
      await asNobody?.send('PUT', '/api/image-versions', {}),
    ]
    for (const reply of replies) {
      const { status, code, azure, ...rest } = reply?.problem() ?? {}
      expect([status, code]).toSatisfy(
        ([is, what]) =>
          (is === 404 && what === 'NotFoundInAzure') ||
          (is === 403 && what === 'ForbiddenByAzure') ||
          (is === 400 && what === 'InvalidRequest'),
      )
      expect(Object.keys(rest).toSorted()).toEqual(['correlationId', 'title', 'type'])
      expect(['code', 'message']).toEqual(expect.arrayContaining(Object.keys(azure ?? {})))
    }
    // who may not see the version cannot tell whether it is there
    const [, ofMissing, ofForeign] = replies.map((reply) => reply?.problem())
    expect(ofForeign?.azure?.code).toBe(ofMissing?.azure?.code)
    expect(ofForeign?.status).toBe(ofMissing?.status)
  })
})
