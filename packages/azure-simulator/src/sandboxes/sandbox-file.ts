import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { deserialize, serialize } from 'node:v8'
import { isSystemClock } from '../clock/clock.ts'
import type { StoredSignIns } from '../entra/sign-in/stored-sign-ins.ts'
import { isJsonObject } from '../json.ts'
import { resourceFrom } from '../store/base-resources.ts'
import type { StoredResource } from '../store/stored-resource.ts'
import { stateOf, type StoredTenant, type Tenant } from '../world.ts'
import type { Sandbox } from './sandbox.ts'

/** A sandbox as it was written. */
export interface StoredSandbox extends StoredTenant {
  /** the users signed in there */
  signIns?: StoredSignIns
  tenantId: string
  startedAt: number
  clock: { now: number; rate: number | undefined }
}

/**
 * The file in which sandboxes outlive the process. Writes are grouped in one transaction per turn of the event loop.
 */
export interface SandboxFile {
  /** its own */
  restore(): StoredSandbox[]
  /** writes its changes, once the request is done */
  saveSoon(sandbox: Sandbox): void
  remove(tenantId: string): void
  /** discards what was created in it, at once */
  empty(tenantId: string): void
  /** writes the current sandboxes, and closes the file */
  close(living: Iterable<Sandbox>): void
}

/** Additional data of the sandboxes. */
interface Beside {
  /** the users signed in there */
  signInsOf(tenant: Tenant): StoredSignIns
  /** this sandbox is being written */
  onWork(tenantId: string): void
}

// Of Azure's clock: how far the time of a sandbox can go back if the process is killed.
const clockTolerance = 60_000
const version = 1
const schema = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS sandboxes (
    tenantId TEXT PRIMARY KEY, startedAt REAL NOT NULL, clockNow REAL NOT NULL, clockRate REAL, rest BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS resources (
    tenantId TEXT NOT NULL, id TEXT NOT NULL, resource TEXT, PRIMARY KEY (tenantId, id)
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${version};`

/**
 * Opens `path`, created if it does not exist. An invalid file, or one of another version, is renamed and set aside.
 * Returns undefined, and prints the reason to stderr, if nothing can be stored: the sandboxes are then in memory only.
 */
export function openSandboxFile(path: string, beside: Beside): SandboxFile | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true })
    return sandboxFile(open(path), beside)
  } catch (error) {
    if (!isBroken(error)) return notSaved(path, error)
    const aside = `${path}.broken-${Date.now()}`
    say(`Couldn't read ${path} (${reasonOf(error)}). The file was renamed to ${aside}, and the demo starts over.`)
    renameSync(path, aside)
    if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`)
    return sandboxFile(open(path), beside)
  }
}

function open(path: string): DatabaseSync {
  const database = new DatabaseSync(path)
  try {
    const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
    if (found !== 0 && found !== version) throw new BrokenFile(`it is of version ${found}, not ${version}`)
    database.exec(schema)
    // Data that can't be restored unchanged is found now, and not in the middle of a demo.
    readAll(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function sandboxFile(database: DatabaseSync, { signInsOf, onWork }: Beside): SandboxFile {
  const writeSandbox = database.prepare(
    'INSERT OR REPLACE INTO sandboxes (tenantId, startedAt, clockNow, clockRate, rest) VALUES (?, ?, ?, ?, ?)',
  )
  const writeResource = database.prepare('INSERT OR REPLACE INTO resources (tenantId, id, resource) VALUES (?, ?, ?)')
  const forgetResource = database.prepare('DELETE FROM resources WHERE tenantId = ? AND id = ?')
  const deletions = ['sandboxes', 'resources'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE tenantId = ?`),
  )
  const waiting = new Set<Sandbox>()
  const removed = new Set<string>()
  const written = new Map<string, { rest: Buffer; clockNow: number }>()
  let scheduled: NodeJS.Immediate | undefined
  let failed = false

  const save = ({ tenant, startedAt }: Sandbox, tolerance: number) => {
    const { tenantId, clock, createdAt, store } = tenant
    const [last, clockNow] = [written.get(tenantId), clock.now()]
    const rate = isSystemClock(clock) ? clock.rate : null
    onWork(tenantId)
    const rest = serialize({ createdAt, state: stateOf(tenant), signIns: signInsOf(tenant), rate })
    const changes = store.takeChanges()
    if (last && last.rest.equals(rest) && changes.size === 0 && clockNow - last.clockNow < tolerance) return
    writeSandbox.run(tenantId, startedAt, clockNow, rate, rest)
    written.set(tenantId, { rest, clockNow })
    for (const [id, resource] of changes) {
      if (resource === undefined) forgetResource.run(tenantId, id)
      else writeResource.run(tenantId, id, resource && JSON.stringify(resource))
    }
  }
  const flush = (tolerance: number) => {
    scheduled = undefined
    if (failed) return
    try {
      database.exec('BEGIN')
      for (const sandbox of waiting) if (!removed.has(sandbox.tenant.tenantId)) save(sandbox, tolerance)
      for (const tenantId of removed) for (const deletion of deletions) deletion.run(tenantId)
      database.exec('COMMIT')
    } catch (error) {
      failed = true
      notSaved('the sandbox file', error)
    }
    waiting.clear()
    removed.clear()
  }
  const flushSoon = () => {
    scheduled ??= setImmediate(flush, clockTolerance)
  }

  return {
    restore: () => readAll(database),
    saveSoon(sandbox) {
      waiting.add(sandbox)
      flushSoon()
    },
    remove(tenantId) {
      removed.add(tenantId)
      written.delete(tenantId)
      flushSoon()
    },
    empty(tenantId) {
      for (const deletion of deletions) deletion.run(tenantId)
    },
    close(living) {
      clearImmediate(scheduled)
      for (const sandbox of living) waiting.add(sandbox)
      flush(0)
      database.close()
    },
  }
}

function readAll(database: DatabaseSync): StoredSandbox[] {
  const resourcesOf = database.prepare('SELECT id, resource FROM resources WHERE tenantId = ?')
  return database
    .prepare('SELECT * FROM sandboxes')
    .all()
    .map(({ tenantId, startedAt, clockNow, clockRate, rest }) => {
      if (typeof tenantId !== 'string' || !(rest instanceof Uint8Array)) throw new BrokenFile('a row is no sandbox')
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this file writes it, untyped
      const { createdAt, state, signIns } = deserialize(rest) as Pick<StoredSandbox, 'createdAt' | 'state' | 'signIns'>
      const resources = resourcesOf
        .all(tenantId)
        .map(
          ({ id, resource }) => [String(id), typeof resource === 'string' ? resourceFromJson(resource) : null] as const,
        )
      return {
        tenantId,
        startedAt: Number(startedAt),
        clock: { now: Number(clockNow), rate: typeof clockRate === 'number' ? clockRate : undefined },
        createdAt,
        state,
        ...(signIns && { signIns }),
        resources: new Map(resources),
      }
    })
}

function resourceFromJson(json: string): StoredResource {
  const resource = resourceFrom(json)
  const read: unknown = resource
  if (isJsonObject(read) && typeof read['id'] === 'string' && typeof read['type'] === 'string') return resource
  throw new BrokenFile('a resource in it is none')
}

class BrokenFile extends Error {}

// https://sqlite.org/rescode.html: CORRUPT and NOTADB; any other failure (BUSY, READONLY, FULL …) does not mean that
// the file is broken.
function isBroken(error: unknown): boolean {
  if (error instanceof BrokenFile || error instanceof SyntaxError) return true
  return error instanceof Error && 'errcode' in error && (error.errcode === 11 || error.errcode === 26)
}

function notSaved(what: string, error: unknown): undefined {
  say(`Couldn't write ${what} (${reasonOf(error)}). The sandboxes of this demo end with this process.`)
  return undefined
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
