import { randomBytes } from 'node:crypto'
import { isSystemClock, isUsualRate, systemClock, type Clock } from '../clock/clock.ts'
import type { SignIns } from '../entra/sign-in/sign-ins.ts'
import { storedSignIns, restoreSignIns } from '../entra/sign-in/stored-sign-ins.ts'
import { tenantFrom, type FrozenWorld, type Tenant } from '../world.ts'
import { openSandboxFile, type StoredSandbox } from './sandbox-file.ts'
import { bytesPerCharacter, defaultSandboxLimits, type SandboxLimits } from './sandbox-limits.ts'
import { SandboxRefused } from './sandbox-refused.ts'
import { type Sandbox, isBusy } from './sandbox.ts'

export interface SandboxOptions {
  /** where they are stored over a restart; by default nowhere */
  file?: string
  /** in the place of the usual ones */
  limits?: Partial<SandboxLimits>
  /**
   * Azure's time in a new sandbox, or in an earlier one whose time had come to `startAt`; by default 15 times as fast
   * as real time
   */
  newClock?: (startAt?: number) => Clock
  /** IDs of those that blocked the last process: they start again from the beginning, and wait for a reset */
  culprits?: string[]
  /** called at the beginning of whatever is done in a sandbox */
  onWork?: (tenantId: string) => void
}

/** Separate tenants for the browsers that arrive: each starts with the same world, and none sees another. */
export interface Sandboxes {
  /** the living one with that tenant ID, marked as used by this; undefined if there is none, or it has ended */
  get(tenantId: string): Tenant | undefined
  values(): Tenant[]
  /** A new one, for a browser at `address`. Throws `SandboxRefused`. */
  start(address: string | undefined): Tenant
  /** writes pending changes, and closes the file */
  close(): void
}

interface Dependencies {
  world: FrozenWorld
  /** as their worlds are: nobody can sign in to them */
  others: () => readonly Tenant[]
  /** real time in milliseconds */
  now: () => number
  signIns: SignIns
}

// A version needs about seven minutes of Azure's time: half a minute of the viewer's.
const usualClock = (startAt?: number) => systemClock({ rate: 15, ...(startAt !== undefined && { startAt }) })
const sweepEvery = 60_000
// After the first time it can be used again at once, then after five minutes, ten, …
const asideFor = 5 * 60_000

export function createSandboxes(options: SandboxOptions, { world, others, now, signIns }: Dependencies): Sandboxes {
  const limits = { ...defaultSandboxLimits, ...options.limits }
  const { newClock = usualClock, culprits = [], onWork = () => {} } = options
  const quota = { resources: limits.resources, characters: limits.bytes / bytesPerCharacter }
  const file =
    options.file === undefined
      ? undefined
      : openSandboxFile(options.file, { signInsOf: (tenant) => storedSignIns(signIns, tenant), onWork })
  // Sorted by last use: the first is removed first.
  const living = new Map<string, Sandbox>()
  const startsFrom = new Map<string, number[]>()
  let sweptAt = now()

  const restartDemo = (tenantId: string, before?: StoredSandbox) => {
    file?.empty(tenantId)
    const times = (before?.state.setAside?.times ?? 0) + 1
    const tenant = tenantFrom(world, { clock: newClock(), tenantId, quota, others })
    tenant.setAside = { times, until: now() + (times - 1) * asideFor, isClosed: true }
    restoreSignIns(signIns, tenant, before?.signIns)
    const sandbox = { tenant, startedAt: before?.startedAt ?? now(), usedAt: now() }
    living.set(tenantId, sandbox)
    file?.saveSoon(sandbox)
  }
  const restored = file?.restore() ?? []
  for (const culprit of culprits)
    restartDemo(
      culprit,
      restored.find(({ tenantId }) => tenantId === culprit),
    )
  for (const kept of restored.filter(({ tenantId }) => !culprits.includes(tenantId))) {
    onWork(kept.tenantId)
    const clock = newClock(kept.clock.now)
    const { rate } = kept.clock
    if (rate !== undefined && isUsualRate(rate) && isSystemClock(clock)) clock.setRate(rate)
    const tenant = tenantFrom(world, { clock, tenantId: kept.tenantId, quota, others }, kept)
    living.set(kept.tenantId, { tenant, startedAt: kept.startedAt, usedAt: now() })
    restoreSignIns(signIns, tenant, kept.signIns)
  }

  const isOver = ({ tenant, startedAt, usedAt }: Sandbox) =>
    (now() - usedAt >= limits.idle || now() - startedAt >= limits.life) && !isBusy(tenant, limits.busy)
  const end = ({ tenant }: Sandbox) => {
    living.delete(tenant.tenantId)
    file?.remove(tenant.tenantId)
    signIns.forgetTenant(tenant)
  }
  const sweep = () => {
    sweptAt = now()
    for (const sandbox of living.values()) if (isOver(sandbox)) end(sandbox)
    for (const [address, starts] of startsFrom) {
      const recent = starts.filter((start) => now() - start < limits.perAddress.within)
      if (recent.length === 0) startsFrom.delete(address)
      else startsFrom.set(address, recent)
    }
  }
  const touch = (sandbox: Sandbox) => {
    onWork(sandbox.tenant.tenantId)
    sandbox.usedAt = now()
    living.delete(sandbox.tenant.tenantId)
    living.set(sandbox.tenant.tenantId, sandbox)
    file?.saveSoon(sandbox)
    return sandbox.tenant
  }
  const assertRoom = (address: string | undefined) => {
    const starts = address === undefined ? [] : (startsFrom.get(address) ?? [])
    const [oldest] = starts
    if (oldest !== undefined && starts.length >= limits.perAddress.sandboxes)
      throw new SandboxRefused(429, oldest + limits.perAddress.within - now())
    const all = [...living.values()]
    const characters = all.reduce((sum, { tenant }) => sum + tenant.store.size().characters, 0)
    if (all.length < limits.sandboxes && characters * bytesPerCharacter < limits.totalBytes) return
    const ends = all.map(({ startedAt, usedAt }) => Math.min(startedAt + limits.life, usedAt + limits.idle))
    throw new SandboxRefused(503, Math.min(...ends) - now())
  }

  return {
    get(tenantId) {
      if (now() - sweptAt >= sweepEvery) sweep()
      const sandbox = living.get(tenantId)
      if (sandbox === undefined) return undefined
      if (!isOver(sandbox)) return touch(sandbox)
      end(sandbox)
      return undefined
    },
    values: () => [...living.values()].map(({ tenant }) => tenant),
    start(address) {
      sweep()
      assertRoom(address)
      if (address !== undefined) startsFrom.set(address, [...(startsFrom.get(address) ?? []), now()])
      const tenant = tenantFrom(world, { clock: newClock(), tenantId: unguessableGuid(), quota, others })
      return touch({ tenant, startedAt: now(), usedAt: now() })
    },
    close: () => file?.close(living.values()),
  }
}

/** A GUID of 128 random bits, where a random UUID has 122: it is the only key to a sandbox. */
function unguessableGuid(): string {
  return randomBytes(16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
