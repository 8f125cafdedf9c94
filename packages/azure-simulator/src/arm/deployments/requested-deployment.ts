import { formatResourceId, type ResourceId } from '@portal/arm'
import { newResourceId, requestedId } from '../collections.ts'
import { ArmRefusal } from '../errors.ts'
import { parameter, type ArmRequest } from '../request.ts'
import { deploymentAt, deploymentType, type StoredDeployment } from './runs.ts'

/** The path of a deployment to a subscription: as that of one to a group, without the group. */
export function atSubscription(path: string): string {
  return path.replace('/resourceGroups/:resourceGroupName', '')
}

/** The deployment that a request's path names, to a group or to a subscription. */
export interface NamedDeployment {
  id: string
  name: string
}

/** As the path has it; throws 400 for a name that Azure does not allow. */
export function namedDeployment(request: ArmRequest): NamedDeployment {
  return named(request, formatResourceId)
}

/** The same for a new one: a group has its own spelling. */
export function newNamedDeployment(request: ArmRequest): NamedDeployment {
  return named(request, (requested) => newResourceId(request, requested))
}

function named(request: ArmRequest, idOf: (requested: ResourceId) => string): NamedDeployment {
  const isOfGroup = request.parameters['resourceGroupName'] !== undefined
  const parameters = { resourceGroupName: 'none', ...request.parameters }
  const requested = requestedId({ ...request, parameters }, deploymentType)
  const name = requested.names[0] ?? ''
  const subscription = `/subscriptions/${requested.subscriptionId.toLowerCase()}`
  return { id: isOfGroup ? idOf(requested) : `${subscription}/providers/${deploymentType}/${name}`, name }
}

/** The deployment in a request's path; throws 404 DeploymentNotFound if there is none. */
export function requestedDeployment(request: ArmRequest): StoredDeployment {
  const found = deploymentAt(request.tenant, namedDeployment(request).id)
  if (found) return found
  const message = `Deployment '${parameter(request, 'name0')}' could not be found.`
  throw new ArmRefusal(404, { code: 'DeploymentNotFound', message })
}
