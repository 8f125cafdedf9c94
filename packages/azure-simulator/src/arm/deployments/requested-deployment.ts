import { formatResourceId } from '@portal/arm'
import { requestedId } from '../collections.ts'
import { ArmRefusal } from '../errors.ts'
import { parameter, type ArmRequest } from '../request.ts'
import { deploymentAt, deploymentType, type StoredDeployment } from './runs.ts'

/** The deployment in a request's path; throws 404 DeploymentNotFound if there is none. */
export function requestedDeployment(request: ArmRequest): StoredDeployment {
  const found = deploymentAt(request.tenant, formatResourceId(requestedId(request, deploymentType)))
  if (found) return found
  const message = `Deployment '${parameter(request, 'name0')}' could not be found.`
  throw new ArmRefusal(404, { code: 'DeploymentNotFound', message })
}
