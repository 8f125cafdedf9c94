import { withFacts } from '@portal/disk-encryption'
import { isBlocking, type Issue, type StoredVersion } from '@portal/image-version'
import type { VersionWork } from '@portal/portal-api'
import {
  diskEncryptionSetIdsInRegion,
  noChange,
  regionRepairIssues,
  regionRepairSteps,
  rolloutSteps,
  type VersionStep,
} from '@portal/version-update'
import { ArmRefusal } from '../arm/arm-reply.ts'
import type { AzureSession } from '../arm/clients.ts'
import { PlanRejected } from '../arm/write-refusals.ts'
import { sendDeployment } from '../deployments/start-deployment.ts'
import type { KeyReader } from '../disk-encryption-sets/keys/key-reader.ts'
import { readableFacts } from '../disk-encryption-sets/keys/readable-facts.ts'
import { judgedVersion, type JudgedVersion, type WantedChange } from './judged-version.ts'
import { assertRegionBatches } from './region-batches.ts'
import { refusalOf } from './update-image-version.ts'
import { isWorkUnderWay, refuseWhileWorkRuns, versionWorkBody, versionWorkId } from './version-work.ts'

/**
 * Starts the deployment that adds the change's regions batch by batch, or finds it running, and returns its ID. Throws
 * as `updateImageVersion` does, and `RequestRefused` unless the batches name each new region once.
 */
export function startRollout(
  session: AzureSession,
  { batches, ...wanted }: WantedChange & { batches: string[][] },
  keys: KeyReader,
): Promise<string> {
  assertRegionBatches(batches, wanted.change.addedRegions)
  const stepsOf = (stored: StoredVersion) => rolloutSteps(stored, wanted.change, batches)
  return started(
    session,
    { kind: 'Rollout', wanted, deploymentId: versionWorkId(wanted.id, { wanted, batches }), stepsOf },
    keys,
  )
}

/**
 * Starts the deployment that removes regions and adds them again, or finds it running. Throws likewise, also if a
 * region could not be added again with its sets.
 */
export function startRegionRepair(
  session: AzureSession,
  { id, fingerprint, regions }: Pick<WantedChange, 'id' | 'fingerprint'> & { regions: string[] },
  keys: KeyReader,
): Promise<string> {
  const wanted = { id, fingerprint, change: { ...noChange(), removedRegions: regions } }
  const stepsOf = (stored: StoredVersion) => regionRepairSteps(stored, regions)
  const furtherIssues = async ({ stored, inventory }: JudgedVersion) => {
    const setIds = regions.flatMap((region) => diskEncryptionSetIdsInRegion(stored, region))
    return regionRepairIssues(stored, regions, withFacts(inventory, await readableFacts(session, setIds, keys)))
  }
  return started(
    session,
    { kind: 'RegionRepair', wanted, deploymentId: versionWorkId(id, { wanted, regions }), stepsOf, furtherIssues },
    keys,
  )
}

interface Work {
  kind: VersionWork['kind']
  wanted: WantedChange
  deploymentId: string
  stepsOf: (stored: StoredVersion) => VersionStep[]
  /** what speaks against the steps, besides the issues of the change */
  furtherIssues?: (judged: JudgedVersion) => Promise<Issue[]>
}

async function started(session: AzureSession, work: Work, keys: KeyReader): Promise<string> {
  const { azure } = session
  const { kind, wanted, deploymentId, stepsOf } = work
  if (await isWorkUnderWay(azure, deploymentId)) return deploymentId
  const judged = await judgedVersion(session, wanted, keys)
  const { stored } = judged
  const issues = (await work.furtherIssues?.(judged)) ?? []
  if (issues.some(isBlocking)) throw new PlanRejected(issues)
  await refuseWhileWorkRuns(azure, [wanted.id])
  const asked = { kind, imageVersionId: stored.id, askedAt: azure.now(), steps: stepsOf(stored) }
  try {
    await sendDeployment(azure, deploymentId, versionWorkBody(deploymentId, asked, { version: stored }))
  } catch (error) {
    throw error instanceof ArmRefusal ? refusalOf(error, wanted, judged) : error
  }
  return deploymentId
}
