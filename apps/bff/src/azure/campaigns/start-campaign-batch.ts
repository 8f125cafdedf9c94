import { apiVersions, parseVersionId, sameResourceId } from '@portal/arm'
import {
  type CampaignDisk,
  type CampaignSurvey,
  changedSources,
  earlierSuccessorIssues,
  setIdsOfCampaign,
  type Successor,
  successorId,
  successorOf,
  toCampaignTemplate,
} from '@portal/campaign'
import { definitionIdOf, errorAt, isBlocking, type Issue } from '@portal/image-version'
import type { startCampaignBatch as endpoint, RequestOf, ResponseOf } from '@portal/portal-api'
import { check } from '@portal/version-rules'
import * as z from 'zod/mini'
import { armUrl } from '../arm/arm-request.ts'
import type { Azure, AzureSession } from '../arm/clients.ts'
import { answered, ifThere } from '../arm/sdk-answers.ts'
import { getDeployment } from '../deployments/deployments.ts'
import { deploymentState, sendDeployment } from '../deployments/start-deployment.ts'
import type { KeyReader } from '../disk-encryption-sets/keys/key-reader.ts'
import { readStoredVersion } from '../galleries/stored-version.ts'
import {
  isOfCampaign,
  itemsOf,
  parseCampaignId,
  readCampaign,
  startIdOf,
  type StatedCampaign,
} from './campaign-deployments.ts'
import { assertConfirmed } from './campaign-statement.ts'
import { surveyWithKeys } from './survey-campaign.ts'

type Started = ResponseOf<typeof endpoint>

/**
 * Starts the deployment of a batch, or of one item again. What the campaign has created already is left alone; the rest
 * is judged on current facts, and what the rules refuse is left out and returned. Throws `CampaignChanged` if the
 * campaign is not the one that the user confirmed, what Azure refuses, and `OutcomeUnknown`.
 */
export async function startCampaignBatch(
  session: AzureSession,
  { id, start, confirmation }: RequestOf<typeof endpoint>,
  keys: KeyReader,
): Promise<Started> {
  const { azure } = session
  const stated = await readCampaign(azure, parseCampaignId(id))
  await assertConfirmed(azure, stated, confirmation)
  const deploymentId = startIdOf(stated, start)
  const running = await ifThere(getDeployment(azure, deploymentId))
  if (running !== undefined && deploymentState(running) === 'Running') return { deploymentId, rejected: [] }
  const waiting = await withoutCreated(azure, stated, itemsOf(stated, start))
  if (waiting.length === 0) return { rejected: [] }
  const { items } = stated.campaign
  const survey = await surveyWithKeys(
    session,
    {
      imageVersionIds: waiting.flatMap((index) => items[index]?.predecessorId ?? []),
      setIds: setIdsOfCampaign(stated.campaign),
    },
    keys,
  )
  const judged = await Promise.all(
    waiting.map(async (item) => {
      const successor = successorOf(stated, item, survey)
      if (successor === undefined) return { item, successor, issues: [] }
      const issues = [...issuesOf(successor, survey), ...(await usedDiskIssues(azure, successor.disks))]
      return { item, successor, issues }
    }),
  )
  const accepted = judged.flatMap(({ successor, issues }) =>
    successor !== undefined && !issues.some(isBlocking) ? [successor] : [],
  )
  const rejected = judged
    .filter(({ successor, issues }) => successor === undefined || issues.some(isBlocking))
    .map(({ item, issues }) => ({ item, issues: issues.filter(isBlocking) }))
  if (accepted.length === 0) return { rejected }
  await sendDeployment(azure, deploymentId, bodyOf(accepted))
  return { deploymentId, rejected }
}

// Two campaigns of the same version: whichever is first creates the new one, the other one says so.
function issuesOf({ item, plan, inventory }: Successor, { definitions, versions }: CampaignSurvey): Issue[] {
  const { predecessorId, source } = item
  const key = definitionIdOf(predecessorId).toLowerCase()
  const surveyed = versions.find(({ version }) => sameResourceId(version.id, predecessorId))
  const changed = surveyed && source === 'OriginalSource' ? changedSources(surveyed) : []
  const { successors = [] } = definitions.find((definition) => definition.key === key) ?? {}
  return [
    ...earlierSuccessorIssues(predecessorId, successors),
    ...changed.map(({ name }) => errorAt([], 'RunSourceChanged', { name })),
    ...check(plan, inventory),
  ]
}

function bodyOf(successors: Successor[]) {
  return { properties: { mode: 'Incremental' as const, template: toCampaignTemplate(successors), parameters: {} } }
}

// A version with this number and without the campaign's tag is somebody else's: the rules report its number as taken.
async function withoutCreated(azure: Azure, stated: StatedCampaign, indexes: number[]): Promise<number[]> {
  const found = await Promise.all(
    indexes.map(async (index) => {
      const item = stated.campaign.items[index]
      if (item === undefined) return undefined
      const version = await ifThere(readStoredVersion(azure, parseVersionId(successorId(item))))
      return version !== undefined && isOfCampaign(version.tags, stated) ? undefined : index
    }),
  )
  return found.filter((index) => index !== undefined)
}

const usedDisk = z.object({
  managedBy: z.nullish(z.string()),
  // Azure's spelling: when a machine last got the disk, or gave it back
  properties: z.object({ LastOwnershipUpdateTime: z.nullish(z.string()) }),
})

/**
 * An issue for each disk of a campaign that is there already and that a machine has had: anyone who may create disks in
 * the group can create it first, from the same version and under the same name, and change what is on it. Azure leaves
 * a disk of that origin as it is, and refuses to create it over any other one.
 * https://learn.microsoft.com/rest/api/compute/disks/get
 */
async function usedDiskIssues(azure: Azure, disks: readonly CampaignDisk[]): Promise<Issue[]> {
  const found = await Promise.all(
    disks.map(async ({ id, name }) => {
      const url = armUrl(id, { 'api-version': apiVersions.disks.version })
      const disk = await ifThere(answered(usedDisk, azure.send({ method: 'GET', url })))
      return disk?.managedBy || disk?.properties.LastOwnershipUpdateTime ? errorAt([], 'RunDiskUsed', { name }) : []
    }),
  )
  return found.flat()
}
