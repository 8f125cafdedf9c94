import { randomUUID } from 'node:crypto'
import { treeSize } from '../../budget/tree-size.ts'
import type { DeploymentStep } from '../../deployment-run.ts'
import { textAt, type JsonObject } from '../../json.ts'
import { findRegion } from '../../regions.ts'
import { ArmRefusal } from '../errors.ts'
import { assertRoom } from '../gateway/sandbox-quota.ts'
import { guidOf } from '../guid.ts'
import type { ArmReply, ArmRequest } from '../request.ts'
import { writesOf } from './activity-log.ts'
import { assertRoomWithin } from './lineage.ts'
import { preflight } from './preflight.ts'
import { presentDeployment } from './present-deployment.ts'
import { newNamedDeployment } from './requested-deployment.ts'
import type { ResourceOperations } from './resource-request.ts'
import { deploymentAt, deploymentType, type StoredDeployment } from './runs.ts'
import { shownParameters } from './template/parameters.ts'
import { parsedTemplate, type ParsedTemplate } from './template/parsed-template.ts'

/** 201, or 200 if it replaces a finished one: `Accepted`; its resources are created as the clock advances. */
export function putDeployment(request: ArmRequest, operations: ResourceOperations): ArmReply {
  const { id, name } = newNamedDeployment(request)
  const location = assertLocation(request, name)
  const before = deploymentAt(request.tenant, id)
  if (before) assertOver(before, 'edit or replace')
  assertRoomWithin(request, 1)
  const parsed = parsedTemplate(request, id)
  preflight(request, parsed, operations)
  const stored = withEarlierWrites(newDeployment(request, { id, name, location }, parsed), before)
  const { template, values, steps } = stored.deployment
  assertRoomWithin(request, steps.length)
  assertRoom(request.tenant, sizeOfRun(template, values, steps))
  request.tenant.store.put(stored)
  const { correlationId } = stored.deployment
  const shown = presentDeployment(stored, request.clock.now())
  return {
    status: before ? 200 : 201,
    body: { ...shown, properties: { ...shown.properties, provisioningState: 'Accepted' } },
    headers: {
      'azure-asyncoperation': `${request.origin}${id}/operationStatuses/${statusId(correlationId)}?api-version=${encodeURIComponent(request.apiVersion)}`,
      'retry-after': (request.retryAfter ?? 5).toString(),
    },
  }
}

/**
 * Where Azure keeps a deployment to a subscription; '' for one to a group.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-to-subscription
 */
function assertLocation({ body, parameters }: ArmRequest, name: string): string {
  if (parameters['resourceGroupName'] !== undefined) return ''
  const location = textAt(body, 'location') ?? ''
  if (findRegion(location) !== undefined) return location
  const message = `The 'location' property must be specified for '${name}'. Please see https://aka.ms/deploy-to-subscription for usage details.`
  throw new ArmRefusal(400, { code: 'LocationRequired', message })
}

/** Characters that the run needs in storage. */
function sizeOfRun(template: JsonObject, values: JsonObject, steps: DeploymentStep[]): number {
  const ofSteps = steps.map(({ source, dependsOn }) => treeSize(source).characters + treeSize(dependsOn).characters)
  return ofSteps.reduce((sum, size) => sum + size, treeSize(template).characters + 2 * treeSize(values).characters)
}

// The log of Azure has no such limit.
const mostWrites = 20

function withEarlierWrites(stored: StoredDeployment, before: StoredDeployment | undefined): StoredDeployment {
  if (before === undefined) return stored
  const earlierWrites = writesOf(before.deployment).slice(-mostWrites)
  return { ...stored, deployment: { ...stored.deployment, earlierWrites } }
}

/** The operation name of a run, in the URL that returns its status. */
export function statusId(correlationId: string): string {
  return guidOf(`status of ${correlationId}`)
}

/** The deployment before its first resource is created. */
export function newDeployment(
  { caller, apiVersion, clock, within }: ArmRequest,
  { id, name, location = '' }: { id: string; name: string; location?: string },
  { template, scope, resources, dependencies }: ParsedTemplate,
): StoredDeployment {
  const deployed = resources.filter(({ isDeployed }) => isDeployed)
  const steps = deployed.map((resource): DeploymentStep => ({
    operationId: randomUUID(),
    id: resource.id,
    type: resource.type,
    name: resource.name,
    apiVersion: resource.apiVersion,
    source: resource.source,
    copyIndexes: resource.scope.copyIndexes,
    dependsOn: dependencies.get(resource.id) ?? [],
  }))
  return {
    id,
    type: deploymentType,
    name,
    location,
    properties: { parameters: shownParameters(template, scope.parameters) },
    deployment: {
      template,
      values: scope.parameters,
      caller,
      apiVersion,
      correlationId: randomUUID(),
      startedAt: clock.now(),
      steps,
      ...(within && { lineage: within }),
    },
  }
}

/** Throws 409 DeploymentActive while the deployment is running. */
export function assertOver({ name, deployment }: StoredDeployment, verb: string): void {
  if (deployment.endedAt !== undefined) return
  const since = new Date(deployment.startedAt).toISOString()
  const message = `Unable to ${verb} deployment '${name}': previous deployment from '${since}' is still active. Please see https://aka.ms/arm-deploy for usage details.`
  throw new ArmRefusal(409, { code: 'DeploymentActive', message })
}
