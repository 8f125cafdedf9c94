import type { ArmErrorDetail } from '@portal/arm'
import * as z from 'zod/mini'
import { preparation, preparedParts, type Preparation, type PreparedPart, type PreparedRegion } from './preparation.ts'

const armError = z.strictObject({ code: z.string(), message: z.string() })

/** ARM's facts about any deployment: its progress, and the progress of each resource that it has started. */
export const deploymentProgress = {
  state: z.enum(['Running', 'Succeeded', 'Failed', 'Canceled']),
  /** of its latest change, ISO 8601 */
  timestamp: z.string(),
  /** what has started: a waiting resource has no operation yet */
  operations: z.array(
    z.strictObject({
      resourceId: z.string(),
      state: z.enum(['Running', 'Succeeded', 'Failed']),
      /** its duration, or the duration so far */
      milliseconds: z.number(),
      error: z.optional(armError),
    }),
  ),
  /** if it failed for another reason than a resource */
  error: z.optional(armError),
}

/** Azure's facts about the deployment that creates the sets. */
export const preparationDeployment = z.strictObject({
  id: z.string(),
  preparation,
  /** when the sets were requested, ISO 8601; a retry keeps it */
  askedAt: z.string(),
  ...deploymentProgress,
  /** Azure's own time of this answer, ISO 8601 */
  now: z.string(),
  /** the IDs of the sets by region, once all are created: those that have the key that was asked for */
  diskEncryptionSets: z.record(z.string(), z.string()),
})
export type PreparationDeployment = z.infer<typeof preparationDeployment>
type Operation = PreparationDeployment['operations'][number]

/** `AwaitingGrant`: Azure has the grant but has not applied it yet; the set is retried. */
const partState = z.enum(['Waiting', 'Running', 'AwaitingGrant', 'Succeeded', 'Failed'])
export type PartState = z.infer<typeof partState>

export interface PartProgress {
  part: PreparedPart
  state: PartState
  milliseconds?: number
  /** as Azure wrote it */
  error?: ArmErrorDetail
}

export interface PreparationProgress {
  state: PreparationDeployment['state'] | 'AwaitingGrant'
  /** when to send the same deployment again, ISO 8601; while it awaits its grants */
  retryAt?: string
  regions: { region: PreparedRegion; parts: PartProgress[] }[]
  /** as Azure wrote it */
  error?: ArmErrorDetail
}

// Azure applies a new grant within a few minutes, according to Microsoft: usually ten at most.
// https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#symptom---role-assignment-changes-are-not-being-detected
const patience = 15 * 60_000
const pause = 30_000

/** The progress of the deployment, region by region and part by part, and whether it must be sent again. */
export function preparationProgress(deployment: PreparationDeployment): PreparationProgress {
  const { state, timestamp, askedAt } = deployment
  const isAwaiting =
    state === 'Failed' && onlyGrantsMissing(deployment) && Date.parse(timestamp) - Date.parse(askedAt) < patience
  return {
    state: isAwaiting ? 'AwaitingGrant' : state,
    ...(isAwaiting && { retryAt: new Date(Date.parse(timestamp) + pause).toISOString() }),
    regions: deployment.preparation.regions.map((region) => ({
      region,
      parts: preparedParts(region).map((part) => progressOf({ region, part }, deployment.operations, isAwaiting)),
    })),
    ...(deployment.error && { error: deployment.error }),
  }
}

/** Whether only sets have failed whose grant exists but is not applied yet. */
function onlyGrantsMissing({ operations, preparation: { regions } }: PreparationDeployment): boolean {
  const failed = operations.filter(({ state }) => state === 'Failed')
  const isAwaited = (operation: Operation) =>
    operation.error?.code === 'KeyVaultAccessForbidden' &&
    regions.some(
      (region) =>
        // Whether another tenant has granted access is not known.
        region.crossTenantKey === undefined &&
        isResourceOf({ region, part: 'diskEncryptionSet' }, operation.resourceId),
    )
  return failed.length > 0 && failed.every(isAwaited)
}

/** A part of a region's preparation. */
interface Part {
  region: PreparedRegion
  part: PreparedPart
}

/** The part that a resource is, by its ID; undefined if it is none. */
export function partOfResource({ regions }: Preparation, resourceId: string): Part | undefined {
  const parts = regions.flatMap((region) => preparedParts(region).map((part) => ({ region, part })))
  return parts.find((part) => isResourceOf(part, resourceId))
}

function progressOf(of: Part, all: Operation[], isAwaiting: boolean): PartProgress {
  const operations = all.filter(({ resourceId }) => isResourceOf(of, resourceId))
  const { part } = of
  // A confidential set has two grants: the later one counts.
  const [first] = operations.toSorted((one, other) => urgency[one.state] - urgency[other.state])
  if (first === undefined) return { part, state: 'Waiting' }
  const { state, milliseconds, error } = first
  if (state === 'Failed' && isAwaiting) return { part, state: 'AwaitingGrant' }
  return { part, state, milliseconds, ...(error && { error }) }
}

const urgency = { Failed: 0, Running: 1, Succeeded: 2 } as const

function isResourceOf({ region, part }: Part, resourceId: string): boolean {
  const id = resourceId.toLowerCase()
  const vault = `/microsoft.keyvault/vaults/${region.vault.name}`.toLowerCase()
  switch (part) {
    case 'identity':
      return id.endsWith(`/userassignedidentities/${region.identityName.toLowerCase()}`)
    case 'vault':
      return id.endsWith(vault)
    case 'key':
      return id.endsWith(`${vault}/keys/${region.key.name.toLowerCase()}`)
    case 'grant':
      return (
        id.includes(`${vault}/providers/microsoft.authorization/roleassignments/`) ||
        id.endsWith(`${vault}/accesspolicies/add`)
      )
    case 'diskEncryptionSet':
      return id.endsWith(`/diskencryptionsets/${region.diskEncryptionSetName.toLowerCase()}`)
  }
}
