import { formatResourceId, type ResourceId } from '@portal/arm'
import { apiVersionToCreate, type ImageVersionPlan } from '@portal/image-version'
import { stagedCreation } from '@portal/version-update'
import type { Azure } from '../arm/clients.ts'
import { sendDeployment } from '../deployments/start-deployment.ts'
import { isWorkUnderWay, refuseWhileWorkRuns, versionWorkBody, versionWorkId } from './version-work.ts'

/** A plan whose regions other than the source region are added in batches. */
export interface PlanInBatches {
  plan: ImageVersionPlan
  batches: string[][]
}

/** Whether Azure is making this very version in these very batches. */
export function isBeingCreatedInBatches(azure: Azure, id: ResourceId, asked: PlanInBatches): Promise<boolean> {
  return isWorkUnderWay(azure, versionWorkId(id, asked))
}

/**
 * Starts the deployment that creates the version in its source region and then adds the batches; returns the version's
 * ID as soon as Azure has accepted it. Throws `PlanRejected` while other steps run on it, and as `sendDeployment` does.
 */
export async function createInBatches(azure: Azure, id: ResourceId, asked: PlanInBatches): Promise<string> {
  const { plan, batches } = asked
  await refuseWhileWorkRuns(azure, [id])
  const version = { id: formatResourceId(id), location: plan.location, apiVersionToCreate: apiVersionToCreate(plan) }
  const deploymentId = versionWorkId(id, asked)
  const work = { kind: 'Rollout' as const, imageVersionId: version.id, askedAt: azure.now() }
  await sendDeployment(
    azure,
    deploymentId,
    versionWorkBody(deploymentId, { ...work, ...stagedCreation(plan, batches) }, { version }),
  )
  return version.id
}
