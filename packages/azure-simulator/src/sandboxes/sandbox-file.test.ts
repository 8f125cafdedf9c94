import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { manualClock } from '../clock/clock.ts'
import { startAzureSimulator, type AzureSimulator } from '../simulator.ts'
import { aBrowser, aSigningKey, textOf } from '../testing/azure.ts'
import { graphOf } from '../testing/graph.ts'
import { armWith, aSet, aVersion, aVisitor, computeOf } from '../testing/sandboxes.ts'

const start = '2026-11-24T09:00:00Z'
const signingKey = aSigningKey()

let folder: string
let said: string[]
let running: AzureSimulator[]
let now: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandboxes-'))
  running = []
  now = Date.now()
  said = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
})
afterEach(async () => {
  for (const simulator of running) await simulator.close()
  rmSync(folder, { recursive: true })
})

async function aSimulator({ file = join(folder, 'sandboxes.sqlite'), port = 0 } = {}): Promise<AzureSimulator> {
  const newClock = (startAt?: number) => manualClock(startAt === undefined ? start : new Date(startAt).toISOString())
  const simulator = await startAzureSimulator({
    port,
    sandboxes: { file, newClock },
    signingKey: await signingKey,
    entraNow: () => now,
  })
  running.push(simulator)
  return simulator
}

/** Its port is kept: it is part of the issuer of the tokens. */
async function restarted(simulator: AzureSimulator): Promise<AzureSimulator> {
  running = running.filter((other) => other !== simulator)
  await simulator.close()
  return aSimulator({ port: Number(new URL(simulator.url).port) })
}

describe('a sandbox that is kept in a file', () => {
  it('outlives the process: what was made, changed and deleted, what is under way, and who is signed in', async () => {
    const before = await aSimulator()
    const ada = await aVisitor(before)
    const [version, set] = [aVersion(before, '7.0.0'), aSet(before, 'MySet')]
    await ada.arm('PUT', version.path, version.body)
    await ada.arm('PUT', set.path, set.body)
    const taken = `${computeOf(before)}/snapshots/myDDSnapshot`
    expect((await ada.arm('DELETE', taken)).status).toBe(202)
    before.tenants.get(ada.tenantId)?.clock.advance(60_000)
    const path = `/subscriptions/${before.world.subscriptions[0]?.subscriptionId}/providers/Microsoft.Storage`
    expect((await ada.arm('POST', `${path}/unregister?api-version=2021-04-01`)).status).toBe(200)
    const registration = (await ada.arm('GET', `${path}?api-version=2021-04-01`)).body['registrationState']
    expect(registration).toBe('Unregistering')
    const granted = { principalId: 'c0470500-0000-4000-8000-00000000b003', role: 'Owner', scope: path } as const
    before.tenants.get(ada.tenantId)?.roleAssignments.push(granted)
    const register = { body: { displayName: 'Images' } }
    const registered = await (await graphOf({ ...before, tenantId: ada.tenantId }))('POST', 'applications', register)
    const seen = await ada.arm('GET', version.path)
    expect(seen.body).toMatchObject({ properties: { provisioningState: 'Creating' } })
    const world = (await ada.arm('GET', '/simulator/world')).body

    const after = await restarted(before)
    const again = armWith(after, ada.armToken)
    expect((await again('GET', '/simulator/world')).body).toEqual(world)
    expect((await again('GET', version.path)).body).toEqual(seen.body)
    expect((await again('GET', set.path)).status).toBe(200)
    expect(after.tenants.get(ada.tenantId)?.roleAssignments).toContainEqual(granted)
    const graph = await graphOf({ ...after, tenantId: ada.tenantId })
    expect((await graph('GET', `applications/${textOf(registered.body, 'id')}`)).body).toMatchObject(register.body)
    expect((await again('GET', taken)).status).toBe(404)
    expect((await again('GET', `${path}?api-version=2021-04-01`)).body['registrationState']).toBe(registration)
    expect(await again('POST', '/simulator/world/finish')).toMatchObject({ body: { underWay: 0 } })
    expect((await again('GET', version.path)).body).toMatchObject({ properties: { provisioningState: 'Succeeded' } })
  })

  it('is there for a process that was killed, but for at most a minute of Azure’s clock', async () => {
    const before = await aSimulator()
    const ada = await aVisitor(before)
    const version = aVersion(before, '7.0.0')
    await ada.arm('PUT', version.path, version.body)
    before.tenants.get(ada.tenantId)?.clock.advance(90_000)
    await ada.arm('GET', version.path)
    before.tenants.get(ada.tenantId)?.clock.advance(59_000)
    await ada.arm('GET', version.path)
    // Nothing closes the first: this reads what it had written by itself.
    const copy = join(folder, 'copy.sqlite')
    for (const suffix of ['', '-wal']) copyFileSync(join(folder, `sandboxes.sqlite${suffix}`), `${copy}${suffix}`)
    const other = await aSimulator({ file: copy })
    const tenant = other.tenants.get(ada.tenantId)
    expect(tenant?.store.get(version.path)).toBeDefined()
    expect(tenant?.clock.now()).toBe(Date.parse(start) + 90_000)
  })

  it('does not come back once it has ended', async () => {
    const before = await aSimulator()
    const ada = await aVisitor(before)
    now += 5 * 3_600_000
    expect(before.tenants.get(ada.tenantId)).toBeUndefined()
    const after = await restarted(before)
    expect(after.sandboxes?.values()).toEqual([])
  })
})

describe('a file that cannot be used', () => {
  it('is set aside, with a word about it, where it is broken', async () => {
    writeFileSync(
      join(folder, 'sandboxes.sqlite'),
      'This is no database, and it is long enough to be looked at. '.repeat(20),
    )
    const simulator = await aSimulator()
    await aVisitor(simulator)
    expect(said.join('')).toMatch(
      /Couldn't read .*sandboxes\.sqlite .*The file was renamed to .*\.broken-\d+, and the demo starts over/,
    )
    expect(readdirSync(folder).filter((name) => name.includes('broken'))).toHaveLength(1)
  })

  it.each(['[]', 'null', '{}', '"text"'])('is set aside where a resource in it is %s', async (resource) => {
    const before = await aSimulator()
    const ada = await aVisitor(before)
    running = []
    await before.close()
    const database = new DatabaseSync(join(folder, 'sandboxes.sqlite'))
    database.prepare('INSERT INTO resources (tenantId, id, resource) VALUES (?, ?, ?)').run(ada.tenantId, 'x', resource)
    database.close()
    await aSimulator()
    expect(said.join('')).toMatch(
      /Couldn't read .*\(a resource in it is none\)\. The file was renamed to .*\.broken-\d+/,
    )
  })

  it('is left to the process that has it open', async () => {
    const [first, second] = [await aSimulator(), await aSimulator()]
    expect(said.join('')).toContain("Couldn't write")
    for (const simulator of [first, second]) expect((await aVisitor(simulator)).tenantId).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('F43: lets the demonstration go on in memory where a write fails later, and says so once', async () => {
    const simulator = await aSimulator()
    const { arm } = await aVisitor(simulator, { browser: aBrowser(simulator) })
    expect(said).toEqual([])
    // SQLite's error for a full disk
    vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(() => {
      throw new Error('database or disk is full')
    })
    for (const name of ['7.0.0', '7.0.1']) {
      const version = aVersion(simulator, name)
      expect((await arm('PUT', version.path, version.body)).status).toBe(201)
      // the file is written after the answer
      await new Promise((resolve) => setImmediate(resolve))
      expect((await arm('GET', version.path)).status).toBe(200)
    }
    expect(said).toEqual([expect.stringContaining('The sandboxes of this demo end with this process')])
    vi.restoreAllMocks()
  })

  it('F43: lets the demonstration go on in memory where it cannot be written', async () => {
    mkdirSync(join(folder, 'sandboxes.sqlite'))
    const simulator = await aSimulator()
    const { arm } = await aVisitor(simulator, { browser: aBrowser(simulator) })
    expect(said.join('')).toContain('The sandboxes of this demo end with this process')
    expect((await arm('GET', '/subscriptions?api-version=2022-12-01')).status).toBe(200)
  })
})
