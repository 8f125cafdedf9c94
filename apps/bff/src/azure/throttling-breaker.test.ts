import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline'
import { beforeEach, expect, it } from 'vitest'
import { ArmRefusal } from './arm-reply.ts'
import { throttlingBreaker } from './throttling-breaker.ts'

const refusal = (code: string) => new ArmRefusal(429, { code, message: 'No.' })

let time: number
let sent: number
let isThrottling: boolean
let ask: (subscription?: string) => Promise<unknown>

beforeEach(() => {
  time = 0
  sent = 0
  isThrottling = true
  const breaker = throttlingBreaker(() => time)
  ask = (subscription = 'one') => {
    const request = createPipelineRequest({ url: `https://arm.example/subscriptions/${subscription}/locations` })
    return breaker
      .sendRequest(request, () => {
        sent += 1
        if (isThrottling) return Promise.reject(refusal('TooManyRequests'))
        return Promise.resolve({ request, status: 200, headers: createHttpHeaders() })
      })
      .catch((error: unknown) => error)
  }
})

it('F12: fifty users in a storm of 429 send one request in ten seconds, and all are answered after it', async () => {
  for (let user = 0; user < 50; user += 1) await ask()
  expect(sent).toBe(5)
  for (; time < 120_000; time += 1_000) await Promise.all(Array.from({ length: 50 }, () => ask()))
  expect(sent).toBe(5 + 11)
  isThrottling = false
  time += 10_000
  await ask()
  sent = 0
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask()))
  expect(answers.filter((answer) => answer instanceof ArmRefusal)).toEqual([])
  expect(sent).toBe(50)
})

it('F12: whoever is not let through is told when the next one is', async () => {
  for (let user = 0; user < 5; user += 1) await ask()
  time = 4_000
  expect(await ask()).toMatchObject({ status: 429, retryAt: 10_000, arm: { message: 'No.' } })
})

it('F12: one user who asks too much stops nobody else, in that subscription or another', async () => {
  for (let round = 0; round < 20; round += 1) {
    isThrottling = round % 2 === 0
    await ask()
  }
  expect(sent).toBe(20)
  isThrottling = true
  for (let round = 0; round < 20; round += 1) await ask()
  isThrottling = false
  expect(await ask('two')).toMatchObject({ status: 200 })
})
