import { createHash } from 'node:crypto'
import {
  formatResourceId,
  InvalidResourceId,
  parseResourceIdOf,
  sameRegion,
  sameResourceId,
  type ResourceId,
} from '@portal/arm'
import {
  keyUrlParts,
  type Preparation,
  preparation as preparationSchema,
  type PreparationDeployment,
  preparationIssues,
  preparationProgress,
  toDeploymentTemplate,
} from '@portal/disk-encryption'
import * as z from 'zod/mini'
import { StatementRefused, unlessRefused } from '../../refusals/statement-refused.ts'
import type { Azure } from '../arm/clients.ts'
import { ifThere } from '../arm/sdk-answers.ts'
import {
  deploymentIdOf,
  deploymentType,
  getDeployment,
  innermostError,
  listDeploymentOperations,
  listDeployments,
  type ArmDeployment,
  type DeploymentBody,
} from '../deployments/deployments.ts'
import { deploymentState, sendDeployment } from '../deployments/start-deployment.ts'
import { listDiskEncryptionSets } from './disk-encryption-sets.ts'

const prefix = 'disk-encryption-sets-'

/**
 * The ID of the deployment that creates the sets: the same for the same sets. What is sent again is known by it alone,
 * so nobody may find two preparations with one ID: of 16 digits, a computer finds them in an hour.
 */
export function preparationId(preparation: Preparation): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(toDeploymentTemplate(preparation)))
    .digest('hex')
  return deploymentIdOf(preparation, `${prefix}${hash.slice(0, 40)}`)
}

/** The request that creates the sets. The deployment keeps the request, so that the page can show it again. */
export function preparationBody(preparation: Preparation, askedAt: string): DeploymentBody {
  return {
    properties: {
      mode: 'Incremental',
      template: toDeploymentTemplate(preparation),
      parameters: { preparation: { value: preparation }, askedAt: { value: askedAt } },
    },
  }
}

/**
 * Starts the deployment and returns its ID; a running one is left alone. Throws what Azure refuses, and
 * `OutcomeUnknown` if Azure answers neither the write nor the read.
 */
export async function startPreparation(azure: Azure, preparation: Preparation): Promise<string> {
  const id = preparationId(preparation)
  const found = await ifThere(getDeployment(azure, id))
  if (found === undefined || deploymentState(found) !== 'Running')
    await sendDeployment(azure, id, preparationBody(preparation, azure.now()))
  return id
}

/**
 * Sends a deployment that failed once more, as its ID says: what somebody has written under another ID's name is
 * refused. Throws `StatementRefused`.
 */
export async function retryPreparation(azure: Azure, id: ResourceId): Promise<void> {
  const found = await getDeployment(azure, formatResourceId(id))
  if (deploymentState(found) === 'Running') return
  const { preparation, askedAt } = askedOf(found)
  await sendDeployment(azure, found.id, preparationBody(preparation, askedAt))
}

/** One deployment with what it has started. */
export async function getPreparation(azure: Azure, id: ResourceId): Promise<PreparationDeployment> {
  const [deployment, operations] = await Promise.all([
    getDeployment(azure, formatResourceId(id)),
    listDeploymentOperations(azure, id),
  ])
  const isDone = deploymentState(deployment) === 'Succeeded'
  const diskEncryptionSets = isDone ? await createdSets(azure, askedOf(deployment).preparation) : {}
  return toPreparationDeployment(deployment, { operations, now: azure.now(), diskEncryptionSets })
}

/** Those of a group that are running or have to be sent again. */
export async function listPreparations(
  azure: Azure,
  group: Pick<ResourceId, 'subscriptionId' | 'resourceGroupName'>,
): Promise<PreparationDeployment[]> {
  const ours = (await listDeployments(azure, group)).filter(
    ({ name, properties }) => isPreparationName(name) && properties.provisioningState !== 'Succeeded',
  )
  const read = await Promise.all(
    ours.slice(0, 10).map(({ id }) => unlessRefused(getPreparation(azure, parsePreparationId(id)))),
  )
  return read
    .filter((deployment) => deployment !== undefined)
    .filter((deployment) => ['Running', 'AwaitingGrant'].includes(preparationProgress(deployment).state))
}

/** The parts of the ID of such a deployment. Throws `InvalidResourceId` for any other ID. */
export function parsePreparationId(id: string): ResourceId {
  const parsed = parseResourceIdOf(deploymentType, id)
  if (!isPreparationName(parsed.names[0] ?? ''))
    throw new InvalidResourceId(id, 'it is not the id of a deployment that makes disk encryption sets')
  return parsed
}

// Other deployments can have a similar name, but they do not say what they prepare.
function isPreparationName(name: string): boolean {
  return name.startsWith(prefix) && /^[0-9a-f]{40}$/.test(name.slice(prefix.length))
}

const asked = z.object({
  preparation: z.object({ value: preparationSchema }),
  askedAt: z.object({ value: z.iso.datetime() }),
})

// Anyone who may deploy to the group can write it, so it is what its name says, or nothing.
function askedOf({ id, properties }: ArmDeployment): Pick<PreparationDeployment, 'preparation' | 'askedAt'> {
  const parsed = z.safeParse(asked, properties.parameters)
  if (!parsed.success) throw new StatementRefused('The deployment states no preparation')
  const [preparation, askedAt] = [parsed.data.preparation.value, parsed.data.askedAt.value]
  if (preparationIssues(preparation, { diskEncryptionSets: [] }).length > 0)
    throw new StatementRefused('The preparation is malformed')
  if (!sameResourceId(preparationId(preparation), id)) throw new StatementRefused('The content is not that of the ID')
  return { preparation, askedAt }
}

/**
 * The created sets by region, as Azure has them: a deployment of this name could have another template and outputs, and
 * a set of this name be there already. Only those with the key, the type and the region that were asked for.
 */
async function createdSets(azure: Azure, preparation: Preparation): Promise<Record<string, string>> {
  const { subscriptionId, resourceGroupName, encryptionType, regions } = preparation
  const all = await listDiskEncryptionSets(azure, subscriptionId)
  const created = regions.flatMap(({ location, diskEncryptionSetName, vault, key, crossTenantKey }) => {
    const elsewhere = crossTenantKey && keyUrlParts(crossTenantKey.keyUrl)
    const id = formatResourceId({
      subscriptionId,
      resourceGroupName,
      provider: 'Microsoft.Compute',
      types: ['diskEncryptionSets'],
      names: [diskEncryptionSetName],
    })
    const found = all.find((set) => sameResourceId(set.id, id))
    const isAsked =
      found?.encryptionType === encryptionType &&
      sameRegion(found.location, location) &&
      isSameName(found.keyVaultName, elsewhere?.vaultLabel ?? vault.name) &&
      isSameName(found.keyName, elsewhere?.keyName ?? key.name)
    return isAsked ? [[location, id] as const] : []
  })
  return Object.fromEntries(created)
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function toPreparationDeployment(
  deployment: ArmDeployment,
  { operations, now, diskEncryptionSets }: Pick<PreparationDeployment, 'operations' | 'now' | 'diskEncryptionSets'>,
): PreparationDeployment {
  const { timestamp, error } = deployment.properties
  const refusal = operations.some(({ state }) => state === 'Failed') ? undefined : innermostError({ error })
  const stated = askedOf(deployment)
  return {
    id: deployment.id,
    ...stated,
    state: deploymentState(deployment),
    timestamp,
    now,
    operations,
    ...(refusal && { error: refusal }),
    diskEncryptionSets,
  }
}
