import { noChange, repairSteps, rolloutSteps, type StoredVersion, type VersionStep } from '@portal/image-version'
import type { VersionWork } from '@portal/portal-api'
import { ArmRefusal } from '../arm/arm-reply.ts'
import { sendDeployment } from '../deployments/start-deployment.ts'
import type { Asker, KeyReader } from '../keys/key-reader.ts'
import { judgedVersion, type WantedChange } from './judged-version.ts'
import { refuseOtherBatches } from './refuse-other-batches.ts'
import { refusalOf } from './update-image-version.ts'
import { isWorkUnderWay, refuseWhileWorkRuns, versionWorkBody, versionWorkId } from './version-work.ts'

/**
 * Starts the deployment that adds the change's regions batch by batch, or finds it running, and returns its ID. Throws
 * as `updateImageVersion` does, and `RequestRefused` unless the batches name each new region once.
 */
export function startRollout(
  asker: Asker,
  { batches, ...wanted }: WantedChange & { batches: string[][] },
  keys: KeyReader,
): Promise<string> {
  refuseOtherBatches(batches, wanted.change.addedRegions)
  const stepsOf = (stored: StoredVersion) => rolloutSteps(stored, wanted.change, batches)
  return started(
    asker,
    { kind: 'Rollout', wanted, deploymentId: versionWorkId(wanted.id, { wanted, batches }), stepsOf },
    keys,
  )
}

/** Starts the deployment that removes regions and adds them again, or finds it running. Throws likewise. */
export function startRegionRepair(
  asker: Asker,
  { id, fingerprint, regions }: Pick<WantedChange, 'id' | 'fingerprint'> & { regions: string[] },
  keys: KeyReader,
): Promise<string> {
  const wanted = { id, fingerprint, change: { ...noChange(), removedRegions: regions } }
  const stepsOf = (stored: StoredVersion) => repairSteps(stored, regions)
  return started(
    asker,
    { kind: 'RegionRepair', wanted, deploymentId: versionWorkId(id, { wanted, regions }), stepsOf },
    keys,
  )
}

interface Work {
  kind: VersionWork['kind']
  wanted: WantedChange
  deploymentId: string
  stepsOf: (stored: StoredVersion) => VersionStep[]
}

async function started(asker: Asker, { kind, wanted, deploymentId, stepsOf }: Work, keys: KeyReader): Promise<string> {
  const { azure } = asker
  if (await isWorkUnderWay(azure, deploymentId)) return deploymentId
  const judged = await judgedVersion(asker, wanted, keys)
  const { stored } = judged
  await refuseWhileWorkRuns(azure, [wanted.id])
  const asked = { kind, imageVersionId: stored.id, askedAt: azure.now(), steps: stepsOf(stored) }
  try {
    await sendDeployment(azure, deploymentId, versionWorkBody(deploymentId, asked, { version: stored }))
  } catch (error) {
    throw error instanceof ArmRefusal ? refusalOf(error, wanted, judged) : error
  }
  return deploymentId
}
