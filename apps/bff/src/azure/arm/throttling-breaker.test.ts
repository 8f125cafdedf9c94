import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline'
import { beforeEach, expect, it } from 'vitest'
import { ArmRefusal, SubscriptionLimitReached } from './arm-reply.ts'
import { throttlingBreaker } from './throttling-breaker.ts'

let time: number
let sent: number
let refusal: ArmRefusal | undefined
let ask: (user?: string, over?: { subscription?: string; tenant?: string }) => Promise<unknown>

const ofUser = new ArmRefusal(429, {
  code: 'SubscriptionRequestsThrottled',
  message: "What ada asked for isn't let in.",
})
const ofSubscription = new SubscriptionLimitReached(429, ofUser.arm)
const refused = (answers: unknown[]) => answers.filter((answer) => answer instanceof ArmRefusal)
const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))

beforeEach(() => {
  time = 0
  sent = 0
  refusal = ofUser
  const breaker = throttlingBreaker(() => time)
  ask = (user = 'ada', { subscription = 'one', tenant = 'contoso' } = {}) => {
    const request = createPipelineRequest({ url: `https://arm.example/subscriptions/${subscription}/locations` })
    return breaker({ tid: tenant, oid: user })
      .sendRequest(request, () => {
        sent += 1
        if (refusal !== undefined) return Promise.reject(refusal)
        return Promise.resolve({ request, status: 200, headers: createHttpHeaders() })
      })
      .catch((error: unknown) => error)
  }
})

it('F12: a user in a storm of 429 sends one request in ten seconds, and is answered after it', async () => {
  for (let request = 0; request < 50; request += 1) await ask()
  expect(sent).toBe(5)
  for (; time < 120_000; time += 1_000) await Promise.all(times(50, () => ask()))
  expect(sent).toBe(5 + 11)
  refusal = undefined
  time += 10_000
  await ask()
  sent = 0
  expect(refused(await Promise.all(times(50, () => ask())))).toEqual([])
  expect(sent).toBe(50)
})

it('F12: fifty users of a subscription that has had enough send one request in ten seconds, and all are answered after it', async () => {
  refusal = ofSubscription
  for (let user = 0; user < 50; user += 1) await ask(`user-${user}`)
  expect(sent).toBe(5)
  for (; time < 120_000; time += 1_000) await Promise.all(times(50, (user) => ask(`user-${user}`)))
  expect(sent).toBe(5 + 11)
  refusal = undefined
  time += 10_000
  await ask()
  expect(refused(await Promise.all(times(50, (user) => ask(`user-${user}`))))).toEqual([])
})

it('F12: whoever is not let through hears when the next one is, and Azure’s own words to them', async () => {
  for (let request = 0; request < 5; request += 1) await ask()
  time = 4_000
  expect(await ask()).toMatchObject({ status: 429, retryAt: 10_000, arm: ofUser.arm })
})

it('F12: nobody is shown what Azure said to another user', async () => {
  refusal = ofSubscription
  for (let request = 0; request < 5; request += 1) await ask('ada')
  const { arm } = (await ask('ben')) as ArmRefusal
  expect(arm).toEqual({ code: 'SubscriptionRequestsThrottled', message: 'Too many requests for this subscription.' })
})

it.each([
  ['another user', 'ben', {}],
  ['the same user in another subscription', 'ada', { subscription: 'two' }],
  ['a user of that id in another tenant', 'ada', { tenant: 'fabrikam' }],
])('F12: one user who is refused again and again does not stop %s', async (_, user, over) => {
  for (let request = 0; request < 31; request += 1) await ask('ada')
  refusal = undefined
  expect(refused(await Promise.all(times(40, () => ask(user, over))))).toEqual([])
})

it('F12: a subscription of one tenant that has had enough is not that of another tenant', async () => {
  refusal = ofSubscription
  for (let request = 0; request < 31; request += 1) await ask('ada')
  refusal = undefined
  expect(await ask('ada', { tenant: 'fabrikam' })).toMatchObject({ status: 200 })
  expect(await ask('ben')).toMatchObject({ status: 429 })
})

it('F12: refusals with answers in between stop nobody', async () => {
  for (let round = 0; round < 20; round += 1) {
    refusal = round % 2 === 0 ? ofUser : undefined
    await ask()
  }
  expect(sent).toBe(20)
})
