import { randomUUID } from 'node:crypto'
import type { ArmErrorDetail } from '@portal/arm'
import type { JsonObject } from '../../json.ts'
import { provisioningState } from '../../store.ts'
import type { StoredResource } from '../../store.ts'
import { demandAccess } from '../access.ts'
import { getOperation, listOperation, newResourceId, pathOf, requestedId } from '../collections.ts'
import type { ResourceType } from '../collections.ts'
import { ArmRefusal } from '../errors.ts'
import { parameter } from '../request.ts'
import type { ArmOperation, ArmReply, ArmRequest } from '../request.ts'
import { requestedProperties } from '../writing.ts'
import { invalidTemplate, readTemplate } from './template.ts'
import type { Deployable, TemplateResource } from './template.ts'

export const deploymentType = 'Microsoft.Resources/deployments'
const type = deploymentType

function present(deployment: StoredResource, request: ArmRequest): JsonObject {
  const { id, name, properties } = deployment
  const state = provisioningState(deployment, request.clock.now())
  const provisioning = state === 'Creating' || state === 'Updating' ? 'Running' : state
  return {
    id,
    name,
    type,
    properties: {
      ...properties,
      provisioningState: provisioning,
      ...(provisioning === 'Failed' && { error: failureOf(deployment) }),
    },
  }
}

/**
 * Deployments to a group, their resources made by the very operations that serve a client's PUT.
 * https://learn.microsoft.com/rest/api/resources/deployments
 */
export function deployments(all: ArmOperation[]): ArmOperation[] {
  const puts = new Map(all.filter(({ method }) => method === 'PUT').map((put) => [put.path.toLowerCase(), put]))
  const operationOf = ({ type: asked }: TemplateResource): ArmOperation => {
    const put = puts.get(pathOf(asked).toLowerCase())
    if (put === undefined) throw invalidTemplate(`The simulator cannot deploy a resource of type '${asked}'`)
    return put
  }
  /** Throws where ARM's preflight would: an unknown type, a right that is missing. */
  const preflight = (request: ArmRequest): Deployable => {
    const deployable = readTemplate(requestedProperties(request))
    for (const resource of deployable.resources)
      demandAccess(request.tenant, request.caller, {
        action: `${resource.type}/write`,
        scope: requestFor(request, resource).path,
      })
    for (const resource of deployable.resources) operationOf(resource)
    return deployable
  }

  const put = (request: ArmRequest): ArmReply => {
    const { resources, parameters } = preflight(request)
    const requested = requestedId(request, type)
    const id = newResourceId(request, requested)
    const startedAt = request.clock.now()
    const made: StoredResource[] = []
    const failures: ArmErrorDetail[] = []
    for (const resource of resources) {
      const one = requestFor(request, resource)
      try {
        operationOf(resource).handle(one)
        const found = request.tenant.store.get(one.path)
        if (found) made.push(found)
      } catch (error) {
        if (!(error instanceof ArmRefusal)) throw error
        failures.push({ code: error.code, message: error.message, target: one.path })
        // What depends on it is not tried; what was made stays.
        break
      }
    }
    const endsAt = Math.max(startedAt + 1000, ...made.map(({ change }) => change?.endsAt ?? startedAt))
    const [first] = failures
    const deployment: StoredResource = {
      id,
      type,
      name: requested.names[0] ?? '',
      location: '',
      properties: {
        parameters,
        mode: 'Incremental',
        timestamp: new Date(startedAt).toISOString(),
        duration: `PT${(endsAt - startedAt) / 1000}S`,
        correlationId: randomUUID(),
        providers: [],
        dependencies: [],
        outputs: {},
        outputResources: made.map((resource) => ({ id: resource.id })),
      },
      change: {
        state: 'Creating',
        startedAt,
        endsAt,
        ...(first && {
          failure: {
            code: 'DeploymentFailed',
            message: `At least one resource deployment operation failed. Please list deployment operations for details. ${first.code}: ${first.message}`,
            details: failures,
          },
        }),
      },
    }
    request.tenant.store.put(deployment)
    const shown = present(deployment, request)
    return {
      status: 201,
      body: shown,
      headers: {
        'azure-asyncoperation': `${request.origin}${id}/operationStatuses/${randomUUID()}?api-version=${encodeURIComponent(request.apiVersion)}`,
        'retry-after': (request.retryAfter ?? 5).toString(),
      },
    }
  }

  const resourceType: ResourceType = { type, present }
  return [
    getOperation(resourceType),
    listOperation(resourceType),
    { method: 'PUT', path: pathOf(type), action: `${type}/write`, handle: put },
    {
      method: 'POST',
      path: `${pathOf(type)}/validate`,
      action: `${type}/validate/action`,
      handle(request) {
        const { parameters } = preflight(request)
        const name = parameter(request, 'name0')
        const id = newResourceId(request, requestedId(request, type))
        const properties = { parameters, mode: 'Incremental', provisioningState: 'Succeeded', outputs: {} }
        return { status: 200, body: { id, name, type, properties } }
      },
    },
    {
      method: 'GET',
      path: `${pathOf(type)}/operationStatuses/:operationId`,
      action: `${type}/operationstatuses/read`,
      handle(request) {
        const found = request.tenant.store.get(request.path.replace(/\/operationStatuses\/[^/]+$/i, ''))
        if (found === undefined) {
          const message = `Deployment '${parameter(request, 'name0')}' could not be found.`
          throw new ArmRefusal(404, { code: 'DeploymentNotFound', message })
        }
        const state = provisioningState(found, request.clock.now())
        if (state === 'Creating')
          return {
            status: 200,
            body: { status: 'Running' },
            headers: { 'retry-after': (request.retryAfter ?? 5).toString() },
          }
        return {
          status: 200,
          body: { status: state, ...(state === 'Failed' && { error: failureOf(found) }) },
        }
      },
    },
  ]
}

function failureOf({ change }: StoredResource): JsonObject {
  const { code, message, details = [] } = change?.failure ?? { code: 'DeploymentFailed', message: '' }
  return {
    code,
    message,
    details: details.map((detail): JsonObject => ({
      code: detail.code,
      message: detail.message,
      target: detail.target,
    })),
  }
}

/** The PUT of one resource of the template, as its own client would send it. */
function requestFor(request: ArmRequest, { type: of, name, apiVersion, body }: TemplateResource): ArmRequest {
  const [provider, ...types] = of.split('/')
  const names = name.split('/')
  const { subscriptionId = '', resourceGroupName = '' } = request.parameters
  const below = types.map((segment, index) => `${segment}/${names[index] ?? ''}`).join('/')
  return {
    ...request,
    parameters: {
      subscriptionId,
      resourceGroupName,
      ...Object.fromEntries(types.map((_, index) => [`name${index}`, names[index] ?? ''])),
    },
    path: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/providers/${provider}/${below}`,
    apiVersion,
    body,
  }
}
