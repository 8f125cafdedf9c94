import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { type EncryptionProof, encryptionProof, encryptionProofJsonSchema } from '@portal/code'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { create, setId, versionId } from '../../testing/faults.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const setName = 'WestUSDiskEncryptionSet1'
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(Object(encryptionProofJsonSchema()))
const claims = z.object({ oid: z.string(), tid: z.string() })
const hasJq = spawnSync('jq', ['--version']).status === 0

let portal: TestPortal
let asAda: SignedIn
beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

async function proofOf(user = asAda): Promise<EncryptionProof> {
  const { status, body } = await user.get('/api/image-version-proof', { id: versionId })
  expect(status, JSON.stringify(body)).toBe(200)
  expect(validate(body), JSON.stringify(validate.errors)).toBe(true)
  return z.parse(encryptionProof, body)
}

const keysIn = ({ predicate }: EncryptionProof) => predicate.regions.flatMap(({ disks }) => disks.map(({ key }) => key))
const keyUrl = () => JSON.stringify(portal.azure.world.store.get(setId(setName))).match(/https:[^"]*\/keys\/[^"]*/)?.[0]

const refused = (status: number, code: string) => ({ status, body: { error: { code, message: 'No.' } } })

it('names the set of each disk and the version of its key that Azure uses, who has read it, and when', async () => {
  await create(asAda)
  portal.clock.advance(3_600_000)
  const { predicate, ...statement } = await proofOf()
  expect(statement).toMatchObject({
    subject: [{ name: versionId }],
    predicateType: `${portal.url}/schemas/encryption-proof.v1.json`,
  })
  const encrypted = { requested: 'unknown', applied: setId(setName), key: keyUrl() }
  expect(predicate).toMatchObject({
    provisioningState: 'Succeeded',
    regions: [
      {
        name: 'westus',
        replication: 'Completed',
        disks: [
          { disk: 'os', ...encrypted },
          { disk: 0, ...encrypted },
        ],
      },
    ],
  })
  const { oid, tid } = z.parse(claims, JSON.parse(Buffer.from(asAda.token.split('.')[1] ?? '', 'base64url').toString()))
  expect(predicate.reader).toEqual({ tenantId: tid, objectId: oid })
  expect(Math.abs(Date.parse(predicate.readAt) - portal.clock.now())).toBeLessThan(5000)
  expect(predicate.requests).toHaveLength(2)
  for (const { requestId, correlationId } of predicate.requests)
    expect([requestId, correlationId]).not.toContain(undefined)
})

it.skipIf(!hasJq)('has the digest that jq makes of what Azure answers, whatever the progress', async () => {
  await create(asAda)
  const { predicate, subject } = await proofOf()
  const { body } = await asAda.get('/api/stored-image-version', { id: versionId })
  const { version } = z.parse(z.object({ version: z.unknown() }), body)
  const program = /'(.*)'$/.exec(predicate.digestOf.canonicalization)?.[1] ?? ''
  const { stdout } = spawnSync('jq', ['--compact-output', '--sort-keys', '--join-output', program], {
    input: JSON.stringify(version),
  })
  expect(subject[0].digest.sha256).toBe(hash('sha256', stdout))
  portal.clock.advance(30_000)
  expect((await proofOf()).subject).toEqual(subject)
})

it('reads set by set for somebody who may not list them, and keeps what stays hidden unknown', async () => {
  await create(asAda)
  portal.azure.faults.answer({ path: /\/diskEncryptionSets$/ }, refused(403, 'AuthorizationFailed'))
  expect(keysIn(await proofOf())).toEqual([keyUrl(), keyUrl()])
  for (const path of [/\/diskEncryptionSets$/, /\/diskEncryptionSets\/[^/]+$/])
    portal.azure.faults.answer({ path }, refused(403, 'AuthorizationFailed'))
  expect(keysIn(await proofOf())).toEqual(['unknown', 'unknown'])
})

it('is refused while Azure throttles a read, and never says unknown for that', async () => {
  await create(asAda)
  const throttled = { ...refused(429, 'TooManyRequests'), headers: { 'retry-after': '3600' } }
  portal.azure.faults.answer({ path: /\/diskEncryptionSets$/ }, throttled)
  const reply = await asAda.get('/api/image-version-proof', { id: versionId })
  expect(reply.problem()).toMatchObject({ status: 429, code: 'ThrottledByAzure' })
})

it('is not found by somebody who may not read the version', async () => {
  await create(asAda)
  const { status } = await (await portal.as('noor@contoso.example')).get('/api/image-version-proof', { id: versionId })
  expect([403, 404]).toContain(status)
})
