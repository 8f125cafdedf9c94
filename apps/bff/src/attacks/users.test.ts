import { decodeJwt } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { listen } from '../server/server.ts'
import { createLogger } from '../telemetry/log.ts'
import { answers, startScriptedArm, type ScriptedArm } from '../testing/arm.ts'
import { anArmToken, registration, startSignInService } from '../testing/auth.ts'
import { ask, noLimits, startTestPortal, type TestPortal } from '../testing/portal.ts'

// Nobody sees another's data: not through caches, not through concurrent requests, not by guessing IDs.

const users = Array.from({ length: 200 }, (_, index) => `user-${index}`)

const subscription = 'c0470500-0000-4000-8000-00000000a001'
const providers = `/subscriptions/${subscription}/resourceGroups/rg/providers`
const setId = `${providers}/Microsoft.Compute/diskEncryptionSets/set`
const vaultId = `${providers}/Microsoft.KeyVault/vaults/vault`
const keyUrl = 'https://vault.vault.azure.net/keys/key/1'

/** What that user's Azure returns at a path: the same IDs for all, and the user's name in every response. */
function azureOf(owner: string, path: string): object {
  const vault = {
    id: vaultId,
    name: owner,
    location: owner,
    properties: { tenantId: 't', sku: { name: 'standard' }, enableRbacAuthorization: true },
  }
  const role = {
    id: `${vaultId}/roles/${owner}`,
    properties: { principalId: owner, roleDefinitionId: `/roles/${owner}`, scope: vaultId },
  }
  const set = {
    id: setId,
    name: owner,
    location: 'westus',
    identity: { type: 'SystemAssigned', principalId: owner },
    properties: { activeKey: { keyUrl, sourceVault: { id: vaultId } } },
  }
  const gallery = {
    id: `${providers}/Microsoft.Compute/galleries/gallery`,
    name: owner,
    location: owner,
    properties: {},
  }
  if (path.endsWith('/subscriptions'))
    return { value: [{ subscriptionId: owner, displayName: owner, state: 'Enabled' }] }
  if (/diskEncryptionSets$/i.test(path)) return { value: [set] }
  if (/resourcegroups$/i.test(path))
    return { value: [{ id: providers.replace(/\/providers$/, ''), name: 'rg', location: owner }] }
  if (/galleries$/i.test(path)) return { value: [gallery] }
  if (/roleAssignments$/i.test(path)) return { value: [role] }
  if (/vaults\/vault$/i.test(path)) return vault
  return { properties: { attributes: { enabled: true } } }
}

/**
 * A user's requests: without an ID, with an ID that is the same for all, and for what the server caches for a minute.
 */
const questions = [
  { path: '/api/subscriptions' },
  { path: `/api/galleries?subscriptionId=${subscription}` },
  { path: '/api/disk-encryption-set-facts', body: { ids: [setId] } },
]

/** A portal whose Azure answers each user with the name of the ARM token's user. */
async function startMirror(step: (empty: Answer, owner: string) => Answer) {
  const service = await startSignInService()
  service.onToken = (form) => anArmToken(`arm-of-${String(decodeJwt(form.get('assertion') ?? '')['oid'])}`)
  const arm: ScriptedArm = await startScriptedArm()
  arm.script = [
    (response, { headers, url }) => {
      const owner = /^Bearer arm-of-(.+)$/.exec(headers.authorization ?? '')?.[1] ?? 'nobody'
      step(answers(200, azureOf(owner, new URL(url, arm.url).pathname)), owner)(response)
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
    /** the portal's response to one of a user's requests, or the code of a problem */
    async answerTo(index: number, turn: number): Promise<unknown> {
      const { path, body } = questions[turn % questions.length] ?? { path: '' }
      const origin = `http://127.0.0.1:${server.port}`
      const reply = await ask(`${origin}${path}`, {
        headers: { authorization: `Bearer ${tokens[index] ?? ''}`, 'content-type': 'application/json' },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
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

/**
 * Asks `rounds` times for every user, a hundred requests at a time, and returns the answers that are not the user's
 * own.
 */
async function crossings(
  answerTo: (index: number, turn: number) => Promise<unknown>,
  rounds: number,
): Promise<{ others: unknown[]; own: number[] }> {
  const others: unknown[] = []
  const own = questions.map(() => 0)
  let turn = 0
  const worker = async () => {
    for (let mine = turn++; mine < users.length * rounds; mine = turn++) {
      // 7919 is prime: neighbors in time are not neighbors in the list
      const index = (mine * 7919) % users.length
      const question = Math.floor(mine / users.length) % questions.length
      const answer = await answerTo(index, question)
      const isFailure = answer === 'AzureUnavailable' || answer === 'ThrottledByAzure'
      if (isFailure) continue
      const named = new Set(JSON.stringify(answer).match(/user-\d+/g))
      if (named.size === 1 && named.has(users[index] ?? '')) own[question] = (own[question] ?? 0) + 1
      else others.push({ user: users[index], answer })
    }
  }
  await Promise.all(Array.from({ length: 100 }, worker))
  return { others, own }
}

describe('two hundred users at once', () => {
  it('S16: see their own and nothing else, in what is kept for a minute too', { timeout: 120_000 }, async () => {
    await using mirror = await startMirror((own) => own)
    const { others, own } = await crossings((index, turn) => mirror.answerTo(index, turn), 15)
    expect(others).toEqual([])
    expect(own).toEqual(questions.map(() => users.length * 5))
  })

  it('S17: see their own or an error while Azure fails', { timeout: 60_000 }, async () => {
    let count = 0
    const failures: Answer[] = [
      (response) => void response.destroy(),
      answers(429, { error: { code: 'TooManyRequests', message: 'Later.' } }, { 'retry-after': '3600' }),
      answers(403, '<html>Blocked</html>'),
      answers(200, '{"value":'),
    ]
    await using mirror = await startMirror((own) => {
      count += 1
      return count % 5 === 0 ? (failures[(count / 5) % failures.length] ?? own) : own
    })
    const { others, own } = await crossings((index, turn) => mirror.answerTo(index, turn), 6)
    expect(others).toEqual([])
    // some of each were answered: otherwise nothing could have been mixed up
    for (const count of own) expect(count).toBeGreaterThan(users.length / 2)
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
      { id: `${group}/providers/Microsoft.Resources/deployments/disk-encryption-sets-${'0'.repeat(40)}` },
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
    const [asAda, asBen, asRita] = await Promise.all(
      ['ada', 'ben', 'rita'].map((name) => portal.as(`${name}@contoso.example`)),
    )
    const replies = [
      await asAda?.get('/api/image-version', { id: missing }),
      await asBen?.get('/api/image-version', { id: missing }),
      await asBen?.get('/api/image-version', { id: version }),
      await asRita?.send('DELETE', '/api/gallery-resources', { id: version }),
      await asRita?.send('PUT', '/api/image-versions', {}),
    ]
    expect(replies.map((reply) => reply?.status)).toEqual([404, 404, 404, 403, 400])
    for (const reply of replies) {
      // `decoded` is the meaning of Azure's words
      const { status, code, azure, decoded: _decoded, ...rest } = reply?.problem() ?? {}
      expect([status, code]).toSatisfy(
        ([is, what]) =>
          (is === 404 && what === 'NotFoundInAzure') ||
          (is === 403 && what === 'ForbiddenByAzure') ||
          (is === 400 && what === 'InvalidRequest'),
      )
      expect(Object.keys(rest).toSorted()).toEqual(['correlationId', 'title', 'type'])
      expect(['code', 'message']).toEqual(expect.arrayContaining(Object.keys(azure ?? {})))
    }
    // without permission to see the version, a user can't find out whether it exists
    const [, ofMissing, ofForeign] = replies.map((reply) => reply?.problem())
    expect(ofForeign?.azure?.code).toBe(ofMissing?.azure?.code)
    expect(ofForeign?.status).toBe(ofMissing?.status)
  })
})
