import { contoso } from '@portal/azure-simulator'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing.ts'
import { create, encryptedPlan, puts, read, setId, versionId, versionPath } from './testing.ts'

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

it('F27: a replication of more than a day is shown as under way, by whichever process is asked', async () => {
  await portal.close()
  const world = contoso({ now: startedAt })
  await start({ ...world, slowRegions: { westus: 1000 } })
  await create(asAda)
  portal.clock.advance(day + 3_600_000)
  expect((await read(asAda)).body).toMatchObject({ provisioningState: 'Creating', aggregatedState: 'InProgress' })
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
