import type { DeploymentStep } from '../../deployment-run.ts'
import type { JsonObject } from '../../json.ts'
import { page } from '../collections.ts'
import { ArmRefusal } from '../errors.ts'
import { guidOf } from '../guid.ts'
import { parameter, operation, type ArmOperation } from '../request.ts'
import { isoDuration, statusMessage } from './present-deployment.ts'
import { requestedDeployment } from './requested-deployment.ts'
import { stepState, type StoredDeployment } from './runs.ts'

// In a group not below `providers/Microsoft.Resources`, unlike everything else of a deployment.
const paths = [
  '/subscriptions/:subscriptionId/resourceGroups/:resourceGroupName/deployments/:name0/operations',
  '/subscriptions/:subscriptionId/providers/Microsoft.Resources/deployments/:name0/operations',
]
const action = 'Microsoft.Resources/deployments/operations/read'

/**
 * What a deployment does and did, resource by resource:
 * https://learn.microsoft.com/rest/api/resources/deployment-operations
 */
export const deploymentOperations: ArmOperation[] = paths.flatMap((path): ArmOperation[] => [
  operation(`GET ${path}`, action, (request) =>
    page(request, operationsOf(requestedDeployment(request), request.clock.now())),
  ),
  operation(`GET ${path}/:operationId`, action, (request) => {
    const asked = parameter(request, 'operationId')
    const all = operationsOf(requestedDeployment(request), request.clock.now())
    const found = all.find(({ operationId }) => operationId === asked)
    if (found) return { status: 200, body: found }
    const message = `Deployment operation '${asked}' could not be found.`
    throw new ArmRefusal(404, { code: 'DeploymentOperationNotFound', message })
  }),
])

/** Those that have started; a waiting resource has none. The last one of a success has the outputs. */
function operationsOf({ id, deployment }: StoredDeployment, now: number): JsonObject[] {
  const { steps, endedAt, failure, canceledAt } = deployment
  const begun = steps.map((step) => operationOf({ id, step }, now)).filter((operation) => operation !== undefined)
  if (endedAt === undefined || failure || canceledAt !== undefined) return begun
  const operationId = guidOf(`outputs ${deployment.correlationId}`)
  const properties = {
    provisioningOperation: 'EvaluateDeploymentOutput',
    provisioningState: 'Succeeded',
    timestamp: new Date(endedAt).toISOString(),
    duration: isoDuration(0),
    statusCode: 'OK',
  }
  return [...begun, { id: `${id}/operations/${operationId}`, operationId, properties }]
}

function operationOf({ id, step }: { id: string; step: DeploymentStep }, now: number): JsonObject | undefined {
  const { operationId, startedAt, endsAt, statusCode, failure } = step
  const state = stepState(step, now)
  if (state === undefined || startedAt === undefined) return undefined
  const until = state === 'Running' ? now : (endsAt ?? now)
  return {
    id: `${id}/operations/${operationId}`,
    operationId,
    properties: {
      provisioningOperation: 'Create',
      provisioningState: state,
      timestamp: new Date(until).toISOString(),
      duration: isoDuration(until - startedAt),
      serviceRequestId: guidOf(`request ${operationId}`),
      ...(state !== 'Running' && { statusCode }),
      ...(state === 'Failed' && failure && { statusMessage: statusMessage(failure) }),
      targetResource: { id: step.id, resourceType: step.type, resourceName: step.name },
    },
  }
}
