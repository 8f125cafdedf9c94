import { azureClouds } from '@portal/arm'
import { contoso, manualClock, startAzureSimulator } from '@portal/azure-simulator'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { cloudOf } from '../cloud.ts'
import { startDemo } from '../demo.ts'
import { auditLog } from '../telemetry/audit/audit-log.ts'
import { createLogger } from '../telemetry/log.ts'
import { noTelemetry } from '../telemetry/telemetry-events.ts'
import { create, encryptedPlan, puts, read, setId, versionId, versionPath } from '../testing/faults.ts'
import { ask, signInByHttp, startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

const set = 'WestUSDiskEncryptionSet1'
const startedAt = Date.parse('2026-11-24T10:00:00Z')

let portal: TestPortal
let asAda: SignedIn
async function start(world = contoso({ now: startedAt })) {
  portal = await startTestPortal({ world })
  asAda = await portal.as('ada@contoso.example')
}
beforeEach(() => start())
afterEach(() => portal.close())

const day = 24 * 3_600_000

it('F16: the server asks Azure nothing about a version by itself, however much time passes', async () => {
  // every timer set from here on, including the SDK's, runs through a day of it
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'], shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  await create(asAda)
  const { length } = portal.azure.requests
  for (let hour = 0; hour < 24; hour += 1) {
    await vi.advanceTimersByTimeAsync(day / 24)
    // a request sent by a timer would arrive before this response
    await asAda.get('/api/subscriptions')
  }
  const asked = portal.azure.requests.slice(length).map(({ path }) => path)
  expect(new Set(asked)).toEqual(new Set(['/subscriptions']))
})

it('F16: whoever comes back after a day reads from Azure what became of the version, and nothing was asked meanwhile', async () => {
  await create(asAda)
  const asked = portal.azure.requests.length
  portal.clock.advance(day)
  expect(portal.azure.requests).toHaveLength(asked)
  expect((await read(asAda)).body).toMatchObject({ provisioningState: 'Succeeded', aggregatedState: 'Completed' })
})

it('F23: progress is read from the version itself, so it outlives the operation that made it', async () => {
  await create(asAda)
  portal.clock.advance(60_000)
  expect((await read(asAda)).body).toMatchObject({ provisioningState: 'Creating' })
  portal.clock.advance(30 * day)
  expect((await read(asAda)).body).toMatchObject({ provisioningState: 'Succeeded' })
  expect(portal.azure.requests.filter(({ path }) => /operation/i.test(path))).toEqual([])
})

it('F25: a version that Azure took on and does not show yet is not there, and never told as done', async () => {
  await create(asAda)
  portal.clock.advance(day)
  const absent = { status: 404, body: { error: { code: 'ResourceNotFound', message: 'Not yet.' } } }
  portal.azure.faults.answer({ method: 'GET', path: versionPath }, absent)
  expect((await read(asAda)).problem()).toMatchObject({ status: 404, code: 'NotFoundInAzure' })
  expect((await read(asAda)).body).toMatchObject({ provisioningState: 'Succeeded' })
})

it('F27: a replication of more than a day outlives every process: each that comes up shows it, until it is done, and sends nothing', async () => {
  await portal.close()
  const world = contoso({ now: startedAt })
  const clock = manualClock(new Date(startedAt).toISOString())
  const azure = await startAzureSimulator({
    clock,
    throttling: 'off',
    world: { ...world, slowRegions: { westus: 1000 } },
  })
  const token = await signInByHttp(azure, 'ada@contoso.example')
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const asked = async (path: string, init: { method?: string; body?: string } = {}) => {
    const audit = auditLog(noTelemetry, { record: () => undefined, keep: () => undefined })
    const logger = createLogger('silent')
    const process = await startDemo({ port: 0, simulator: azure, logger, audit, webRoot: null })
    const reply = await ask(`${process.url}${path}`, { ...init, headers })
    await process.close()
    return reply
  }
  const shown = async () => (await asked(`/api/image-version?id=${encodeURIComponent(versionId)}`)).body

  expect(await asked('/api/image-versions', { method: 'PUT', body: JSON.stringify(encryptedPlan()) })).toMatchObject({
    status: 200,
  })
  clock.advance(day + 3_600_000)
  for (let restart = 0; restart < 3; restart += 1)
    expect(await shown()).toMatchObject({ provisioningState: 'Creating', aggregatedState: 'InProgress' })
  clock.advance(1000 * day)
  expect(await shown()).toMatchObject({ provisioningState: 'Succeeded', aggregatedState: 'Completed' })
  expect(azure.requests.filter(({ method, path }) => method === 'PUT' && versionPath.test(path))).toHaveLength(1)
  await azure.close()
  // for what follows the test
  await start()
})

it('F27: it is polled slowly: every quarter of a minute, by one call of Azure each time', async () => {
  expect(cloudOf(azureClouds.AzureCloud, ['t']).replicationPollMs).toBe(15_000)
  await create(asAda)
  const { length } = portal.azure.requests
  for (let look = 0; look < 5; look += 1) await read(asAda)
  expect(portal.azure.requests).toHaveLength(length + 5)
})

it('F29: a key that is taken away while the version replicates is told with its meaning, at its cell, with what mends it', async () => {
  await portal.close()
  const world = contoso({ now: startedAt })
  const key = `Unable to access key vault resource 'https://kv.vault.azure.net/keys/k/1' to enable encryption at rest. Please grant get, wrap and unwrap key permissions to disk encryption set '${set}'. Please visit https://aka.ms/keyvaultaccessssecmk for more information.`
  const detail = `Replication failed in this region due to '${key}'`
  await start({ ...world, replicationFailures: [{ id: setId(set), detail }] })
  await create(asAda, encryptedPlan(set))
  portal.clock.advance(day)
  expect((await read(asAda)).body).toMatchObject({
    provisioningState: 'Failed',
    targetRegions: [
      {
        replication: {
          state: 'Failed',
          decoded: {
            code: 'KeyAccessForbidden',
            path: ['targetRegions', 0, 'encryption', 'osDiskImage'],
            repair: { action: 'chooseAnotherSet' },
          },
        },
      },
    ],
  })
  expect(puts(portal)).toHaveLength(1)
  expect(portal.azure.world.store.get(versionId)).toBeDefined()
})
