import { withinBudget, type WorkBudget } from '../../budget/work-budget.ts'
import type { StoredResource } from '../../store/store.ts'
import type { Tenant } from '../../world.ts'
import { collectionPathOf, pathOf, readable, presentedPage } from '../collections.ts'
import { ArmRefusal, errorJson } from '../errors.ts'
import { parameter, operation, type ArmOperation, type ArmReply, type ArmRequest } from '../request.ts'
import { activityLog } from './activity-log.ts'
import { deploymentOperations } from './deployment-operations.ts'
import { settleDeployments } from './deployment-progress.ts'
import { preflight } from './preflight.ts'
import { presentDeployment } from './present-deployment.ts'
import { assertOver, putDeployment, statusId, newDeployment } from './put-deployment.ts'
import { atSubscription, namedDeployment, requestedDeployment, newNamedDeployment } from './requested-deployment.ts'
import { resourceOperations, type ResourceOperations } from './resource-request.ts'
import { deploymentAt, deploymentType as type, isDeployment, runState } from './runs.ts'
import { invalidTemplate } from './template/invalid-template.ts'
import { parsedTemplate } from './template/parsed-template.ts'
import { startWhatIf, whatIfResult } from './what-if.ts'

// Azure has a time limit too, and does not document it.
const budget: WorkBudget = {
  steps: 1_500_000,
  exceeded: () => invalidTemplate('The evaluation of the template language expressions takes too long'),
}

/** ARM's deployments: their operations, and a function that advances them to the tenant's time. */
export interface Deployments {
  operations: ArmOperation[]
  settle(tenant: Tenant): void
}

/**
 * Deployments of templates to a group or a subscription; the operations of `all` for a client's PUT create their
 * resources.
 * https://learn.microsoft.com/rest/api/resources/deployments
 */
export function deployments(all: ArmOperation[]): Deployments {
  const put: ArmOperation = operation(`PUT ${pathOf(type)}`, `${type}/write`, (request) =>
    withinBudget(budget, () => putDeployment(request, forResources)),
  )
  const get: ArmOperation = operation(`GET ${pathOf(type)}`, `${type}/read`, (request) => ({
    status: 200,
    body: presentDeployment(requestedDeployment(request), request.clock.now()),
  }))
  const forResources = resourceOperations([...all, put, get])
  const validate: ArmOperation = operation(`POST ${pathOf(type)}/validate`, `${type}/validate/action`, (request) =>
    withinBudget(budget, () => validateDeployment(request, forResources)),
  )
  const whatIf: ArmOperation = operation(`POST ${pathOf(type)}/whatIf`, `${type}/whatIf/action`, (request) =>
    withinBudget(budget, () => startWhatIf(request, forResources)),
  )
  return {
    operations: [
      ...[head, put, get, validate, ...others].flatMap((operation) => [
        operation,
        { ...operation, path: atSubscription(operation.path) },
      ]),
      whatIf,
      whatIfResult,
      activityLog,
      ...deploymentOperations,
    ],
    settle: (tenant) => settleDeployments(tenant, forResources),
  }
}

// Before GET, which would answer HEAD as well.
const head: ArmOperation = operation(`HEAD ${pathOf(type)}`, `${type}/read`, (request) => ({
  status: deploymentAt(request.tenant, namedDeployment(request).id) ? 204 : 404,
}))

const others: ArmOperation[] = [
  operation(`GET ${collectionPathOf(type)}`, undefined, listed),
  operation(`DELETE ${pathOf(type)}`, `${type}/delete`, (request) => {
    const found = deploymentAt(request.tenant, namedDeployment(request).id)
    if (found) {
      assertOver(found, 'delete')
      request.tenant.store.remove(found.id)
    }
    return { status: 204 }
  }),
  operation(`POST ${pathOf(type)}/cancel`, `${type}/cancel/action`, (request) => {
    const found = requestedDeployment(request)
    if (found.deployment.endedAt !== undefined) {
      const message = `The deployment '${found.name}' cannot be cancelled because it is in the state '${runState(found.deployment)}'.`
      throw new ArmRefusal(409, { code: 'DeploymentCannotBeCancelled', message })
    }
    const deployment = { ...found.deployment, canceledAt: request.clock.now() }
    request.tenant.store.put({ ...found, deployment })
    return { status: 204 }
  }),
  operation(`POST ${pathOf(type)}/exportTemplate`, `${type}/exportTemplate/action`, (request) => ({
    status: 200,
    body: { template: requestedDeployment(request).deployment.template },
  })),
  operation(`GET ${pathOf(type)}/operationStatuses/:operationId`, `${type}/operationstatuses/read`, statusOf),
]

function statusOf(request: ArmRequest): ArmReply {
  const { deployment } = requestedDeployment(request)
  const asked = parameter(request, 'operationId')
  if (asked !== statusId(deployment.correlationId)) {
    const message = `The operation status '${asked}' could not be found.`
    throw new ArmRefusal(404, { code: 'DeploymentOperationStatusNotFound', message })
  }
  const status = runState(deployment)
  if (status === 'Running')
    return { status: 200, body: { status }, headers: { 'retry-after': (request.retryAfter ?? 5).toString() } }
  const { failure } = deployment
  return { status: 200, body: { status, ...(failure && { error: errorJson(failure) }) } }
}

/** The latest first; `$filter=provisioningState eq '…'` and `$top` as documented for the list. */
function listed(request: ArmRequest): ArmReply {
  const { resourceGroupName } = request.parameters
  const subscription = `/subscriptions/${parameter(request, 'subscriptionId')}`
  const scope = `${subscription}${resourceGroupName === undefined ? '/providers' : `/resourceGroups/${resourceGroupName}`}`
  const state = /provisioningState\s+eq\s+'([^']+)'/i.exec(request.query['$filter'] ?? '')?.[1]?.toLowerCase()
  const top = Number(request.query['$top'] ?? Infinity)
  const found = readable(request, request.tenant.store.list(scope, type))
    .filter((resource: StoredResource) => isDeployment(resource))
    .filter(({ deployment }) => state === undefined || runState(deployment).toLowerCase() === state)
    .toSorted((one, other) => other.deployment.startedAt - one.deployment.startedAt)
  return presentedPage(request, found.slice(0, top), (deployment) => presentDeployment(deployment, request.clock.now()))
}

/**
 * 200 with what would be deployed, or the refusal that a PUT would get:
 * https://learn.microsoft.com/rest/api/resources/deployments/validate
 */
function validateDeployment(request: ArmRequest, operations: ResourceOperations): ArmReply {
  const { id, name } = newNamedDeployment(request)
  const parsed = parsedTemplate(request, id)
  preflight(request, parsed, operations)
  const planned = newDeployment(request, { id, name }, parsed)
  const shown = presentDeployment(planned, request.clock.now())
  const validatedResources = planned.deployment.steps.map((step) => ({ id: step.id }))
  const properties = { ...shown.properties, provisioningState: 'Succeeded', validatedResources }
  return { status: 200, body: { ...shown, properties } }
}
