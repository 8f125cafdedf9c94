import { spend, spentInAll, withinBudget } from '../../budget/work-budget.ts'
import type { DeploymentStep } from '../../deployment-run.ts'
import type { Tenant } from '../../world.ts'
import { finished } from './finish.ts'
import type { ResourceOperations } from './resource-request.ts'
import { RunningDeployment, type Due } from './running-deployment.ts'
import { activeDeployments, deploymentAt, deploymentType } from './runs.ts'
import { startedStep } from './start-step.ts'
import { TemplateError } from './template/expressions/template-error.ts'

// The limit of one call, and of one resource in it: beyond it, the next call continues, and the resource fails.
const stepsOfCall = 600_000
const budgetOfResource = {
  steps: 600_000,
  exceeded: () => new TemplateError('The evaluation of the template language expressions takes too long'),
}
const stepsOfEvent = 200
// Each event looks at all of them: deployments that deploy themselves are hundreds.
const stepsOfRunning = 60

/**
 * Advances the tenant's deployments to now: everything that became due since the last call to ARM happens in order, at
 * its own time. A resource starts once its dependencies have succeeded; after a failure, its branch ends. If this is a
 * lot of work, some is left to the next call.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-dependency
 */
export function settleDeployments(tenant: Tenant, operations: ResourceOperations): void {
  const endOf = (step: DeploymentStep) => endOfNested(step, tenant)
  const running = new Map<string, RunningDeployment>()
  const add = (id: string) => {
    const stored = deploymentAt(tenant, id)
    if (stored && stored.deployment.endedAt === undefined) running.set(id, new RunningDeployment(stored, endOf))
  }
  for (const { id } of activeDeployments(tenant)) add(id)
  const now = tenant.clock.now()
  const most = spentInAll() + stepsOfCall
  try {
    while (spentInAll() < most) {
      const next = firstOf(running, now)
      if (next === undefined) return
      spend(stepsOfEvent + stepsOfRunning * running.size)
      const { id, run, due } = next
      withinBudget(budgetOfResource, () => happen({ tenant, run, due }, operations))
      const made = due.index === undefined ? undefined : run.step(due.index)
      if (due.kind === 'starts' && made?.type === deploymentType && made.failure === undefined) add(made.id)
      if (due.kind !== 'all ends') continue
      running.delete(id)
      for (const other of running.values()) other.forgetNext()
    }
  } finally {
    // Once, and not after each event: a deployment can have hundreds of resources. A deleted one stays deleted.
    for (const [id, run] of running) if (run.hasChanged && deploymentAt(tenant, id)) tenant.store.put(run.stored)
  }
}

interface Happening {
  tenant: Tenant
  run: RunningDeployment
  due: Due
}

function happen({ tenant, run, due }: Happening, operations: ResourceOperations): void {
  const { at, kind, index = -1 } = due
  const moment = { tenant, stored: run.stored, at }
  const step = kind === 'nested ends' ? run.endedNested(index) : run.step(index)
  if (kind === 'all ends') tenant.store.put(finished(moment, operations))
  else if (step) run.replace(index, kind === 'starts' ? startedStep(moment, step, operations) : step)
}

function firstOf(running: Map<string, RunningDeployment>, now: number) {
  let first: { id: string; run: RunningDeployment; due: Due } | undefined
  for (const [id, run] of running) {
    const due = run.next()
    if (due && due.at <= now && (first === undefined || due.at < first.due.at)) first = { id, run, due }
  }
  return first
}

/** The step for a nested deployment, once that has ended. */
function endOfNested(step: DeploymentStep, tenant: Tenant): DeploymentStep | undefined {
  if (step.type !== deploymentType || step.startedAt === undefined || step.endsAt !== undefined) return undefined
  const nested = deploymentAt(tenant, step.id)?.deployment
  if (nested === undefined) return { ...step, endsAt: step.startedAt }
  if (nested.endedAt === undefined) return undefined
  const { failure } = nested
  return { ...step, endsAt: nested.endedAt, ...(failure && { statusCode: 'Conflict', failure }) }
}
