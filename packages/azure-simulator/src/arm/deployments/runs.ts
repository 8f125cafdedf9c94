import type { DeploymentRun, DeploymentStep } from '../../deployment-run.ts'
import type { StoredResource } from '../../store/store.ts'
import type { Tenant } from '../../world.ts'

export const deploymentType = 'Microsoft.Resources/deployments'

/** A stored deployment: a resource of its group, with its run. */
export interface StoredDeployment extends StoredResource {
  deployment: DeploymentRun
}

/** A deployment at one moment, in milliseconds of the clock. */
export interface Moment {
  tenant: Tenant
  stored: StoredDeployment
  at: number
}

/** The deployment with that ID; undefined if there is none. */
export function deploymentAt(tenant: Tenant, id: string): StoredDeployment | undefined {
  const found = tenant.store.get(id)
  return found && isDeployment(found) ? found : undefined
}

/** The running deployments. */
export function activeDeployments(tenant: Tenant): StoredDeployment[] {
  return tenant.store
    .list('/subscriptions', deploymentType)
    .filter(isDeployment)
    .filter(({ deployment }) => deployment.endedAt === undefined)
}

export function isDeployment(resource: StoredResource): resource is StoredDeployment {
  return resource.deployment !== undefined
}

/** ARM's state of a deployment's resource at `now`; undefined while it waits. */
export function stepState({ startedAt, endsAt, failure }: DeploymentStep, now: number) {
  if (startedAt === undefined) return undefined
  if (endsAt === undefined || now < endsAt) return 'Running'
  return failure === undefined ? 'Succeeded' : 'Failed'
}

/** ARM's state of a deployment. */
export function runState({ endedAt, canceledAt, failure }: DeploymentRun) {
  if (endedAt === undefined) return 'Running'
  if (canceledAt !== undefined) return 'Canceled'
  return failure === undefined ? 'Succeeded' : 'Failed'
}
