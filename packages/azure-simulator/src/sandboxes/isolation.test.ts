import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manualClock } from '../clock/clock.ts'
import { objectsAt, textAt } from '../json.ts'
import { startAzureSimulator, type AzureSimulator } from '../simulator.ts'
import { aBrowser, aSigningKey, authorizeRequest, type Answer } from '../testing/azure.ts'
import { aSet, aVersion, aVisitor, computeOf, type Visitor } from '../testing/sandboxes.ts'

// The maximum of a demo, all of them busy at the same time.
const count = 200
const megabyte = 1024 ** 2
const hour = 3_600_000

let simulator: AzureSimulator
let now: number
let visitors: Visitor[]
let before: number

beforeAll(async () => {
  now = Date.now()
  simulator = await startAzureSimulator({
    signingKey: await aSigningKey(),
    sandboxes: { newClock: () => manualClock('2026-11-24T09:00:00Z') },
    entraNow: () => now,
  })
  await everyStep(await aVisitor(simulator))
  simulator.requests.length = 0
  before = heapAfterCollection()
  visitors = []
  for (let number = 1; number < count; number++) visitors.push(await aVisitor(simulator))
}, 60_000)
afterAll(() => simulator.close())

/** The expected content of one sandbox: the colors of its sets. */
interface Model {
  visitor: Visitor
  sets: Map<string, string>
}

type Step =
  | { kind: 'put a set'; name: string; colour: string }
  | { kind: 'delete a set'; name: string }
  | { kind: 'put a version'; name: string }
  | { kind: 'list the sets' }
  | { kind: 'reset' }

const set = fc.constantFrom('setOne', 'setTwo', 'setThree')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('put a set'), name: set, colour: fc.constantFrom('red', 'green') }),
  fc.record({ kind: fc.constant('delete a set'), name: set }),
  fc.record({ kind: fc.constant('put a version'), name: fc.constantFrom('8.0.0', '8.0.1') }),
  fc.record({ kind: fc.constant('list the sets') }),
  fc.record({ kind: fc.constant('reset') }),
)

/** Makes a step in one sandbox, and compares its responses with the model. */
async function take(made: Step, { visitor, sets }: Model): Promise<void> {
  const { arm, tenantId } = visitor
  switch (made.kind) {
    case 'put a set': {
      const { path, body } = aSet(simulator, made.name)
      const tags = { sandbox: tenantId, colour: made.colour }
      assertOwn(tenantId, await arm('PUT', path, { ...body, tags }))
      clockOf(visitor).advance(hour)
      sets.set(made.name, made.colour)
      return
    }
    case 'delete a set': {
      const { status } = await arm('DELETE', aSet(simulator, made.name).path)
      assertEqual(status, sets.has(made.name) ? 202 : 204)
      clockOf(visitor).advance(hour)
      sets.delete(made.name)
      return
    }
    case 'put a version': {
      const { path, body } = aVersion(simulator, made.name)
      await arm('PUT', path, { ...body, tags: { sandbox: tenantId } })
      assertOwn(tenantId, await arm('GET', path))
      return
    }
    case 'list the sets': {
      const answer = await arm('GET', `${computeOf(simulator)}/diskEncryptionSets`)
      assertOwn(tenantId, answer)
      const own = objectsAt(answer.body, 'value').filter((found) => textAt(found, 'tags', 'sandbox') !== undefined)
      assertEqual(new Map(own.map((found) => [textAt(found, 'name'), textAt(found, 'tags', 'colour')])), sets)
      return
    }
    case 'reset': {
      assertOwn(tenantId, await arm('POST', '/simulator/world/reset'))
      sets.clear()
    }
  }
}

/** What is loaded and kept once, however many sandboxes there are, is there after this. */
async function everyStep(visitor: Visitor): Promise<void> {
  const model: Model = { visitor, sets: new Map() }
  await take({ kind: 'put a set', name: 'setOne', colour: 'red' }, model)
  await take({ kind: 'put a version', name: '8.0.0' }, model)
  await take({ kind: 'list the sets' }, model)
  await take({ kind: 'delete a set', name: 'setOne' }, model)
  await take({ kind: 'reset' }, model)
}

function assertEqual(found: unknown, expected: unknown): void {
  expect(found).toEqual(expected)
}

/** Every name of a sandbox or a tenant is this one's: anything else would be a leak. */
function assertOwn(tenantId: string, { status, body }: Answer): void {
  expect(status).toBeLessThan(300)
  const named = JSON.stringify(body).match(/(?<="(?:sandbox|tenantId)":")[^"]+/g) ?? []
  expect(named.filter((other) => other !== tenantId)).toEqual([])
}

function clockOf({ tenantId }: Visitor) {
  const clock = simulator.tenants.get(tenantId)?.clock
  if (clock === undefined) throw new Error(`The sandbox ${tenantId} is gone`)
  return clock
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  for (let times = 0; times < 2; times++) runInNewContext('gc()')
  return process.memoryUsage().heapUsed
}

describe('two hundred sandboxes at work at once', () => {
  it('never show one what is of another, and do not take the memory they may', async () => {
    const steps = fc.array(step, { minLength: 4, maxLength: 12 })
    const forAll = fc.array(steps, { minLength: visitors.length, maxLength: visitors.length })
    const run = async (all: Step[][]) => {
      const drive = async (visitor: Visitor, index: number) => {
        const model: Model = { visitor, sets: new Map() }
        for (const next of all[index] ?? []) await take(next, model)
      }
      await Promise.all(visitors.map(drive))
    }
    // Once: a run's leftovers would disturb the next.
    await fc.assert(fc.asyncProperty(forAll, run), { numRuns: 1, endOnFailure: true })
    expect(simulator.sandboxes?.values()).toHaveLength(count)
    expect(heapAfterCollection() - before).toBeLessThan(512 * megabyte)
  }, 60_000)

  it('give their memory back when they end', async () => {
    simulator.requests.length = 0
    const full = heapAfterCollection()
    // An operation in progress would keep its sandbox alive.
    for (const visitor of visitors) clockOf(visitor).advance(hour)
    const tenants = visitors.map(({ tenantId }) => new WeakRef(simulator.tenants.get(tenantId) ?? {}))
    visitors = []
    now += 5 * hour
    await aBrowser(simulator).open(authorizeRequest(simulator).url)
    expect(simulator.sandboxes?.values()).toHaveLength(1)
    const isHeld = (tenant: WeakRef<object>) => tenant.deref() !== undefined
    // A connection that is just closing may still hold the last request of a visitor.
    for (let turn = 0; turn < 20 && tenants.some(isHeld); turn++) {
      heapAfterCollection()
      await setImmediate()
    }
    const after = heapAfterCollection()
    expect(tenants.filter(isHeld)).toEqual([])
    expect(after).toBeLessThan(full)
    expect(after - before).toBeLessThan(8 * megabyte)
  })
})
