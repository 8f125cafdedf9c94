import { formatResourceId, InvalidResourceId, parseResourceId, type ResourceId } from '@portal/arm'
import {
  differences,
  diskEncryptionSetIdsOf,
  imageVersionId,
  type ImageVersionPlan,
  type Inventory,
  isBlocking,
  apiVersionToCreate,
} from '@portal/image-version'
import { check, decodeArmError } from '@portal/version-rules'
import { stagedCreation } from '@portal/version-update'
import { ArmRefusal, NoClearAnswer } from '../arm/arm-reply.ts'
import type { Azure, AzureSession } from '../arm/clients.ts'
import { keyedMutex } from '../arm/mutex.ts'
import { ifThere } from '../arm/sdk-answers.ts'
import { ImageVersionExists, OutcomeUnknown, PlanRejected, RefusedPlan } from '../arm/write-refusals.ts'
import { sendDeployment } from '../deployments/start-deployment.ts'
import type { KeyReader } from '../disk-encryption-sets/keys/key-reader.ts'
import { readImageVersion } from '../galleries/image-version-wire.ts'
import { inventoryWithKeys } from '../inventory/inventory-with-keys.ts'
import { putImageVersion } from './image-versions.ts'
import { isWorkUnderWay, refuseWhileWorkRuns, versionWorkBody, versionWorkId } from './version-work.ts'

/** `batches`: of the regions other than the source region; none for all regions at once */
export type CreateImageVersion = (session: AzureSession, asked: PlanInBatches) => Promise<string>

/**
 * Makes the function that creates a plan's version and returns its ID: with one PUT, or in batches. It reads Azure
 * first, so that a repeated call (after a lost response, or from two windows) creates one version; it sends the write
 * once. After an unclear response, or if Azure is still changing a version with the same name, it reads Azure again.
 * Throws `PlanRejected`, `RefusedPlan`, `ImageVersionExists` or `OutcomeUnknown`, besides Azure's own.
 */
export function imageVersionCreator(keys: KeyReader): CreateImageVersion {
  const inTurn = keyedMutex()
  return (session, asked) => {
    const { plan } = asked
    const id = idOf(plan)
    const inventory = () =>
      inventoryWithKeys(session, { ...plan, diskEncryptionSetIds: diskEncryptionSetIdsOf(plan) }, keys)
    if (id === undefined) return inventory().then((known) => Promise.reject(new PlanRejected(check(plan, known))))
    return inTurn(`${session.caller.tid}:${imageVersionId(plan).toLowerCase()}`, () =>
      created({ azure: session.azure, id, inventory }, asked),
    )
  }
}

interface Creation {
  azure: Azure
  id: ResourceId
  inventory: () => Promise<Inventory>
}

async function created({ azure, id, inventory }: Creation, asked: PlanInBatches): Promise<string> {
  const { plan, batches } = asked
  const inBatches = batches.length > 0
  if (inBatches && (await isBeingCreatedInBatches(azure, id, asked))) return formatResourceId(id)
  const known = await inventory()
  // An existing version is compared before the rules are asked: for them its name would be in use. It is read last, so
  // that another process has little time to create one before the PUT.
  const existing = await idOfSameVersion(azure, plan, id)
  if (existing !== undefined) return existing
  const issues = check(plan, known)
  if (issues.some(isBlocking)) throw new PlanRejected(issues)
  try {
    return inBatches ? await createInBatches(azure, id, asked) : (await putImageVersion(azure, id, plan)).id
  } catch (error) {
    // Another process was first, and Azure is creating that one. If it can't be read, Azure's refusal stays as it is.
    const quicker = isConflict(error) ? await readUnlessRefused(idOfSameVersion(azure, plan, id)) : undefined
    if (quicker !== undefined) return quicker
    // 401 concerns the caller, not the plan
    if (error instanceof ArmRefusal && error.status !== 401)
      throw new RefusedPlan(error, decodeArmError(error.arm, { plan, diskEncryptionSets: known.diskEncryptionSets }))
    if (!(error instanceof NoClearAnswer)) throw error
    const found = await idOfSameVersion(azure, plan, id).catch((failure: unknown) => {
      throw failure instanceof ImageVersionExists ? failure : new OutcomeUnknown({ cause: failure })
    })
    if (found !== undefined) return found
    throw error
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof ArmRefusal && error.status === 409
}

function readUnlessRefused(reading: Promise<string | undefined>): Promise<string | undefined> {
  return reading.catch((failure: unknown) => {
    if (failure instanceof ImageVersionExists) throw failure
    return undefined
  })
}

// undefined: there is none. Throws ImageVersionExists if there is a different one, or ARM's refusal to read it.
async function idOfSameVersion(azure: Azure, plan: ImageVersionPlan, id: ResourceId): Promise<string | undefined> {
  const found = await ifThere(readImageVersion(azure, id))
  if (found === undefined) return undefined
  const different = differences(plan, found.wire)
  if (different.length > 0) throw new ImageVersionExists(different)
  return found.wire.id
}

// undefined if definition or name is blank or malformed: the rules report it
function idOf(plan: ImageVersionPlan): ResourceId | undefined {
  try {
    return parseResourceId(imageVersionId(plan))
  } catch (error) {
    if (error instanceof InvalidResourceId) return undefined
    throw error
  }
}

/** A plan whose regions other than the source region are added in batches. */
interface PlanInBatches {
  plan: ImageVersionPlan
  batches: string[][]
}

/** Whether Azure is making this very version in these very batches. */
function isBeingCreatedInBatches(azure: Azure, id: ResourceId, asked: PlanInBatches): Promise<boolean> {
  return isWorkUnderWay(azure, versionWorkId(id, asked))
}

/**
 * Starts the deployment that creates the version in its source region and then adds the batches; returns the version's
 * ID as soon as Azure has accepted it. Throws `PlanRejected` while other steps run on it, and as `sendDeployment` does.
 */
async function createInBatches(azure: Azure, id: ResourceId, asked: PlanInBatches): Promise<string> {
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
