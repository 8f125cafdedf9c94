import { spentInAll } from '../../budget/work-budget.ts'
import type { Tenant } from '../../world.ts'
import { ArmRefusal, fromGateway } from '../errors.ts'

// In real time: about a fifth of a second of work at once, and a tenth of each second afterwards.
const most = 2_000_000
const stepsPerSecond = 1_000_000

interface Share {
  left: number
  /** real time, in milliseconds */
  at: number
}

const shares = new WeakMap<Tenant, Share>()

/**
 * The result of `work`, counted as the work of that tenant. Throws 429 if a sandbox has used up its share of the
 * process: one request is bounded, but many would delay all others. Azure has no such limit: the words are ours.
 */
export function withinShare<T>(tenant: Tenant, work: () => T): T {
  if (tenant.quota === undefined) return work()
  const now = performance.now()
  const share = shares.get(tenant) ?? { left: most, at: now }
  shares.set(tenant, share)
  share.left = Math.min(most, share.left + ((now - share.at) / 1000) * stepsPerSecond)
  share.at = now
  if (share.left < 0) throw tooMuchWork(Math.max(1, Math.ceil(-share.left / stepsPerSecond)))
  const before = spentInAll()
  try {
    return work()
  } finally {
    share.left -= spentInAll() - before
    // Nothing is earned by working slowly.
    share.at = performance.now()
  }
}

function tooMuchWork(seconds: number): ArmRefusal {
  const message = `The requests of this sandbox take too much work. Please try again after '${seconds}' seconds.`
  return new ArmRefusal(
    429,
    { code: 'SandboxWorkExceeded', message },
    { 'retry-after': seconds.toString(), ...fromGateway },
  )
}
