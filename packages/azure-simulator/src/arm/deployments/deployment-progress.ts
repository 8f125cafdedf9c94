import type { ArmErrorDetail } from '@portal/arm'
import { treeSize } from '../../budget/tree-size.ts'
import { spend, spentInAll, withinBudget } from '../../budget/work-budget.ts'
import type { DeploymentStep, DeploymentRun } from '../../deployment-run.ts'
import { isJsonObject, type Json, type JsonObject } from '../../json.ts'
import { isChanging } from '../../store/store.ts'
import type { Tenant } from '../../world.ts'
import { changeActor } from '../changes/client-type.ts'
import { recordingChanges } from '../changes/recorded-changes.ts'
import { ArmRefusal } from '../errors.ts'
import { eventSubscriptionType } from '../events/event-subscriptions.ts'
import { assertRoom } from '../gateway/sandbox-quota.ts'
import { lineageWithin } from './lineage.ts'
import { type ResourceOperations, resourceRequest } from './resource-request.ts'
import { runScope } from './run-scope.ts'
import { RunningDeployment, type Due } from './running-deployment.ts'
import { activeDeployments, deploymentAt, deploymentType, type Moment, type StoredDeployment } from './runs.ts'
import { stepBody } from './step-body.ts'
import { copies, fill } from './template/expressions/fill.ts'
import type { Scope } from './template/expressions/scope.ts'
import { TemplateError } from './template/expressions/template-error.ts'
import { positionIn } from './template/invalid-template.ts'
import { isSecure, typeName, withoutSecrets } from './template/parameters.ts'

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

/** The step for a nested deployment, or for a webhook that is being validated, once that has ended. */
function endOfNested(step: DeploymentStep, tenant: Tenant): DeploymentStep | undefined {
  if (step.startedAt === undefined || step.endsAt !== undefined) return undefined
  if (step.type === eventSubscriptionType) return endOfValidation(step, tenant)
  const nested = deploymentAt(tenant, step.id)?.deployment
  if (nested === undefined) return { ...step, endsAt: step.startedAt }
  if (nested.endedAt === undefined) return undefined
  const { failure } = nested
  return { ...step, endsAt: nested.endedAt, ...(failure && { statusCode: 'Conflict', failure }) }
}

function endOfValidation(step: DeploymentStep, { store, clock }: Tenant): DeploymentStep | undefined {
  const subscription = store.get(step.id)
  if (subscription && isChanging(subscription, clock.now())) return undefined
  const { endsAt = clock.now(), failure } = subscription?.change ?? {}
  return { ...step, endsAt, ...(failure && { statusCode: 'Conflict', failure: terminalFailure(step.id, failure) }) }
}

/** The deployment once none of it is running: with its outputs if all succeeded, otherwise with the failures. */
function finished(moment: Moment, operations: ResourceOperations): StoredDeployment {
  const { stored, at } = moment
  const { deployment: run } = stored
  const ended = { ...run, endedAt: at, values: withoutSecrets(run.template, run.values) }
  const failure = failureOf(stored.id, run)
  if (failure) return { ...stored, deployment: { ...ended, failure } }
  if (run.canceledAt !== undefined) return { ...stored, deployment: ended }
  try {
    const outputs = outputsOf(run.template, runScope(moment, operations))
    return { ...stored, deployment: ended, properties: { ...stored.properties, outputs } }
  } catch (error) {
    if (!(error instanceof TemplateError) && !(error instanceof ArmRefusal)) throw error
    const message = `Unable to evaluate template outputs: '${error.message}'. Please see error details and deployment operations. Please see https://aka.ms/arm-common-errors for usage details.`
    return { ...stored, deployment: { ...ended, failure: { code: 'DeploymentOutputEvaluationFailed', message } } }
  }
}

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/outputs */
function outputsOf({ outputs }: JsonObject, scope: Scope): JsonObject {
  const shown: JsonObject = {}
  for (const [name, declaration] of Object.entries(isJsonObject(outputs) ? outputs : {})) {
    if (!isJsonObject(declaration) || fill(declaration['condition'] ?? true, scope) !== true) continue
    const type = typeName(declaration)
    shown[name] = isSecure(declaration) ? { type } : { type, value: outputValue({ name, declaration }, scope) }
  }
  return shown
}

function outputValue({ name, declaration }: { name: string; declaration: JsonObject }, scope: Scope): Json {
  const { copy } = declaration
  if (!isJsonObject(copy)) return fill(declaration['value'] ?? null, scope)
  return copies({ name, count: copy['count'] }, scope).map((each) => fill(copy['input'] ?? null, each))
}

/** https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/find-error-code */
function failureOf(target: string, { steps }: DeploymentRun): ArmErrorDetail | undefined {
  const details = steps.flatMap(({ id, failure }) => (failure ? [{ ...failure, target: id }] : []))
  if (details.length === 0) return undefined
  const message =
    'At least one resource deployment operation failed. Please list deployment operations for details. Please see https://aka.ms/arm-deployment-operations for usage details.'
  return { code: 'DeploymentFailed', target, message, details }
}

// ARM polls a resource until it is done; this is the total time of the fastest one.
const quickest = 1000

/** Sends the PUT of one resource; the result is its step, which knows when it will end, and how. */
function startedStep(moment: Moment, step: DeploymentStep, operations: ResourceOperations): DeploymentStep {
  const { tenant, stored, at } = moment
  const { caller } = stored.deployment
  const { id, type, apiVersion } = step
  const operation = operations.find('PUT', type)
  if (operation === undefined) throw new Error(`No PUT of ${type}, though preflight found one`)
  try {
    const scope = { ...runScope(moment, operations), copyIndexes: step.copyIndexes }
    const body = stepBody(step.source, scope)
    assertRoom(tenant, treeSize(body).characters)
    const within = lineageWithin(stored)
    const request = resourceRequest({ tenant, caller, at }, operation, { id, apiVersion, body, within })
    const { correlationId } = stored.deployment
    const said = { clientType: 'ARM Template', correlationId, action: operation.action }
    const acting = { actor: changeActor(tenant, caller, said), at }
    const reply = recordingChanges(tenant, acting, () => operation.handle(request))
    const started = { ...step, startedAt: at, statusCode: statusCodes[reply.status] ?? 'OK' }
    if (type === deploymentType || type === eventSubscriptionType) return started
    const change = tenant.store.get(id)?.change
    const failure = change?.failure && { statusCode: 'Conflict', failure: terminalFailure(id, change.failure) }
    return { ...started, endsAt: Math.max(at + quickest, change?.endsAt ?? at), ...failure }
  } catch (error) {
    const refusal = refusalOf(error, stored, step)
    const { code, message, target, details } = refusal
    const failure = { code, message, ...(target !== undefined && { target }), ...(details && { details }) }
    return { ...step, startedAt: at, endsAt: at, statusCode: statusCodes[refusal.status] ?? 'BadRequest', failure }
  }
}

const statusCodes: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  400: 'BadRequest',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  429: 'TooManyRequests',
}

function refusalOf(error: unknown, { deployment }: StoredDeployment, { id, source }: DeploymentStep): ArmRefusal {
  if (error instanceof ArmRefusal) return error
  if (!(error instanceof TemplateError)) throw error
  const message = `Unable to process template language expressions for resource '${id}' ${positionIn(deployment.template, source)}. '${error.message}'`
  return new ArmRefusal(400, { code: 'InvalidTemplate', message })
}

/** ARM's message about a resource that was accepted and then failed. */
function terminalFailure(target: string, inner: ArmErrorDetail): ArmErrorDetail {
  const message =
    "The resource write operation failed to complete successfully, because it reached terminal provisioning state 'Failed'."
  return { code: 'ResourceDeploymentFailure', target, message, details: [inner] }
}
