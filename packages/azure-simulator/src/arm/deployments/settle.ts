import type { Tenant } from '../../world.ts'
import type { DeploymentStep } from '../../deployment-run.ts'
import { finished } from './finish.ts'
import type { ResourceOperations } from './resource-request.ts'
import { activeDeployments, deploymentAt, deploymentType } from './runs.ts'
import type { StoredDeployment } from './runs.ts'
import { startedStep } from './start-step.ts'

/** What comes next in a deployment, and when, in milliseconds of the clock. */
interface Due {
  at: number
  /** the deployment after it */
  happen(): StoredDeployment
}

/**
 * Brings the tenant's deployments up to now: whatever fell due since ARM was last asked happens in the order of its time,
 * as of that time. A resource starts once those it waits for have succeeded; where one failed, its branch ends.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-dependency
 */
export function settleDeployments(tenant: Tenant, operations: ResourceOperations): void {
  const now = tenant.clock.now()
  for (;;) {
    const next = activeDeployments(tenant)
      .flatMap((stored) => nextIn(stored, tenant, operations))
      .reduce<Due | undefined>((first, due) => (first && first.at <= due.at ? first : due), undefined)
    if (next === undefined || next.at > now) return
    tenant.store.put(next.happen())
  }
}

function nextIn(stored: StoredDeployment, tenant: Tenant, operations: ResourceOperations): Due[] {
  const { deployment: run } = stored
  const withStep = (changed: DeploymentStep): StoredDeployment => ({
    ...stored,
    deployment: { ...run, steps: run.steps.map((step) => (step.id === changed.id ? changed : step)) },
  })
  const due: Due[] = []
  for (const step of run.steps) {
    const nestedEnd = endOfNested(step, tenant)
    if (nestedEnd) due.push({ at: nestedEnd.endsAt ?? 0, happen: () => withStep(nestedEnd) })
    const at = run.canceledAt === undefined ? startOf(step, stored) : undefined
    if (at !== undefined)
      due.push({ at, happen: () => withStep(startedStep({ tenant, stored, at }, step, operations)) })
  }
  // Nothing to start and nothing whose end is not known: the last end is the deployment's.
  const started = run.steps.filter(({ startedAt }) => startedAt !== undefined)
  if (due.length === 0 && started.every(({ endsAt }) => endsAt !== undefined)) {
    const at = Math.max(run.startedAt, run.canceledAt ?? 0, ...started.map(({ endsAt }) => endsAt ?? 0))
    due.push({ at, happen: () => finished({ tenant, stored, at }, operations) })
  }
  return due
}

/** When a waiting resource starts; undefined if it has started, or one that it waits for has not succeeded. */
function startOf({ startedAt, dependsOn }: DeploymentStep, { deployment }: StoredDeployment): number | undefined {
  if (startedAt !== undefined) return undefined
  let at = deployment.startedAt
  for (const id of dependsOn) {
    const needed = deployment.steps.find((step) => step.id === id)
    if (needed?.endsAt === undefined || needed.failure !== undefined) return undefined
    at = Math.max(at, needed.endsAt)
  }
  return at
}

/** The step that stands for a deployment inside this one, once that has ended. */
function endOfNested(step: DeploymentStep, tenant: Tenant): DeploymentStep | undefined {
  if (step.type !== deploymentType || step.startedAt === undefined || step.endsAt !== undefined) return undefined
  const nested = deploymentAt(tenant, step.id)?.deployment
  if (nested === undefined) return { ...step, endsAt: step.startedAt }
  if (nested.endedAt === undefined) return undefined
  const { failure } = nested
  return { ...step, endsAt: nested.endedAt, ...(failure && { statusCode: 'Conflict', failure }) }
}
