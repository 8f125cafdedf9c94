import { activeDeployments } from '../arm/deployments/runs.ts'
import { spentInAll } from '../budget/work-budget.ts'
import type { Tenant } from '../world.ts'

/** How many operations, registrations and deployments Azure has accepted and not finished. */
export function countUnderWay(tenant: Tenant): number {
  return unfinished(tenant).length + activeDeployments(tenant).length
}

function unfinished({ clock, operations, registrations }: Tenant): { endsAt: number }[] {
  const now = clock.now()
  return [...operations.values(), ...registrations.values()].filter(({ endsAt }) => now < endsAt)
}

// About as much as one other call can use.
const mostSteps = 1_000_000

/**
 * Moves the tenant's clock to the end of all that `countUnderWay` counts, and no further: the recycle bin keeps what it
 * has. `settle` advances its deployments to that time. If that is more work than one call can do, some remain in
 * progress.
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

function timeLeft(tenant: Tenant): number {
  const steps = activeDeployments(tenant).flatMap(({ deployment }) => deployment.steps)
  return (
    [...unfinished(tenant), ...steps].reduce((last, { endsAt = 0 }) => Math.max(last, endsAt), 0) - tenant.clock.now()
  )
}
