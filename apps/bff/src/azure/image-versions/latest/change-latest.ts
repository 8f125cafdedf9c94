import { parentResourceId, parseVersionId, type ResourceId, sameResourceId } from '@portal/arm'
import { isBlocking } from '@portal/image-version'
import type { changeLatest as endpoint, RequestOf } from '@portal/portal-api'
import { latestIssues, type LatestUpdate, latestUpdates, stepOf } from '@portal/version-update'
import { ArmRefusal } from '../../arm/arm-reply.ts'
import type { Azure, AzureSession } from '../../arm/clients.ts'
import { ImageVersionChanged, PlanRejected } from '../../arm/write-refusals.ts'
import { sendDeployment } from '../../deployments/start-deployment.ts'
import type { KeyReader } from '../../disk-encryption-sets/keys/key-reader.ts'
import { judgedVersion, type JudgedVersion, type WantedChange } from '../judged-version.ts'
import { refusalOf } from '../update-image-version.ts'
import { isWorkUnderWay, latestWorkId, refuseWhileWorkRuns, versionWorkBody } from '../version-work.ts'
import { latestCandidates } from './latest-versions.ts'

type Asked = RequestOf<typeof endpoint>

interface Judged {
  update: LatestUpdate
  wanted: WantedChange
  judged: JudgedVersion
}

/**
 * Starts the deployment that makes a version the latest in some regions, or finds it running, and returns its ID. The
 * updates are planned again on the versions as they are now. Throws as `updateImageVersion` does; `ImageVersionChanged`
 * also if other versions would have to be updated than those that the user has seen.
 */
export async function changeLatest(session: AzureSession, asked: Asked, keys: KeyReader): Promise<string> {
  const { azure } = session
  const version = parseVersionId(asked.imageVersionId)
  const definition = parentResourceId(version) ?? version
  const deploymentId = latestWorkId(definition, asked)
  if (await isWorkUnderWay(azure, deploymentId)) return deploymentId
  const updates = seenUpdates(await plannedUpdates(azure, definition, asked), asked)
  const judged = await Promise.all(
    updates.map(async ({ update, fingerprint }): Promise<Judged> => {
      const wanted = { id: parseVersionId(update.id), change: update.change, fingerprint }
      return { update, wanted, judged: await judgedVersion(session, wanted, keys) }
    }),
  )
  await refuseWhileWorkRuns(
    azure,
    judged.map(({ wanted }) => wanted.id),
  )
  await start(azure, deploymentId, { asked, judged })
  return deploymentId
}

async function plannedUpdates(azure: Azure, definition: ResourceId, asked: Asked): Promise<LatestUpdate[]> {
  const versions = await latestCandidates(azure, definition)
  const wanted = { ...asked, id: asked.imageVersionId }
  const issues = latestIssues(versions, wanted)
  if (issues.some(isBlocking)) throw new PlanRejected(issues)
  return latestUpdates(versions, wanted)
}

function seenUpdates(updates: LatestUpdate[], { seen }: Asked) {
  if (updates.length !== seen.length) throw new ImageVersionChanged()
  return updates.map((update) => {
    const fingerprint = seen.find(({ id }) => sameResourceId(id, update.id))?.fingerprint
    if (fingerprint === undefined) throw new ImageVersionChanged()
    return { update, fingerprint }
  })
}

async function start(azure: Azure, id: string, { asked, judged }: { asked: Asked; judged: Judged[] }): Promise<void> {
  const [first] = judged
  if (first === undefined) return
  const body = versionWorkBody(
    id,
    {
      kind: asked.kind,
      imageVersionId: asked.imageVersionId,
      askedAt: azure.now(),
      steps: judged.map(({ update: { id: versionId, flag, regions, change }, judged: { stored } }) => ({
        ...stepOf(stored, change),
        latest: { versionId, flag, regions },
      })),
    },
    { version: first.judged.stored, versions: judged.map(({ judged: { stored } }) => stored) },
  )
  try {
    await sendDeployment(azure, id, body)
  } catch (error) {
    throw error instanceof ArmRefusal ? refusalOf(error, first.wanted, first.judged) : error
  }
}
