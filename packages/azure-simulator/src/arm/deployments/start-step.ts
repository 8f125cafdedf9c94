import type { ArmErrorDetail } from '@portal/arm'
import { treeSize } from '../../budget/tree-size.ts'
import type { DeploymentStep } from '../../deployment-run.ts'
import { changeActor } from '../changes/client-type.ts'
import { recordingChanges } from '../changes/recorded-changes.ts'
import { ArmRefusal } from '../errors.ts'
import { assertRoom } from '../gateway/assert-room.ts'
import { lineageWithin } from './lineage.ts'
import { resourceRequest, type ResourceOperations } from './resource-request.ts'
import { runScope } from './run-scope.ts'
import { deploymentType, type Moment, type StoredDeployment } from './runs.ts'
import { stepBody } from './step-body.ts'
import { TemplateError } from './template/expressions/template-error.ts'
import { positionIn } from './template/invalid-template.ts'

// ARM polls a resource until it is done; this is the total time of the fastest one.
const quickest = 1000

/** Sends the PUT of one resource; the result is its step, which knows when it will end, and how. */
export function startedStep(moment: Moment, step: DeploymentStep, operations: ResourceOperations): DeploymentStep {
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
    if (type === deploymentType) return started
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
