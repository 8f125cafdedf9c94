import { createHash } from 'node:crypto'
import {
  formatResourceId,
  InvalidResourceId,
  parentResourceId,
  parseResourceIdOf,
  regionName,
  resourceNameOf,
  sameResourceId,
  tryParseResourceId,
  type ResourceId,
} from '@portal/arm'
import { blankPlan, errorAt, type StoredVersion } from '@portal/image-version'
import { versionWorkKind, type VersionWork, type VersionWorkStep } from '@portal/portal-api'
import { decodeArmError } from '@portal/version-rules'
import { stepDeploymentName, toStepsTemplate, versionStep } from '@portal/version-update'
import * as z from 'zod/mini'
import { StatementRefused } from '../../refusals/statement-refused.ts'
import type { Azure } from '../arm/clients.ts'
import { ifThere } from '../arm/sdk-answers.ts'
import { PlanRejected } from '../arm/write-refusals.ts'
import {
  cancelDeployment,
  deploymentIdOf,
  deploymentType,
  getDeployment,
  listDeploymentOperations,
  listDeployments,
  type ArmDeployment,
  type DeploymentBody,
  type DeploymentOperation,
} from '../deployments/deployments.ts'
import { deploymentState } from '../deployments/start-deployment.ts'

/** What the deployment keeps in its parameters, so that the page can show it again: only Azure stores it. */
const work = z.object({
  kind: versionWorkKind,
  imageVersionId: z.string(),
  /** Azure's time */
  askedAt: z.iso.datetime(),
  /** the body of the PUT that creates the version before all steps; only this part is read again */
  creation: z.optional(z.object({ location: z.string() })),
  steps: z.array(
    z.extend(versionStep, {
      /** of steps on several versions: that of the step; it is included or excluded in these regions, or revoked */
      latest: z.optional(
        z.object({
          versionId: z.string(),
          flag: z.enum(['include', 'exclude', 'revoke']),
          regions: z.array(z.string()),
        }),
      ),
    }),
  ),
})
export type AskedWork = z.output<typeof work>

/** The ID of the deployment: the same for the same request for the same version. */
export function versionWorkId(version: ResourceId, asked: object): string {
  return deploymentIdOf(version, `${prefixOf(version)}${hash(JSON.stringify(asked)).slice(0, 12)}`)
}

/** The ID of the deployment that changes what a definition's latest gives, likewise. */
export function latestWorkId(definition: ResourceId, asked: object): string {
  return deploymentIdOf(definition, `${latestPrefixOf(definition)}${hash(JSON.stringify(asked)).slice(0, 12)}`)
}

/** Whether that deployment's steps are running now. */
export async function isWorkUnderWay(azure: Azure, deploymentId: string): Promise<boolean> {
  const found = await ifThere(getDeployment(azure, deploymentId))
  return found !== undefined && deploymentState(found) === 'Running'
}

type SteppedVersion = Pick<StoredVersion, 'id' | 'location'>

/**
 * The request to run the steps on a version, or each on one of `versions`; with `apiVersionToCreate`, after the version
 * is created from `asked.creation`.
 */
export function versionWorkBody(
  deploymentId: string,
  asked: AskedWork,
  { version, versions }: { version: SteppedVersion & { apiVersionToCreate?: string }; versions?: SteppedVersion[] },
): DeploymentBody {
  const [name = ''] = parseVersionWorkId(deploymentId).names
  const shape = { creates: version.apiVersionToCreate, count: asked.steps.length, ...(versions && { versions }) }
  return {
    properties: {
      mode: 'Incremental',
      template: toStepsTemplate(name, version, shape),
      parameters: { work: { value: asked } },
    },
  }
}

/** One work with how far its steps are. */
export async function getVersionWork(azure: Azure, id: ResourceId): Promise<VersionWork> {
  const [deployment, operations] = await Promise.all([
    getDeployment(azure, formatResourceId(id)),
    listDeploymentOperations(azure, id),
  ])
  return toVersionWork(deployment, operations, azure.now())
}

/** A version's running deployments, and the latest of the finished ones; the latest first. */
export async function listVersionWork(azure: Azure, version: ResourceId): Promise<VersionWork[]> {
  return shownWork(
    azure,
    (await listDeployments(azure, version)).filter((deployment) => isOf(deployment, version)),
  )
}

/** Those that change what a definition's latest gives, likewise. */
export async function listLatestWork(azure: Azure, definition: ResourceId): Promise<VersionWork[]> {
  const prefix = latestPrefixOf(definition)
  const found = await listDeployments(azure, definition)
  return shownWork(
    azure,
    found.filter(({ name }) => name.startsWith(prefix) && isWorkName(name)),
  )
}

// A change of what latest gives is named for the definition, and updates some of its versions.
function isOf({ name, properties }: ArmDeployment, version: ResourceId): boolean {
  if (!isWorkName(name)) return false
  if (name.startsWith(prefixOf(version))) return true
  if (!name.startsWith(latestPrefixOf(parentResourceId(version) ?? version))) return false
  const { imageVersionId, steps = [] } = z.safeParse(workParameters, properties.parameters).data?.work.value ?? {}
  const ids = [imageVersionId, ...steps.map(({ latest }) => latest?.versionId)]
  return ids.some((id) => id !== undefined && sameResourceId(id, formatResourceId(version)))
}

async function shownWork(azure: Azure, found: ArmDeployment[]): Promise<VersionWork[]> {
  // What somebody else wrote under such a name fails no page, and is on none.
  const ours = found.filter((deployment) => statedWork(deployment) !== undefined)
  const latestDone = ours.find((deployment) => deploymentState(deployment) !== 'Running')
  const shown = ours.filter((deployment) => deployment === latestDone || deploymentState(deployment) === 'Running')
  return Promise.all(shown.map(({ id }) => getVersionWork(azure, parseVersionWorkId(id))))
}

/**
 * Throws `PlanRejected` while steps of one of these versions of a gallery are running: between two steps, Azure itself
 * reports no operation.
 */
export async function refuseWhileWorkRuns(azure: Azure, versions: readonly ResourceId[]): Promise<void> {
  const [first] = versions
  const running = first === undefined ? [] : await listDeployments(azure, first, 'Running')
  if (running.some((deployment) => versions.some((version) => isOf(deployment, version))))
    throw new PlanRejected([errorAt([], 'VersionBusy', { state: 'Updating' })])
}

/** Ends the work with the step that Azure is at. */
export async function cancelVersionWork(azure: Azure, id: ResourceId): Promise<void> {
  await cancelDeployment(azure, formatResourceId(id))
}

/** The parts of the ID of such a deployment. Throws `InvalidResourceId` for any other ID. */
export function parseVersionWorkId(id: string): ResourceId {
  const deployment = parseResourceIdOf(deploymentType, id)
  if (!isWorkName(deployment.names[0] ?? ''))
    throw new InvalidResourceId(id, 'it is not the id of a deployment that changes an image version')
  return deployment
}

// The names of the single steps go on after this.
function isWorkName(name: string): boolean {
  return /^image-(?:version|latest)-[0-9a-f]{8}-[0-9a-f]{12}$/.test(name)
}

function prefixOf(version: ResourceId): string {
  return `image-version-${hash(formatResourceId(version).toLowerCase()).slice(0, 8)}-`
}

function latestPrefixOf(definition: ResourceId): string {
  return `image-latest-${hash(formatResourceId(definition).toLowerCase()).slice(0, 8)}-`
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const workParameters = z.object({ work: z.object({ value: work }) })

/**
 * The work that a deployment states: anyone who may deploy to the group can write it, so it is about the version, or a
 * version of the definition, that its name is for. Otherwise undefined.
 */
export function statedWork({ name, properties }: ArmDeployment): AskedWork | undefined {
  const stated = z.safeParse(workParameters, properties.parameters).data?.work.value
  const version = stated && tryParseResourceId(stated.imageVersionId)
  const definition = version && parentResourceId(version)
  if (version === undefined || definition === undefined) return undefined
  return name.startsWith(prefixOf(version)) || name.startsWith(latestPrefixOf(definition)) ? stated : undefined
}

function toVersionWork(deployment: ArmDeployment, operations: DeploymentOperation[], asOf: string): VersionWork {
  const stated = statedWork(deployment)
  if (stated === undefined) throw new StatementRefused('The deployment states no work on the version of its name')
  const { kind, imageVersionId, askedAt, creation, steps } = stated
  const created = creation && { action: 'create' as const, regions: [regionName(creation.location)] }
  return {
    id: deployment.id,
    imageVersionId,
    kind,
    state: deploymentState(deployment),
    startedAt: askedAt,
    asOf,
    steps: [...(created ? [created] : []), ...steps.map(askedOf)].map((step, index) => {
      const suffix = `/${stepDeploymentName(deployment.name, index)}`
      return toStep(
        step,
        operations.find(({ resourceId }) => resourceId.endsWith(suffix)),
      )
    }),
  }
}

type AskedStep = Pick<VersionWorkStep, 'action' | 'version' | 'regions'>

function askedOf({ added, removed, latest }: AskedWork['steps'][number]): AskedStep {
  if (latest !== undefined) {
    const version = tryParseResourceId(latest.versionId)
    return { action: latest.flag, regions: latest.regions, ...(version && { version: resourceNameOf(version) }) }
  }
  return added.length === 0
    ? { action: 'remove', regions: removed }
    : { action: 'add', regions: added.map(({ name }) => name) }
}

function toStep(asked: AskedStep, operation: DeploymentOperation | undefined): VersionWorkStep {
  if (operation === undefined) return { ...asked, state: 'Waiting' }
  const { state, milliseconds, error } = operation
  return { ...asked, state, milliseconds, ...(error && { error, decoded: decodedError(error) }) }
}

// No field on the page corresponds to it.
function decodedError(error: NonNullable<DeploymentOperation['error']>): NonNullable<VersionWorkStep['decoded']> {
  const decoded = decodeArmError(error, { plan: blankPlan(''), diskEncryptionSets: [] })
  return decoded.map((meaning) => ({ ...meaning, path: [] }))
}
