import { readsLeftHeader } from '@portal/portal-api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, production, put, puts, versionId } from '../testing/faults.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

let portal: TestPortal
let asAda: SignedIn
beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

const throttled = (code: string, seconds: number) => ({
  status: 429,
  body: { error: { code, message: 'Not now.' } },
  headers: { 'retry-after': String(seconds) },
})

it.each([
  ['F09: a short pause', 7],
  ['F10: a long pause', 3600],
])(
  '%s before a write is told at once, nothing is sent again by itself, and after it one is created',
  async (_, seconds) => {
    portal.azure.faults.answer(put, throttled('TooManyRequests', seconds))
    const askedAt = Date.now()
    const reply = await create(asAda)
    expect(reply.problem()).toMatchObject({ status: 429, code: 'ThrottledByAzure', azure: { message: 'Not now.' } })
    const retryAt = Date.parse(reply.problem().retryAt ?? '')
    expect(retryAt).toBeGreaterThanOrEqual(askedAt + seconds * 1000)
    expect(retryAt).toBeLessThanOrEqual(Date.now() + seconds * 1000)
    expect(portal.azure.world.store.get(versionId)).toBeUndefined()
    expect(puts(portal)).toHaveLength(0)
    expect((await create(asAda)).status).toBe(200)
    expect(puts(portal)).toHaveLength(1)
  },
)

it('F13: another operation under way is told as busy, and not as a limit', async () => {
  portal.azure.faults.answer(put, throttled('RetryableErrorDueToAnotherOperation', 7))
  expect((await create(asAda)).problem()).toMatchObject({
    status: 409,
    code: 'ResourceBusy',
    decoded: [{ code: 'BusyWithAnotherChange' }],
  })
  expect((await create(asAda)).status).toBe(200)
  expect(puts(portal)).toHaveLength(1)
})

it.each([
  ['24', '24'],
  ['25', null],
])('F14: of %s reads that Azure leaves the user, the browser hears %s', async (left, heard) => {
  const headers = { [readsLeftHeader]: left }
  portal.azure.faults.answer({ path: /\/galleries$/ }, { status: 200, body: { value: [] }, headers })
  const reply = await asAda.get('/api/galleries', { subscriptionId: production })
  expect(reply.status).toBe(200)
  expect(reply.headers.get(readsLeftHeader)).toBe(heard)
})

it('F12: a user whom Azure refuses 31 times in a row keeps nobody else waiting', async () => {
  await using limited = await startedPortal({ 'subscription-reads': 100 })
  const asked = async (user: SignedIn, times: number) => {
    const statuses: number[] = []
    for (let time = 0; time < times; time += 1)
      statuses.push((await user.get('/api/galleries', { subscriptionId: production })).status)
    return statuses
  }
  const flooding = await limited.as('ada@contoso.example')
  const idle = await limited.as('rita@contoso.example')
  expect((await asked(flooding, 140)).slice(-31)).toEqual(Array<number>(31).fill(429))
  expect(await asked(idle, 40)).toEqual(Array<number>(40).fill(200))
})

async function startedPortal(throttling: Record<string, number>): Promise<TestPortal & AsyncDisposable> {
  const limited = await startTestPortal({ throttling })
  return { ...limited, [Symbol.asyncDispose]: () => limited.close() }
}
