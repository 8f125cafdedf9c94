import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { manualClock } from '../clock/clock.ts'
import { isJsonObject, textAt, type Json, type JsonObject } from '../json.ts'
import { startAzureSimulator } from '../simulator.ts'
import { aSigningKey } from '../testing/azure.ts'
import { aSet, aVersion, aVisitor, computeOf } from '../testing/sandboxes.ts'
import { frozenWorld, tenantFrom } from '../world.ts'
import { contoso } from '../worlds/contoso.ts'
import { resourceFault } from './resource-fault.ts'
import { SavedWorldRefused } from './saved-world-refused.ts'
import { openSavedWorld, savedWorldOf } from './saved-world.ts'

const saved = '/simulator/world/saved'
const signingKey = aSigningKey()

async function twoSandboxes() {
  const simulator = await startAzureSimulator({ sandboxes: {}, signingKey: await signingKey })
  const [ada, other] = [await aVisitor(simulator), await aVisitor(simulator)]
  const clock = simulator.tenants.get(ada.tenantId)?.clock
  return { simulator, ada, other, clock, [Symbol.asyncDispose]: () => simulator.close() }
}

/** What somebody sees of their Azure, without its time. */
async function seenBy({ arm }: { arm: (method: 'GET', path: string) => Promise<{ body: Json }> }, path: string) {
  return (await arm('GET', path)).body
}

describe('a saved world', () => {
  it('is gone back to: resources, what replicates, permissions and the time', async () => {
    await using started = await twoSandboxes()
    const { simulator, ada, clock } = started
    const version = aVersion(simulator, '7.0.0')
    await ada.arm('PUT', version.path, version.body)
    clock?.advance(60_000)
    const before = await seenBy(ada, version.path)
    const { status, body: file } = await ada.arm('GET', saved)
    expect(status).toBe(200)

    await ada.arm('POST', '/simulator/world/finish')
    await ada.arm('DELETE', `${computeOf(simulator)}/diskEncryptionSets/WestUSDiskEncryptionSet2`)
    const made = aSet(simulator, 'made-later')
    await ada.arm('PUT', made.path, made.body)
    expect(await ada.arm('PUT', saved, file)).toMatchObject({ status: 200, body: { underWay: 1 } })

    expect((await ada.arm('GET', made.path)).status).toBe(404)
    expect((await ada.arm('GET', `${computeOf(simulator)}/diskEncryptionSets/WestUSDiskEncryptionSet2`)).status).toBe(
      200,
    )
    expect(await seenBy(ada, version.path)).toEqual(before)
    expect(textAt(before, 'properties', 'provisioningState')).toBe('Creating')
    await ada.arm('POST', '/simulator/world/finish')
    expect(textAt(await seenBy(ada, version.path), 'properties', 'provisioningState')).toBe('Succeeded')
  })

  it('of November 2026 is opened: its files never change', async () => {
    await using started = await twoSandboxes()
    const { simulator, ada } = started
    const file: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'older-files/saved-world.v1.json'), 'utf8'))
    if (!isJsonObject(file)) throw new Error('the file is no object')
    expect(await ada.arm('PUT', saved, file)).toMatchObject({ status: 200 })
    expect((await ada.arm('GET', aSet(simulator, 'made-in-november').path)).status).toBe(200)
    expect((await ada.arm('GET', aVersion(simulator, '7.0.0').path)).status).toBe(200)
  })

  it('is opened by somebody else, and gives away no sandbox', async () => {
    await using started = await twoSandboxes()
    const { simulator, ada, other } = started
    const vault = `/subscriptions/${simulator.world.subscriptions[0]?.subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.KeyVault/vaults/kv-contoso-wus`
    await ada.arm('PATCH', vault, { tags: { owner: 'Ada' } })
    const { body: file } = await ada.arm('GET', saved)
    expect(JSON.stringify(file)).not.toContain(ada.tenantId)
    expect(await other.arm('PUT', saved, file)).toMatchObject({ status: 200, body: { tenantId: other.tenantId } })
    const opened = await seenBy(other, vault)
    expect(textAt(opened, 'tags', 'owner')).toBe('Ada')
    expect(textAt(opened, 'properties', 'tenantId')).toBe(other.tenantId)
  })

  it('keeps no password of a deployment that is running', async () => {
    await using started = await twoSandboxes()
    const { simulator, ada } = started
    const group = `/subscriptions/${simulator.world.subscriptions[0]?.subscriptionId}/resourceGroups/myResourceGroup`
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      parameters: { password: { type: 'securestring' }, name: { type: 'string' } },
      resources: [
        {
          type: 'Microsoft.Network/virtualNetworks',
          apiVersion: '2024-05-01',
          name: "[parameters('name')]",
          location: 'westus',
          properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } },
        },
      ],
    }
    const parameters = { password: { value: 'Pa55-of-nobody' }, name: { value: 'net' } }
    const deployment = { properties: { mode: 'Incremental', template, parameters } }
    const path = `${group}/providers/Microsoft.Resources/deployments/saving`
    expect((await ada.arm('PUT', path, deployment)).status).toBe(201)
    const { body: file } = await ada.arm('GET', saved)
    expect(JSON.stringify(file)).toContain('deployments/saving')
    expect(JSON.stringify(file)).not.toContain('Pa55-of-nobody')
    expect((await ada.arm('PUT', saved, file)).status).toBe(200)
    await ada.arm('POST', '/simulator/world/finish')
    expect(textAt(await seenBy(ada, path), 'properties', 'provisioningState')).toBe('Succeeded')
  })

  it('D20: keeps no default of a secure parameter, of a template or of one inside it, and goes on', async () => {
    await using started = await twoSandboxes()
    const { simulator, ada } = started
    const group = `/subscriptions/${simulator.world.subscriptions[0]?.subscriptionId}/resourceGroups/myResourceGroup`
    const secure = {
      text: { type: 'securestring', defaultValue: 'Pa55-in-a-default' },
      object: { type: 'SecureObject', defaultValue: { of: 'Pa55-in-an-object' } },
    }
    const templateOf = (parameters: JsonObject, resources: JsonObject[]): JsonObject => ({
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      parameters,
      resources,
    })
    const network = {
      type: 'Microsoft.Network/virtualNetworks',
      apiVersion: '2024-05-01',
      name: "[concat('net', length(parameters('text')), length(parameters('object')))]",
      location: 'westus',
      properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } },
    }
    const given = { ...secure, given: { type: 'secureString' } }
    const inner = (name: string, properties: JsonObject): JsonObject => ({
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2025-04-01',
      name,
      dependsOn: name === 'inner-first' ? [] : ['inner-first'],
      properties: {
        mode: 'Incremental',
        expressionEvaluationOptions: { scope: 'inner' },
        parameters: { given: { value: 'Pa55-to-an-inner-one' } },
        ...properties,
      },
    })
    const innermost = inner('innermost', { template: templateOf(given, []) })
    const template = templateOf(secure, [
      inner('inner-first', { template: templateOf(given, [network]) }),
      inner('inner-later', { template: templateOf(given, [{ ...innermost, dependsOn: [] }]) }),
    ])
    const path = `${group}/providers/Microsoft.Resources/deployments/saving`
    const put = await ada.arm('PUT', path, { properties: { mode: 'Incremental', template } })
    expect([put.status, put.body]).toEqual([201, expect.anything()])
    const savedNow = async () => {
      const { body: file } = await ada.arm('GET', saved)
      const text = JSON.stringify(file)
      expect(text).toContain('deployments/saving')
      expect(text.match(/Pa55[\w-]*/g)).toBeNull()
      return file
    }
    expect((await ada.arm('PUT', saved, await savedNow())).status).toBe(200)
    await ada.arm('POST', '/simulator/world/finish')
    expect(textAt(await seenBy(ada, path), 'properties', 'provisioningState')).toBe('Succeeded')
    await savedNow()
  })

  it('may contain every resource that the world begins with', async () => {
    await using started = await twoSandboxes()
    const { world } = started.simulator
    const subscriptions = new Set(world.subscriptions.map(({ subscriptionId }) => subscriptionId))
    for (const resource of world.store.snapshot())
      expect([resource.id, resourceFault(resource, subscriptions)]).toEqual([resource.id, undefined])
  })
})

describe('a file that is no saved world', () => {
  it('D09: is refused with words, two hundred of them, and nothing has changed, here or for others', async () => {
    await using started = await twoSandboxes()
    const { simulator, ada, other } = started
    const version = aVersion(simulator, '7.0.0')
    await ada.arm('PUT', version.path, version.body)
    await ada.arm('POST', '/simulator/world/finish')
    const { body: file } = await ada.arm('GET', saved)
    const kept = withoutTime(file)
    const ofOther = withoutTime((await other.arm('GET', saved)).body)
    const hostile = hostileFiles(file, other.tenantId)
    expect(hostile.length).toBeGreaterThanOrEqual(200)
    for (const [what, each] of hostile) {
      const answer = await ada.arm('PUT', saved, each as JsonObject)
      expect([what, answer.status]).toEqual([what, 400])
      expect(textAt(answer.body, 'error', 'message'), what).toMatch(/\S/)
    }
    expect(withoutTime((await ada.arm('GET', saved)).body)).toEqual(kept)
    expect(withoutTime((await other.arm('GET', saved)).body)).toEqual(ofOther)
  }, 120_000)
})

it('D09: a file on which Azure fails leaves nothing of itself', () => {
  const world = contoso()
  const frozen = frozenWorld(world, new Map())
  const at = (time: string) => tenantFrom(frozen, { clock: manualClock(time), tenantId: world.tenantId })
  const [of, tenant] = [at('2026-11-20T10:00:00Z'), at('2026-11-24T10:00:00Z')]
  const [{ id } = { id: '' }] = of.store.snapshot()
  of.store.remove(id)
  const before = savedWorldOf(tenant, frozen)
  const settle = () => {
    expect(tenant.store.get(id)).toBeUndefined()
    throw new TypeError('nobody expected this')
  }
  expect(() => openSavedWorld({ tenant, frozen, settle }, savedWorldOf(of, frozen))).toThrow(SavedWorldRefused)
  expect(savedWorldOf(tenant, frozen)).toEqual(before)
})

function withoutTime(file: JsonObject) {
  const { clock: _, ...rest } = file
  return rest
}

// Each path of the file with each of some values that don't belong there, and some files as a whole.
function hostileFiles(file: JsonObject, otherTenantId: string): [string, unknown][] {
  const odd: unknown[] = [undefined, null, -1, 1e300, 'x'.repeat(5000), {}, [[]], { toString: 'x' }]
  const [resource] = file['resources'] as JsonObject[]
  const ofResource = (change: object) => ({ ...file, resources: [{ ...resource, ...change }] })
  const wholes: [string, unknown][] = [
    ['another world', { ...file, of: otherTenantId }],
    ['another format', { ...file, format: 'plan' }],
    ['a newer version', { ...file, version: 2 }],
    ['more than it has', { ...file, more: true }],
    ['a time before the calendar', { ...file, clock: { now: -1, rate: 15 } }],
    ['a clock that runs too fast', { ...file, clock: { now: 1.8e12, rate: 1e9 } }],
    ['a removed resource that never was', { ...file, removed: ['/subscriptions/x'] }],
    ['the same resource twice', { ...file, resources: [resource, resource] }],
    ['a role that is none', { ...file, roleAssignments: [{ principalId: 'x', role: 'God', scope: '/' }] }],
    ['nested too deeply', ofResource({ properties: { nested: nested(2000) } })],
    ['too many', { ...file, removed: Array.from({ length: 6000 }, () => 'x') }],
    ['too many resources', { ...file, resources: many(resource, 2001) }],
    ['a resource that is too large', ofResource({ properties: { text: 'x'.repeat(1_500_000) } })],
    ...[
      '/',
      '..',
      '/subscriptions/../x',
      `/subscriptions/${otherTenantId}/resourceGroups/x`,
      '%2e%2e',
      'https://x/',
    ].map((id): [string, unknown] => [`a resource at ${id}`, ofResource({ id })]),
    ['a resource of another name', ofResource({ name: 'other' })],
    ['a resource of another type', ofResource({ type: 'Microsoft.Compute/disks' })],
    [
      'a version whose regions have no name',
      ofResource({ properties: { publishingProfile: { targetRegions: [{}] } } }),
    ],
  ]
  const paths = [
    ...Object.keys(file).map((key) => [key]),
    ...['id', 'type', 'name', 'location', 'properties'].map((key) => ['resources', '0', key]),
    ...['now', 'rate'].map((key) => ['clock', key]),
    ...['principalId', 'role', 'scope'].map((key) => ['roleAssignments', '0', key]),
    ...['at', 'targetId', 'targetType', 'changeType', 'by', 'changes'].map((key) => ['changes', '0', key]),
    ...['id', 'family', 'subscriptionId', 'startedAt', 'endsAt'].map((key) => ['operations', '0', key]),
  ]
  const parts = paths.flatMap((path) =>
    odd.map((value, index): [string, unknown] => [
      `${path.join('.')} is odd value ${index}`,
      withValue(file, path, value),
    ]),
  )
  return [...wholes, ...parts.filter(([what]) => !allowed.has(what))]
}

// What is a saved world after all.
const allowed = new Set([
  // the clock of a manual world
  'clock.rate is odd value 1',
  // older files have none
  'firstLatest is odd value 0',
  // an empty object, or one of texts
  'resources.0.properties is odd value 5',
  'resources.0.properties is odd value 7',
  'changes.0.changes is odd value 5',
])

const nested = (levels: number) => {
  let value: Json = 1
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}

const many = (resource: JsonObject | undefined, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...resource,
    id: `${textAt(resource, 'id')}${index}`,
    name: `${textAt(resource, 'name')}${index}`,
  }))

function withValue(file: JsonObject, [head = '', ...rest]: string[], value: unknown): unknown {
  const inner = file[head]
  const next =
    rest.length === 0
      ? value
      : Array.isArray(inner)
        ? replacedFirst(inner, rest.slice(1), value)
        : withValue(isJsonObject(inner) ? inner : {}, rest, value)
  return { ...file, [head]: next as Json }
}

const replacedFirst = ([first, ...others]: Json[], path: string[], value: unknown) => [
  withValue(isJsonObject(first) ? first : {}, path, value),
  ...others,
]
