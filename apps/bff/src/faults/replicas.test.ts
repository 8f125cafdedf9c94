import { manualClock, startAzureSimulator, type AzureSimulator } from '@portal/azure-simulator'
import { blankTargetRegion } from '@portal/image-version'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startDemo, type Demo } from '../demo.ts'
import { auditLog } from '../telemetry/audit/audit-log.ts'
import { createLogger } from '../telemetry/log.ts'
import { noTelemetry } from '../telemetry/telemetry-events.ts'
import { encryptedPlan, imageDefinitionId } from '../testing/faults.ts'
import { ask, noLimits, signInByHttp, type Reply } from '../testing/portal.ts'

// Three portals that share nothing, on one Azure: none knows what another is about to send.

let azure: AzureSimulator
let replicas: Demo[]

beforeEach(async () => {
  azure = await startAzureSimulator({ clock: manualClock('2026-11-24T10:00:00Z'), throttling: 'off' })
  const start = () =>
    startDemo({
      port: 0,
      simulator: azure,
      logger: createLogger('silent'),
      audit: auditLog(noTelemetry, { record: () => undefined, keep: () => undefined }),
      webRoot: null,
      requestsPerSecond: noLimits,
      exchangesPerMinute: Infinity,
    })
  replicas = await Promise.all([start(), start(), start()])
})
afterEach(async () => {
  for (const replica of replicas) await replica.close()
  await azure.close()
})

const create = ({ url }: Demo, token: string, plan: object): Promise<Reply> =>
  ask(`${url}/api/image-versions`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(plan),
  })

const names = Array.from({ length: 20 }, (_, index) => `3.0.${index}`)
const outcomes = (name: string) =>
  azure.requests
    .filter(({ method, path }) => method === 'PUT' && path.endsWith(`/versions/${name}`))
    .map(({ status }) => status)

it('W04: the same version asked for at three replicas at once, twenty times: one PUT creates it, and all end at it', async () => {
  const users = ['ada@contoso.example', 'eva@contoso.example', 'ada@contoso.example']
  const tokens = await Promise.all(users.map((user) => signInByHttp(azure, user)))
  for (const name of names) {
    // one that both users have permission to create
    const plan = {
      ...encryptedPlan(),
      encryptionType: 'EncryptionAtRestWithPlatformKey',
      targetRegions: [blankTargetRegion('westus')],
      name,
    }
    const replies = await Promise.all(replicas.map((replica, index) => create(replica, tokens[index] ?? '', plan)))
    const id = `${imageDefinitionId}/versions/${name}`
    expect(replies.map(({ status, body }) => ({ status, body }))).toEqual(
      replicas.map(() => ({ status: 200, body: { id } })),
    )
    expect(outcomes(name).filter((status) => status === 201)).toHaveLength(1)
    expect(outcomes(name).filter((status) => status === 200)).toHaveLength(0)
  }
  // otherwise this test proves nothing
  expect(names.flatMap(outcomes)).toContain(409)
})

it('W04: a version that another replica creates while this one reads slow facts is not overwritten', async () => {
  const token = await signInByHttp(azure, 'ada@contoso.example')
  const [slow, quick] = replicas as [Demo, Demo]
  const held = azure.faults.hold({ method: 'GET', path: /\/diskEncryptionSets$/i })
  const late = create(slow, token, { ...encryptedPlan(), excludeFromLatest: true })
  await held.arrived
  expect((await create(quick, token, encryptedPlan())).status).toBe(200)
  azure.clock.advance(24 * 3_600_000)
  held.release()
  expect((await late).problem()).toMatchObject({ status: 409, code: 'ImageVersionExists' })
  expect(outcomes(encryptedPlan().name)).toEqual([201])
})

it('W04: another version of that name asked for at another replica at once is told what differs', async () => {
  const token = await signInByHttp(azure, 'ada@contoso.example')
  for (const name of names) {
    const replies = await Promise.all([
      create(replicas[0] as Demo, token, { ...encryptedPlan(), name }),
      create(replicas[1] as Demo, token, { ...encryptedPlan(), name, excludeFromLatest: true }),
    ])
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const loser = replies.find(({ status }) => status === 409)
    expect(loser?.problem()).toMatchObject({
      code: 'ImageVersionExists',
      differences: [{ field: expect.any(String) as string }],
    })
    expect(outcomes(name).filter((status) => status === 201)).toHaveLength(1)
  }
  expect(names.flatMap(outcomes)).toContain(409)
})
