import { storedVersion } from '@portal/image-version'
import { noChange } from '@portal/version-update'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { create, encryptedPlan, imageDefinitionId, put, setId, versionId } from '../../testing/faults.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

// Who wrote what, as it reaches the log through the whole server.

let portal: TestPortal
let asAda: SignedIn
beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

const lines = () => portal.audit.map((line) => JSON.parse(line) as Record<string, unknown>)
const ended = () => lines().filter(({ event }) => event === 'write-ended')
const idOf = (name: string) => portal.azure.world.users.find(({ displayName }) => displayName.startsWith(name))?.id
const set = setId('WestUSDiskEncryptionSet1')

it('a write is two lines: who asked for what before Azure is asked, and what became of it', async () => {
  const reply = await create(asAda)
  const who = {
    correlationId: reply.headers.get('x-correlation-id'),
    tid: portal.azure.tenantId,
    oid: idOf('Ada'),
    method: 'PUT',
    route: '/api/image-versions',
    resource: expect.objectContaining({ imageDefinitionId, name: '2.0.0' }) as unknown,
    fields: expect.arrayContaining(['targetRegions', 'source.id']) as unknown,
    setsAsked: expect.objectContaining({ 'targetRegions.westus.encryption.osDiskImage': set }) as unknown,
  }
  const call = { method: 'PUT', status: 201, correlationId: reply.headers.get('x-correlation-id') }
  expect(lines()).toEqual([
    expect.objectContaining({ level: 'info', event: 'write-begun', ...who }),
    expect.objectContaining({
      level: 'info',
      event: 'write-ended',
      outcome: 'accepted',
      ...who,
      azure: [expect.objectContaining({ ...call, requestId: expect.any(String) as string })],
    }),
  ])
})

it('an update tells the sets that Azure had before, and the fields that were changed', async () => {
  const id = `${imageDefinitionId}/versions/1.1.0`
  const { body } = await asAda.get('/api/stored-image-version', { id })
  const { fingerprint } = z.parse(z.object({ version: storedVersion, fingerprint: z.string() }), {
    ...(body as object),
  })
  const change = { ...noChange(), replicaCount: 3 }
  expect((await asAda.send('PUT', '/api/image-version-updates', { id, change, fingerprint })).status).toBe(200)
  expect(ended()).toMatchObject([{ outcome: 'accepted', resource: { id }, setsAsked: {} }])
  const [{ fields, setsBefore } = {}] = ended()
  expect(fields).toEqual(['id', 'change.replicaCount', 'fingerprint'])
  expect(Object.values(setsBefore as object)).toContain(setId('EastUS2DiskEncryptionSet1'))
})

describe('the outcome', () => {
  it.each([
    ['refused', { status: 400, body: { error: { code: 'InvalidParameter', message: 'No.' } } }, 'RefusedByAzure'],
    ['unknown', { status: 500, body: {} }, 'AzureUnavailable'],
  ])('is %s where Azure says so', async (outcome, answer, problem) => {
    portal.azure.faults.answer(put, answer)
    await create(asAda)
    expect(ended()).toMatchObject([{ outcome, problem, azure: [{ method: 'PUT', status: answer.status }] }])
  })

  it('is refused where the rules refuse, and Azure received nothing', async () => {
    await create(asAda, { ...encryptedPlan(), name: 'none' })
    expect(ended()).toMatchObject([{ outcome: 'refused', problem: 'PlanRejected', azure: [] }])
  })

  it('is told although the browser has gone meanwhile', async () => {
    const held = portal.azure.faults.holdAnswer(put)
    const gone = new AbortController()
    const reply = fetch(`${portal.url}/api/image-versions`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${asAda.token}`,
        'content-type': 'application/json',
        origin: portal.url,
      },
      body: JSON.stringify(encryptedPlan()),
      signal: gone.signal,
    }).catch(() => 'gone')
    await held.arrived
    gone.abort()
    await reply
    held.release()
    await expect.poll(ended).toMatchObject([{ outcome: 'accepted', resource: { name: '2.0.0' } }])
    expect(portal.azure.world.store.get(versionId)).toBeDefined()
  })
})

it('reads, and questions that are asked with POST, are no writes', async () => {
  await asAda.get('/api/subscriptions')
  await asAda.send('POST', '/api/disk-encryption-set-facts', { ids: [set] })
  expect(lines()).toEqual([])
})

it('every other endpoint that writes has its lines too', async () => {
  await asAda.send('DELETE', '/api/gallery-resources', { id: `${imageDefinitionId}/versions/1.0.0` })
  await asAda.send('POST', '/api/disk-encryption-set-key-changes', {
    id: set,
    change: { rotationToLatestKeyVersionEnabled: true },
  })
  expect(ended()).toMatchObject([
    { method: 'DELETE', resource: { id: `${imageDefinitionId}/versions/1.0.0` } },
    { route: '/api/disk-encryption-set-key-changes', resource: { id: set } },
  ])
})
