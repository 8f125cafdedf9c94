import { activeDeployments } from '../arm/deployments/runs.ts'
import { spentInAll } from '../budget/work-budget.ts'
import type { StoredResource } from '../store/store.ts'
import type { Tenant } from '../world.ts'

/** How many operations and deployments Azure has accepted and not finished. */
export function countUnderWay(tenant: Tenant): number {
  const now = tenant.clock.now()
  const operations = [...tenant.operations.values()].filter(({ endsAt }) => now < endsAt)
  return operations.length + activeDeployments(tenant).length
}

// About as much as one other call can use.
const mostSteps = 1_000_000

/**
 * Moves the tenant's clock to the end of all operations in progress. `settle` advances its deployments to that time. If
 * that is more work than one call can do, some remain in progress.
 */
export function finishUnderWay(tenant: Tenant, settle: (tenant: Tenant) => void): void {
  const most = spentInAll() + mostSteps
  settle(tenant)
  // The end of a deployment's step lets others start.
  for (let wait = timeLeft(tenant); wait > 0 && spentInAll() < most; wait = timeLeft(tenant)) {
    tenant.clock.advance(wait)
    settle(tenant)
  }
}

function timeLeft({ clock, operations, registrations, store }: Tenant): number {
  const work = [...operations.values(), ...registrations.values(), ...store.snapshot().flatMap(workOn)]
  return work.reduce((last, { endsAt = 0 }) => Math.max(last, endsAt), 0) - clock.now()
}

function workOn({ change, replication = {}, deployment }: StoredResource): { endsAt?: number }[] {
  return [...(change ? [change] : []), ...Object.values(replication), ...(deployment?.steps ?? [])]
}
